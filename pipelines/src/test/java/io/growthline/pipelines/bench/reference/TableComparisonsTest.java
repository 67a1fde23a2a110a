package io.growthline.pipelines.bench.reference;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.warehouse.LocalCatalog;
import io.growthline.warehouse.LocalCatalog.DataFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableComparisonsTest {
  private static final String COLUMNS =
      "grain, cohort_start, periods_since_signup, cohort_size, active_customers, retention_rate,"
          + " revenue_minor, revenue_retention, spend_minor";
  private static final String JANUARY = "('month', DATE '2026-01-01', 0, 4, 3, 0.75, 9, NULL, 7)";
  private static final String FEBRUARY = "('month', DATE '2026-02-01', 0, 2, 2, 1.0, 9, NULL, 7)";

  @TempDir Path directory;
  private Path warehouse;
  private Path reference;

  @BeforeEach
  void publishTwoRows() throws Exception {
    warehouse = Files.createDirectories(directory.resolve("warehouse/marts"));
    reference = Files.createDirectories(directory.resolve("reference"));
    write(warehouse.resolve("a.parquet"), JANUARY);
    write(warehouse.resolve("b.parquet"), FEBRUARY);
    TreeMap<String, List<DataFile>> live = new TreeMap<>();
    live.put(
        "marts.retention_cohorts",
        List.of(new DataFile("a.parquet", 1, null), new DataFile("b.parquet", 1, null)));
    new LocalCatalog(1, live).write(warehouse);
  }

  @Test
  void theSameRowsInAnotherOrderAndInOneFileAreEqual() throws Exception {
    assertThat(
        compare(FEBRUARY + ", " + JANUARY),
        is(new TableComparison("marts.retention_cohorts", 2, 2, 0, 0, List.of())));
  }

  @Test
  void oneCellThatDiffersIsARowOnEitherSide() throws Exception {
    TableComparison comparison =
        compare(JANUARY + ", ('month', DATE '2026-02-01', 0, 2, 1, 1.0, 9, NULL, 7)");
    assertThat(comparison.isEqual(), is(false));
    assertThat(
        comparison, is(new TableComparison("marts.retention_cohorts", 2, 2, 1, 1, List.of())));
  }

  @Test
  void aRowThatIsMissingOrRepeatedIsADifference() throws Exception {
    assertThat(
        compare(JANUARY),
        is(new TableComparison("marts.retention_cohorts", 2, 1, 1, 0, List.of())));
    TableComparison repeated = compare(JANUARY + ", " + FEBRUARY + ", " + FEBRUARY);
    assertThat(repeated, is(new TableComparison("marts.retention_cohorts", 2, 3, 0, 0, List.of())));
    assertThat(repeated.isEqual(), is(false));
  }

  @Test
  void columnsThatSqlDoesNotMakeAreNamedAndLeftOut() throws Exception {
    copy(
        "SELECT DATE '2026-01-01' AS cohort_start, 4 AS cohort_size"
            + " UNION ALL SELECT DATE '2026-02-01', 2");
    TableComparison comparison = TableComparisons.of(warehouse, reference).get(0);
    assertThat(comparison.isEqual(), is(true));
    assertThat(
        comparison.notCompared(),
        contains(
            "grain",
            "periods_since_signup",
            "active_customers",
            "retention_rate",
            "revenue_minor",
            "revenue_retention",
            "spend_minor"));
  }

  @Test
  void aColumnThatTheContractDoesNotHaveMeansThatTheSqlIsOld() throws Exception {
    copy("SELECT DATE '2026-01-01' AS cohort_start, 4 AS size");
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> TableComparisons.of(warehouse, reference));
    assertThat(e.getMessage(), containsString("marts.retention_cohorts"));
    assertThat(e.getMessage(), containsString("size"));
  }

  private TableComparison compare(String rows) throws Exception {
    write(reference.resolve("marts.retention_cohorts.parquet"), rows);
    return TableComparisons.of(warehouse, reference).get(0);
  }

  private void write(Path file, String rows) throws Exception {
    copy("FROM (VALUES " + rows + ") AS t(" + COLUMNS + ")", file);
  }

  private void copy(String query) throws Exception {
    copy(query, reference.resolve("marts.retention_cohorts.parquet"));
  }

  private void copy(String query, Path file) throws Exception {
    try (ReferenceDatabase database = ReferenceDatabase.open(directory)) {
      database.execute("COPY (" + query + ") TO " + ReferenceDatabase.literal(file.toString()));
    }
  }
}
