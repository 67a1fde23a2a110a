package io.growthline.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Transaction;
import io.growthline.warehouse.LocalCatalog.DataFile;
import io.growthline.warehouse.SqlWarehouse.SqlWarehouseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbSqlTest {
  private static final TableSpec<Transaction> TRANSACTIONS = TableSpec.of(Transaction.class);

  @TempDir Path warehouse;

  @Test
  void valuesComeBackInTheTypesOfThePort() {
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      List<Object> row =
          sql.query(
                  "SELECT 'a', 1, SUM(2), 0.5, TRUE, DATE '2025-03-30',"
                      + " TIMESTAMP '2025-03-30 01:30:00.123456', NULL",
                  Map.of())
              .rows()
              .get(0);

      assertThat(
          row,
          is(
              Arrays.<Object>asList(
                  "a",
                  1L,
                  2L,
                  0.5,
                  true,
                  LocalDate.of(2025, 3, 30),
                  Instant.parse("2025-03-30T01:30:00.123456Z"),
                  null)));
    }
  }

  @Test
  void namedParametersAreValuesAndNeverText() {
    String hostile = "' OR 1 = 1 --";
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      List<Object> row =
          sql.query(
                  "SELECT @text, '@text', @day + 1, @at, @text -- @comment\n",
                  Map.of("text", hostile, "day", 41L, "at", Instant.parse("2025-01-01T00:00:00Z")))
              .rows()
              .get(0);

      assertThat(
          row,
          is(
              List.<Object>of(
                  hostile, "@text", 42L, Instant.parse("2025-01-01T00:00:00Z"), hostile)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE raw.transactions",
        "SELECT 1; SELECT 2",
        "SELECT 1 /* ; */ ; DROP VIEW raw.transactions",
        "COPY (SELECT 1) TO 'x'",
        "SELECT ?",
        ""
      })
  void onlyOneSelectIsAccepted(String statement) {
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      assertThrows(SqlWarehouseException.class, () -> sql.query(statement, Map.of()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ';' AS a;",
        "-- why\nSELECT 1; -- done",
        "with a as (select 1) select * from a"
      })
  void commentsLiteralsAndAFinalSemicolonAreFine(String statement) {
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      assertThat(sql.query(statement, Map.of()).rows().size(), is(1));
    }
  }

  @Test
  void anErrorIsOneLineThatNamesTheProblem() {
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      String message =
          assertThrows(
                  SqlWarehouseException.class,
                  () -> sql.query("SELECT * FROM raw.transaction", Map.of()))
              .getMessage();

      assertThat(message, allOf(containsString("transaction"), not(containsString("\n"))));
    }
  }

  @Test
  void aSumThatExceedsInt64NamesItsColumn() {
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      String statement = "SELECT sum(n) AS total FROM (VALUES (9223372036854775807), (1)) AS t(n)";

      String message =
          assertThrows(SqlWarehouseException.class, () -> sql.query(statement, Map.of()))
              .getMessage();

      assertThat(
          message,
          is(
              "Column total holds 9223372036854775808, which does not fit INT64."
                  + " Cast it to FLOAT64 in the statement."));
    }
  }

  @Test
  void aMissingParameterIsNamed() {
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      assertThat(
          assertThrows(SqlWarehouseException.class, () -> sql.query("SELECT @day", Map.of()))
              .getMessage(),
          containsString("@day"));
    }
  }

  @Test
  void otherFilesOfTheMachineCannotBeRead() throws Exception {
    Path secret = Files.writeString(Files.createTempFile("secret", ".csv"), "a\n1\n");
    LocalTables.put(warehouse, TRANSACTIONS, Map.of());
    DuckDbPublisher.publish(warehouse);
    try (DuckDbSql live = DuckDbSql.live(warehouse);
        DuckDbSql published = DuckDbSql.open(DuckDbPublisher.published(warehouse))) {
      for (DuckDbSql sql : List.of(live, published)) {
        assertThrows(
            SqlWarehouseException.class,
            () -> sql.query("SELECT * FROM read_csv('" + secret + "')", Map.of()));
      }
    } finally {
      Files.delete(secret);
    }
  }

  @Test
  void manyThreadsMayAsk() {
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      List<Object> answers =
          IntStream.range(0, 40)
              .parallel()
              .mapToObj(i -> sql.query("SELECT @i", Map.of("i", (long) i)).rows().get(0).get(0))
              .toList();

      assertThat(answers, is(IntStream.range(0, 40).mapToObj(i -> (Object) (long) i).toList()));
    }
  }

  @Test
  void nothingPublishedSaysWhatToDo() {
    assertThat(
        assertThrows(
                SqlWarehouseException.class,
                () -> DuckDbSql.open(DuckDbPublisher.published(warehouse)))
            .getMessage(),
        containsString("growthline run"));
  }

  @Test
  void onlyTablesThatAStatementNamesAreRead() throws Exception {
    LocalTables.put(warehouse, TRANSACTIONS, Map.of());
    TableSpec<Session> sessions = TableSpec.of(Session.class);
    LocalTables.replace(
        warehouse, sessions, List.of(new DataFile("raw/sessions/lost.parquet", 1, null)));

    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      assertThat(
          sql.query("SELECT COUNT(*) FROM RAW.Transactions", Map.of()).rows().get(0).get(0),
          is(1L));
      assertThat(
          assertThrows(
                  SqlWarehouseException.class,
                  () -> sql.query("SELECT COUNT(*) FROM raw.sessions", Map.of()))
              .getMessage(),
          containsString("lost.parquet"));
    }
  }

  @Test
  void whatDoesNotFitInMemoryIsSpilledIntoTheWarehouseAndRemoved() throws Exception {
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      assertThat(
          sql.query(
                  "SELECT COUNT(*) FROM (SELECT DISTINCT i || repeat('x', 400)"
                      + " FROM range(1500000) t(i))",
                  Map.of())
              .rows()
              .get(0)
              .get(0),
          is(1_500_000L));
      assertThat(spilled(), hasSize(1));
    }
    assertThat(spilled(), hasSize(0));
  }

  private List<Path> spilled() throws Exception {
    try (Stream<Path> files = Files.list(warehouse)) {
      return files.filter(f -> f.getFileName().toString().startsWith("_spill-")).toList();
    }
  }

  static Stream<Path> queries() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("queries"))) {
      return files.filter(f -> f.toString().endsWith(".sql")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyQueryForAnalystsRunsOnAnEmptyPublication(Path query) throws Exception {
    DuckDbPublisher.publish(warehouse);
    LocalDate day = LocalDate.of(2025, 1, 1);
    Map<String, Object> parameters =
        Map.of(
            "customer_id", "c1", "since", day, "from_day", day, "to_day", day, "max_months", 12L);

    try (DuckDbSql sql = DuckDbSql.open(DuckDbPublisher.published(warehouse))) {
      assertThat(sql.query(Files.readString(query), parameters).rows(), is(List.of()));
    }
  }
}
