package io.growthline.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.QualityChecks;
import io.growthline.domain.contract.QualityScan;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.Session;
import io.growthline.domain.metric.KpiValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** BigQuery refuses a statement on a large table that does not say which days it wants. */
class PartitionFilterTest {
  private static final List<? extends TableSpec<?>> LARGE =
      Contracts.all().stream().filter(TableSpec::requiresPartitionFilter).toList();

  @TempDir Path warehouse;

  @Test
  void everyRawTableRequiresTheFilterAndSmallTablesDoNot() {
    assertThat(LARGE.containsAll(Contracts.RAW), is(true));
    assertThat(TableSpec.of(KpiValue.class).requiresPartitionFilter(), is(false));
    assertThat(TableSpec.of(KpiValue.class).allRows(), is("marts.kpi_values"));
  }

  /** Parents of references too: whoever reads a large table says which days. */
  @Test
  void everyScanOfALargeTableFilters() {
    for (TableSpec<?> table : Contracts.all()) {
      String sql = QualityScan.of(table, QualityChecks.of(table), LocalDate.EPOCH).sql();
      for (TableSpec<?> large : LARGE) {
        String filtered =
            "FROM " + large.id() + " WHERE " + large.partition().orElseThrow() + " >= ";
        assertThat(sql.replace(filtered, ""), not(containsString("FROM " + large.id() + " ")));
        assertThat(sql.replace(filtered, ""), not(containsString("FROM " + large.id() + ")")));
      }
    }
  }

  @Test
  void committedViewsFilter() throws IOException {
    for (String sql : ViewFiles.queries().values()) {
      for (TableSpec<?> table : LARGE) {
        if (sql.contains(table.id())) {
          assertThat(sql, containsString(table.partition().orElseThrow() + " >="));
        }
      }
    }
  }

  @Test
  void allRowsReallyAreAllRows() throws Exception {
    TableSpec<Session> sessions = TableSpec.of(Session.class);
    LocalTables.put(warehouse, sessions, Map.of("occurred_at", "'1970-01-01 00:00:00'"), Map.of());
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      String count = "SELECT COUNT(*) FROM " + sessions.allRows() + " AS t";
      assertThat(sql.query(count, Map.of()).rows().get(0).get(0), is(2L));
    }
  }

  @Test
  void viewsSayWhatTheyAreAndRun() throws IOException {
    Map<String, String> views = ViewFiles.queries();
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      for (String query : views.values()) {
        assertThat(query, startsWith("-- "));
        assertThat(sql.query(query, Map.of()).rows(), hasSize(0));
      }
    }
  }
}
