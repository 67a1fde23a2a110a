package io.growthline.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.growth.RetentionCohort;
import io.growthline.domain.metric.KpiValue;
import io.growthline.warehouse.LocalCatalog.DataFile;
import io.growthline.warehouse.SqlWarehouse.SqlWarehouseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbPublisherTest {
  private static final TableSpec<Transaction> TRANSACTIONS = TableSpec.of(Transaction.class);
  private static final TableSpec<RetentionCohort> COHORTS = TableSpec.of(RetentionCohort.class);
  private static final int MANY = (int) DuckDbPublisher.MOST_COPIED_ROWS;
  private static final String KIND =
      "SELECT table_type FROM information_schema.tables WHERE table_name = 'transactions'";
  private static final String COUNT = "SELECT COUNT(*) FROM raw.transactions";

  @TempDir Path directory;

  @Test
  void aLargePartitionedTableIsAViewOfItsFilesAndASmallOneIsCopied() throws Exception {
    Path warehouse = directory.resolve("warehouse");
    LocalTables.replace(warehouse, TRANSACTIONS, List.of(january(warehouse, MANY)));
    DuckDbPublisher.publish(warehouse);
    assertThat(published(warehouse, KIND), contains(row("BASE TABLE")));

    LocalTables.replace(warehouse, TRANSACTIONS, List.of(january(warehouse, MANY + 1)));
    DuckDbPublisher.publish(warehouse);

    assertThat(published(warehouse, KIND), contains(row("VIEW")));
    assertThat(published(warehouse, COUNT), contains(row(MANY + 1L)));
  }

  @Test
  void aLargeTableWithoutPartitionsIsCopiedToo() throws Exception {
    Path warehouse = directory.resolve("warehouse");
    DataFile cohorts = LocalTables.month(warehouse, COHORTS, null, MANY + 1, Map.of());
    LocalTables.replace(warehouse, COHORTS, List.of(cohorts));
    DuckDbPublisher.publish(warehouse);

    assertThat(
        published(
            warehouse,
            "SELECT table_type FROM information_schema.tables"
                + " WHERE table_name = 'retention_cohorts'"),
        contains(row("BASE TABLE")));
  }

  @Test
  void viewsAndCopiesHaveTheSameTypesAndDescriptions() throws Exception {
    Path warehouse = directory.resolve("warehouse");
    String columns =
        "SELECT column_name, data_type, comment FROM duckdb_columns()"
            + " WHERE table_name = 'transactions' ORDER BY column_index";
    LocalTables.put(warehouse, TRANSACTIONS, Map.of());
    DuckDbPublisher.publish(warehouse);
    List<List<Object>> ofCopy = published(warehouse, columns);
    LocalTables.replace(warehouse, TRANSACTIONS, List.of(january(warehouse, MANY + 1)));
    DuckDbPublisher.publish(warehouse);

    assertThat(published(warehouse, KIND), contains(row("VIEW")));
    assertThat(published(warehouse, columns), is(ofCopy));
  }

  @Test
  void aViewGivesItsMonthsInOrderWhateverTheOrderOfTheFiles() throws Exception {
    Path warehouse = directory.resolve("warehouse");
    DataFile january = january(warehouse, MANY);
    DataFile february =
        LocalTables.month(
            warehouse,
            TRANSACTIONS,
            "2025-02",
            2,
            Map.of("event_id", "'f' || i", "occurred_at", "'2025-02-01 00:00:00'"));
    LocalTables.replace(warehouse, TRANSACTIONS, List.of(february, january));
    DuckDbPublisher.publish(warehouse);

    assertThat(
        published(warehouse, "SELECT event_id FROM raw.transactions OFFSET " + (MANY - 1)),
        contains(row("e" + (MANY - 1)), row("f0"), row("f1")));
  }

  @Test
  void rowsAreCopiedInTheOrderOfTheContractWhateverTheFilesHold() throws Exception {
    Path warehouse = directory.resolve("warehouse");
    LocalTables.put(
        warehouse,
        TRANSACTIONS,
        Map.of("event_id", "'a'", "customer_id", "'c2'"),
        Map.of("event_id", "'c'", "customer_id", "'c1'"),
        Map.of("event_id", "'b'", "customer_id", "'c1'"),
        Map.of("event_id", "'d'", "customer_id", "NULL"));
    DuckDbPublisher.publish(warehouse);

    assertThat(
        published(warehouse, "SELECT event_id FROM raw.transactions"),
        contains(row("d"), row("b"), row("c"), row("a")));
  }

  @Test
  void anOpenReaderKeepsItsPublicationUntilTheOneAfterTheNext() throws Exception {
    Path warehouse = directory.resolve("warehouse");
    DataFile old = january(warehouse, MANY + 1);
    LocalTables.replace(warehouse, TRANSACTIONS, List.of(old));
    DuckDbPublisher.publish(warehouse);

    try (DuckDbSql reader = DuckDbSql.open(DuckDbPublisher.published(warehouse))) {
      LocalTables.replace(warehouse, TRANSACTIONS, List.of(january(warehouse, MANY + 2)));
      assertThat("while", rows(reader, COUNT), contains(row(MANY + 1L)));
      DuckDbPublisher.publish(warehouse);
      assertThat("after", rows(reader, COUNT), contains(row(MANY + 1L)));
      assertThat("opened again", published(warehouse, COUNT), contains(row(MANY + 2L)));
    }

    DuckDbPublisher.publish(warehouse);
    assertThat(Files.exists(warehouse.resolve(old.path())), is(false));
    assertThat(published(warehouse, COUNT), contains(row(MANY + 2L)));
  }

  @Test
  void twoPublicationsAreKept() throws Exception {
    for (int i = 0; i < 4; i++) {
      DuckDbPublisher.publish(directory);
    }

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.contains("growthline"))
              .sorted()
              .toList(),
          contains(
              "growthline-000003.duckdb",
              "growthline-000003.json",
              "growthline-000004.duckdb",
              "growthline-000004.json",
              "growthline.duckdb"));
    }
  }

  @Test
  void tablesWhoseFilesAreTheSameAreNotMadeAgain() throws Exception {
    DataFile cohorts = LocalTables.file(directory, COHORTS, Map.of());
    LocalTables.replace(directory, COHORTS, List.of(cohorts));
    LocalTables.put(directory, TRANSACTIONS, Map.of());
    DuckDbPublisher.publish(directory);
    Files.delete(directory.resolve(cohorts.path()));

    LocalTables.put(directory, TRANSACTIONS, Map.of(), Map.of());
    DuckDbPublisher.publish(directory);

    assertThat(published(directory, COUNT), contains(row(2L)));
    assertThat(
        published(directory, "SELECT COUNT(*) FROM marts.retention_cohorts"), contains(row(1L)));
  }

  @Test
  void tablesThatWereMadeInAnotherWayAreMadeAgainAndThoseWithoutContractAreDropped()
      throws Exception {
    LocalTables.put(directory, TRANSACTIONS, Map.of());
    LocalCatalog catalog = LocalCatalog.read(directory);
    DuckDbTable transactions = DuckDbTable.copy(TRANSACTIONS, catalog);
    DuckDbTable cohorts = DuckDbTable.copy(COHORTS, catalog);
    Path file = directory.resolve("some.duckdb");
    DuckDbFile.write(file, directory, List.of(transactions, cohorts), List.of());

    DuckDbFile.write(
        file,
        directory,
        List.of(DuckDbTable.view(TRANSACTIONS, catalog)),
        List.of(transactions.made(), cohorts.made()));

    try (DuckDbSql sql = DuckDbSql.open(file)) {
      assertThat(
          rows(sql, "SELECT table_name, table_type FROM information_schema.tables"),
          contains(row("transactions", "VIEW")));
    }
  }

  @Test
  void aPublicationWithoutADescriptionIsReplacedAsAWhole() throws Exception {
    LocalTables.put(directory, TRANSACTIONS, Map.of());
    Path first = DuckDbPublisher.publish(directory);
    Files.delete(Path.of(first.toString().replace(".duckdb", ".json")));

    DuckDbPublisher.publish(directory);

    assertThat(published(directory, COUNT), contains(row(1L)));
  }

  @Test
  void aPublicationThatFailsLeavesTheOldOneAndNoRest() throws Exception {
    Path warehouse = directory.resolve("warehouse");
    LocalTables.put(warehouse, TRANSACTIONS, Map.of());
    DuckDbPublisher.publish(warehouse);
    DataFile lost = january(warehouse, 2);
    LocalTables.replace(warehouse, TRANSACTIONS, List.of(lost));
    Files.delete(warehouse.resolve(lost.path()));

    String message =
        assertThrows(IllegalStateException.class, () -> DuckDbPublisher.publish(warehouse))
            .getMessage();

    assertThat(message, containsString(lost.path()));
    assertThat(message, not(containsString("\n")));
    assertThat(published(warehouse, COUNT), contains(row(1L)));
    try (Stream<Path> files = Files.list(warehouse)) {
      assertThat(
          files.filter(file -> file.getFileName().toString().startsWith("_growth")).toList(),
          hasSize(0));
    }
  }

  @Test
  void aWarehouseCanBeMoved() throws Exception {
    Path warehouse = directory.resolve("warehouse");
    LocalTables.replace(warehouse, TRANSACTIONS, List.of(january(warehouse, MANY + 1)));
    DuckDbPublisher.publish(warehouse);

    Path moved = Files.move(warehouse, directory.resolve("elsewhere"));

    assertThat(published(moved, COUNT), contains(row(MANY + 1L)));
  }

  @Test
  void statementsReadOnlyTheFilesOfTheirPublication() throws Exception {
    Path warehouse = directory.resolve("warehouse");
    DataFile live = january(warehouse, MANY + 1);
    LocalTables.replace(warehouse, TRANSACTIONS, List.of(live));
    DuckDbPublisher.publish(warehouse);
    DataFile unpublished = january(warehouse, 1);
    Path secret = Files.writeString(directory.resolve("secret.csv"), "a\n1\n");

    try (DuckDbSql sql = DuckDbSql.open(DuckDbPublisher.published(warehouse))) {
      assertThat(rows(sql, "SELECT COUNT(*) FROM raw.transactions"), hasSize(1));
      for (String other :
          List.of(
              "'" + secret + "'",
              "read_csv('" + secret + "')",
              "read_text('" + secret + "')",
              "read_parquet('" + warehouse.resolve(unpublished.path()) + "')",
              "read_parquet('" + warehouse.resolve(live.path()) + "/../../../secret.csv')",
              "glob('" + directory + "/*')")) {
        assertThrows(SqlWarehouseException.class, () -> rows(sql, "SELECT * FROM " + other), other);
      }
    }
  }

  @Test
  void anExportNeedsNoOtherFile() throws Exception {
    Path warehouse = directory.resolve("warehouse");
    LocalTables.replace(warehouse, TRANSACTIONS, List.of(january(warehouse, MANY + 1)));
    Path file = directory.resolve("growthline.duckdb");
    DuckDbExport.write(warehouse, List.of(TRANSACTIONS, TableSpec.of(KpiValue.class)), file);
    DirectoryTree.delete(warehouse);

    try (DuckDbSql sql = DuckDbSql.open(file)) {
      assertThat(rows(sql, COUNT), contains(row(MANY + 1L)));
      assertThat(rows(sql, KIND), contains(row("BASE TABLE")));
      assertThat(rows(sql, "SELECT COUNT(*) FROM marts.kpi_values"), contains(row(0L)));
      assertThrows(
          SqlWarehouseException.class, () -> rows(sql, "SELECT * FROM marts.retention_cohorts"));
    }
  }

  private static DataFile january(Path warehouse, int rows) throws Exception {
    return LocalTables.month(
        warehouse, TRANSACTIONS, "2025-01", rows, Map.of("event_id", "'e' || i"));
  }

  private static List<List<Object>> published(Path warehouse, String sql) {
    try (DuckDbSql published = DuckDbSql.open(DuckDbPublisher.published(warehouse))) {
      return rows(published, sql);
    }
  }

  private static List<List<Object>> rows(DuckDbSql sql, String statement) {
    return sql.query(statement, Map.of()).rows();
  }

  private static List<Object> row(Object... values) {
    return Arrays.asList(values);
  }
}
