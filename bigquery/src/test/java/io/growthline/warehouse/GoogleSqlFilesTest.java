package io.growthline.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.QualityCheck;
import io.growthline.domain.contract.QualityChecks;
import io.growthline.domain.contract.QualityScan;
import io.growthline.domain.contract.TableSpec;
import io.growthline.googlesql.GoogleSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every statement that BigQuery gets from a file or from contracts is GoogleSQL. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GoogleSqlFilesTest {
  private static final GoogleSql GOOGLE_SQL = GoogleSql.ofContracts();

  static List<TableSpec<?>> contracts() {
    return Contracts.all();
  }

  static List<QueryFile> queries() {
    return QueryFile.all();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyQueryIsGoogleSql(QueryFile query) {
    GOOGLE_SQL.check(query.text(), query.types());
  }

  @Test
  void everyViewIsGoogleSql() throws IOException {
    ViewFiles.queries().values().forEach(view -> GOOGLE_SQL.check(view, Map.of()));
  }

  @Test
  void everyStatementThatCreatesATableIsGoogleSql() throws IOException {
    List<String> statements =
        Arrays.stream(Files.readString(Path.of("ddl/create.sql")).split(";\\s*\\n", -1))
            .filter(statement -> !statement.isBlank())
            .toList();

    statements.forEach(statement -> GOOGLE_SQL.check(statement, Map.of()));
    assertThat(statements, hasSize(greaterThan(Contracts.all().size())));
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void theChecksOfAContractAreGoogleSql(TableSpec<?> table) {
    List<QualityCheck> checks = QualityChecks.of(table);
    LocalDate asOf = LocalDate.of(2026, 7, 1);
    GOOGLE_SQL.check(QualityScan.of(table, checks, asOf).sql(), Map.of());
    if (table.partition().isPresent()) {
      LocalDate first = asOf.minusDays(7);
      GOOGLE_SQL.check(QualityScan.since(table, checks, asOf, first).sql(), Map.of());
    }
  }

  /** A reserved word as a column would have to be quoted by everybody who types it. */
  @ParameterizedTest
  @MethodSource("contracts")
  void everyColumnCanBeNamedWithoutQuotes(TableSpec<?> table) {
    for (ColumnSpec column : table.columns()) {
      GOOGLE_SQL.check("SELECT " + column.name() + " FROM " + table.allRows() + " AS t", Map.of());
    }
  }
}
