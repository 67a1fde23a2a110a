package io.growthline.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.Session;
import io.growthline.domain.growth.RetentionCohort;
import io.growthline.domain.pricing.FctOfferOutcome;
import io.growthline.warehouse.LocalCatalog.DataFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthFilesTest {
  private static final TableSpec<Session> SESSIONS = TableSpec.of(Session.class);

  @TempDir Path warehouse;

  @Test
  void eachMonthIsOneFile() throws Exception {
    List<DataFile> files =
        ofAll(
            file(
                session("a", "c1", "2025-02-01 00:00:00"),
                session("b", "c1", "2025-01-31 23:59:59.999999")),
            file(session("c", "c1", "2025-02-28 12:00:00")));

    assertThat(files.stream().map(DataFile::month).toList(), contains("2025-01", "2025-02"));
    assertThat(files.stream().map(DataFile::rows).toList(), contains(1L, 2L));
    assertThat(files.get(1).path(), startsWith("raw/sessions/2025-02-"));
  }

  @Test
  void rowsOfATableByCustomerLieByCustomerThenTimeThenKey() throws Exception {
    List<DataFile> files =
        ofAll(
            file(
                session("d", "c2", "2025-01-01 00:00:00"),
                session("c", "c1", "2025-01-03 00:00:00"),
                session("b", "c1", "2025-01-02 00:00:00")),
            file(
                session("a", "c1", "2025-01-03 00:00:00"),
                session("e", null, "2025-01-31 00:00:00")));

    assertThat(events(files), contains("e", "b", "a", "c", "d"));
  }

  @Test
  void rowsOfAnotherTableLieByKeyWhichIsComparedByBytes() throws Exception {
    TableSpec<FctOfferOutcome> offers = TableSpec.of(FctOfferOutcome.class);
    DataFile staged =
        LocalTables.file(
            warehouse,
            offers,
            Map.of("exposure_id", "'é'", "shown_on", "'2025-01-01'"),
            Map.of("exposure_id", "'a'", "shown_on", "'2025-01-03'"),
            Map.of("exposure_id", "'B'", "shown_on", "'2025-01-02'"));

    List<DataFile> files =
        new MonthFiles(offers, warehouse)
            .replacing(Set.of(), List.of(warehouse.resolve(staged.path())), List.of());

    assertThat(column("exposure_id", files), contains("B", "a", "é"));
  }

  @Test
  void replacingDaysLeavesOtherDaysAndTheFilesOfOtherMonths() throws Exception {
    List<DataFile> live =
        ofAll(
            file(
                session("kept", "c1", "2025-01-01 23:59:59.999999"),
                session("old", "c1", "2025-01-02 00:00:00"),
                session("late", "c1", "2025-01-02 23:59:59.999999"),
                session("next", "c1", "2025-01-03 00:00:00"),
                session("other", "c1", "2025-02-01 00:00:00")));

    List<DataFile> files =
        months()
            .replacing(
                Set.of(LocalDate.parse("2025-01-02"), LocalDate.parse("2025-03-01")),
                List.of(
                    file(
                        session("new", "c1", "2025-01-02 10:00:00"),
                        session("march", "c1", "2025-03-01 10:00:00"))),
                live);

    assertThat(
        files.stream().map(DataFile::month).toList(), contains("2025-01", "2025-02", "2025-03"));
    assertThat(events(files), contains("kept", "new", "next", "other", "march"));
    assertThat(files.get(1), is(live.get(1)));
  }

  @Test
  void aMonthOfWhichNothingIsLeftHasNoFile() throws Exception {
    List<DataFile> live = ofAll(file(session("a", "c1", "2025-01-02 00:00:00")));

    assertThat(
        months().replacing(Set.of(LocalDate.parse("2025-01-02")), List.of(), live), is(List.of()));
  }

  @Test
  void streamedFilesBecomePartOfTheirMonths() throws Exception {
    List<DataFile> live =
        new ArrayList<>(
            ofAll(
                file(
                    session("a", "c2", "2025-01-02 00:00:00"),
                    session("z", "c2", "2025-02-02 00:00:00"))));
    live.add(LocalTables.file(warehouse, SESSIONS, session("b", "c1", "2025-01-20 00:00:00")));
    live.add(LocalTables.file(warehouse, SESSIONS, session("c", "c3", "2025-04-20 00:00:00")));

    List<DataFile> files =
        months().replacing(Set.of(LocalDate.parse("2025-01-05")), List.of(), live);

    assertThat(
        files.stream().map(DataFile::month).toList(), contains("2025-01", "2025-02", "2025-04"));
    assertThat(events(files), contains("b", "a", "z", "c"));
  }

  @Test
  void aTableWithoutDaysHasNoMonths() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new MonthFiles(TableSpec.of(RetentionCohort.class), warehouse));
  }

  private MonthFiles months() {
    return new MonthFiles(SESSIONS, warehouse);
  }

  private List<DataFile> ofAll(Path... staged) throws Exception {
    return months().replacing(Set.of(), List.of(staged), List.of());
  }

  @SafeVarargs
  private Path file(Map<String, String>... rows) throws Exception {
    return warehouse.resolve(LocalTables.file(warehouse, SESSIONS, rows).path());
  }

  private static Map<String, String> session(String event, String customer, String at) {
    Map<String, String> row = new HashMap<>();
    row.put("event_id", "'" + event + "'");
    row.put("customer_id", customer == null ? "NULL" : "'" + customer + "'");
    row.put("occurred_at", "'" + at + "'");
    return row;
  }

  private List<String> events(List<DataFile> files) throws Exception {
    return column("event_id", files);
  }

  /** A column in the order in which it lies in the files. */
  private List<String> column(String name, List<DataFile> files) throws Exception {
    List<String> values = new ArrayList<>();
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      for (DataFile file : files) {
        try (ResultSet rows =
            statement.executeQuery(
                "SELECT " + name + " FROM '" + warehouse.resolve(file.path()) + "'")) {
          while (rows.next()) {
            values.add(rows.getString(1));
          }
        }
      }
    }
    return values;
  }
}
