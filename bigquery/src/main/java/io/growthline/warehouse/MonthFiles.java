package io.growthline.warehouse;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.warehouse.LocalCatalog.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The files of a table that is partitioned by day. On one machine a file for each day would be too
 * small, so a file holds a month, in the order of the contract; days are still replaced one by one.
 */
public final class MonthFiles {
  private final TableSpec<?> table;
  private final Path warehouse;
  private final ColumnSpec partition;

  /**
   * @throws IllegalArgumentException when the table is not partitioned
   */
  public MonthFiles(TableSpec<?> table, Path warehouse) {
    this.table = table;
    this.warehouse = warehouse.toAbsolutePath().normalize();
    String column =
        table
            .partition()
            .orElseThrow(() -> new IllegalArgumentException(table + " is not partitioned"));
    this.partition = table.columns().get(table.indexOf(column));
  }

  /**
   * The live files after {@code days} have been replaced by the rows of {@code staged}. Files of
   * other months stay as they are.
   *
   * @param staged files of the warehouse directory with rows of these days alone
   * @param live files that are live now
   * @return the files of each month, by month
   */
  public List<DataFile> replacing(Set<LocalDate> days, List<Path> staged, List<DataFile> live)
      throws IOException {
    Set<String> months =
        days.stream().map(d -> d.toString().substring(0, 7)).collect(Collectors.toSet());
    List<DataFile> result = new ArrayList<>();
    List<DataFile> rewritten = new ArrayList<>();
    for (DataFile file : live) {
      (file.month() != null && !months.contains(file.month()) ? result : rewritten).add(file);
    }
    try (Connection connection = DuckDb.inMemory(warehouse);
        Statement statement = connection.createStatement()) {
      String rows = rows(days, staged, rewritten);
      for (String month : months(statement, rows)) {
        result.add(write(statement, rows, month));
      }
    } catch (SQLException e) {
      throw new IOException("Cannot write " + table + ": " + DuckDbSql.oneLine(e), e);
    }
    return result.stream().sorted(LocalCatalog.BY_MONTH).toList();
  }

  // What is left of the days of the rewritten files, and what was staged.
  private String rows(Set<LocalDate> days, List<Path> staged, List<DataFile> rewritten) {
    String old = DuckDbTables.stored(table, rewritten.stream().map(DataFile::path).toList());
    String kept =
        days.isEmpty()
            ? ""
            : days.stream()
                .sorted()
                .map(d -> "DATE " + DuckDbTables.literal(d.toString()))
                .collect(
                    Collectors.joining(
                        ", ", " WHERE " + DuckDbTables.day(partition) + " NOT IN (", ")"));
    String added =
        DuckDbTables.stored(
            table, staged.stream().map(file -> warehouse.relativize(file).toString()).toList());
    return "(SELECT * FROM (%s)%s UNION ALL BY NAME SELECT * FROM (%s))"
        .formatted(old, kept, added);
  }

  private List<String> months(Statement statement, String rows) throws SQLException {
    List<String> months = new ArrayList<>();
    try (ResultSet found =
        statement.executeQuery(
            "SELECT DISTINCT %s AS month FROM %s ORDER BY month".formatted(month(), rows))) {
      while (found.next()) {
        months.add(found.getString(1));
      }
    }
    return months;
  }

  private DataFile write(Statement statement, String rows, String month)
      throws SQLException, IOException {
    Path folder = warehouse.resolve(table.dataset()).resolve(table.name());
    Path file =
        Files.createDirectories(folder).resolve(month + "-" + UUID.randomUUID() + ".parquet");
    long count =
        statement.executeLargeUpdate(
            "COPY (SELECT * FROM %s WHERE %s = %s ORDER BY %s) TO %s (FORMAT parquet)"
                .formatted(
                    rows,
                    month(),
                    DuckDbTables.literal(month),
                    DuckDbTables.order(table),
                    DuckDbTables.literal(file.toString())));
    return new DataFile(warehouse.relativize(file).toString(), count, month);
  }

  private String month() {
    return "strftime(" + DuckDbTables.day(partition) + ", '%Y-%m')";
  }
}
