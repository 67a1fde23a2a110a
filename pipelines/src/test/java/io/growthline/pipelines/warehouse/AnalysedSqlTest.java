package io.growthline.pipelines.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.api.services.bigquery.model.TableReference;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.googlesql.GoogleSql;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.warehouse.SqlWarehouse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What code asks of BigQuery while it runs is GoogleSQL, wherever a test runs it. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AnalysedSqlTest {
  private static final GoogleSql GOOGLE_SQL = GoogleSql.ofContracts();

  /** DuckDB runs it; BigQuery has no function of that name. */
  private static final String DUCKDB_ALONE = "SELECT list(model) FROM scores.customer_scores";

  static List<? extends TableSpec<?>> partitioned() {
    return Contracts.all().stream().filter(table -> table.partition().isPresent()).toList();
  }

  @Test
  void aStageOnADirectoryCannotAskWhatBigQueryWouldRefuse(@TempDir Path warehouse) {
    StageOptions options =
        PipelineOptionsFactory.fromArgs("--warehouse=" + warehouse).as(StageOptions.class);

    try (SqlWarehouse directory = Warehouses.sql(warehouse.toString());
        SqlWarehouse stage = Warehouses.sql(options)) {
      assertThat(directory.query(DUCKDB_ALONE, Map.of()).rows(), hasSize(1));
      assertThat(
          assertThrows(GoogleSql.RefusedException.class, () -> stage.query(DUCKDB_ALONE, Map.of()))
              .getMessage(),
          containsString("Function not found: list"));
      assertThrows(GoogleSql.RefusedException.class, () -> stage.affords(DUCKDB_ALONE));
    }
  }

  @Test
  void aParameterHasTheTypeOfItsValue() {
    SqlWarehouse sql = new AnalysedSql(new Nothing());
    String statement = "SELECT verdict FROM monitoring.release_gates WHERE as_of = @day";

    sql.query(statement, Map.of("day", LocalDate.of(2026, 7, 1)));
    assertThrows(GoogleSql.RefusedException.class, () -> sql.query(statement, Map.of("day", 1L)));
  }

  @ParameterizedTest
  @MethodSource("partitioned")
  void daysAreFoundAndDeletedInGoogleSql(TableSpec<?> contract) {
    List<String> deletions = new ArrayList<>();
    SqlBigQueryStatements days =
        new SqlBigQueryStatements(() -> new AnalysedSql(new Nothing()), deletions::add);
    TableReference table =
        new TableReference().setDatasetId(contract.dataset()).setTableId(contract.name());

    days.withRows(table, contract);
    days.delete(table, contract, Set.of(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 2)));

    assertThat(deletions, contains(containsString(contract.partition().orElseThrow())));
    GOOGLE_SQL.check(deletions.get(0), Map.of());
  }

  /** Has no rows, whatever is asked. */
  private static final class Nothing implements SqlWarehouse {
    @Override
    public QueryResult query(String sql, Map<String, ?> parameters) {
      return new QueryResult(List.of(), List.of());
    }

    @Override
    public void close() {}
  }
}
