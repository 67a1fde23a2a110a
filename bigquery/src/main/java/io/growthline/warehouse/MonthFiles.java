package io.growthline.warehouse;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.warehouse.LocalCatalog.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
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
 * small, so files hold a month; days are still replaced one by one.
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

  /** Writes all rows of {@code staged} into files of their months. */
  public List<DataFile> ofAll(List<Path> staged) throws IOException {
    return write(DuckDbTables.stored(table, staged));
  }

  /**
   * The live files after {@code days} have been replaced by the rows of {@code staged}. Files of
   * other months stay as they are.
   *
   * @param staged files with rows of these days alone
   * @param live files that are live now
   * @return old files that stay and new ones
   */
  public List<DataFile> replacing(Set<LocalDate> days, List<Path> staged, List<DataFile> live)
      throws IOException {
    Set<String> months =
        days.stream().map(d -> d.toString().substring(0, 7)).collect(Collectors.toSet());
    List<DataFile> result = new ArrayList<>();
    List<Path> rewritten = new ArrayList<>();
    for (DataFile file : live) {
      if (file.month() != null && !months.contains(file.month())) {
        result.add(file);
      } else {
        rewritten.add(warehouse.resolve(file.path()));
      }
    }
    String replaced =
        days.stream()
            .sorted()
            .map(d -> "DATE " + DuckDbTables.literal(d.toString()))
            .collect(Collectors.joining(", ", "(", ")"));
    String kept =
        "SELECT * FROM ("
            + DuckDbTables.stored(table, rewritten)
            + ")"
            + (days.isEmpty()
                ? ""
                : " WHERE " + DuckDbTables.day(partition) + " NOT IN " + replaced);
    result.addAll(
        write(
            kept
                + " UNION ALL BY NAME SELECT * FROM ("
                + DuckDbTables.stored(table, staged)
                + ")"));
    return result;
  }

  private List<DataFile> write(String rows) throws IOException {
    Path target = warehouse.resolve(table.dataset()).resolve(table.name());
    Path folder = target.resolve("_" + UUID.randomUUID());
    Files.createDirectories(folder);
    String month = "strftime(" + DuckDbTables.day(partition) + ", '%Y-%m')";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT *, "
              + month
              + " AS _month FROM ("
              + rows
              + ")) TO "
              + DuckDbTables.literal(folder.toString())
              + " (FORMAT parquet, PARTITION_BY (_month))");
      return moved(statement, folder, target);
    } catch (SQLException e) {
      throw new IOException("Cannot write " + table + ": " + DuckDbSql.oneLine(e), e);
    } finally {
      DirectoryTree.delete(folder);
    }
  }

  private List<DataFile> moved(Statement statement, Path folder, Path target)
      throws SQLException, IOException {
    List<DataFile> files = new ArrayList<>();
    List<Path> written = DirectoryTree.files(folder);
    if (written.isEmpty()) {
      return files;
    }
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT file_name, num_rows FROM parquet_file_metadata("
                + DuckDbTables.literal(folder + "/*/*.parquet")
                + ") ORDER BY file_name")) {
      while (rows.next()) {
        Path file = Path.of(rows.getString(1));
        String month = file.getParent().getFileName().toString().substring("_month=".length());
        Path moved = target.resolve(month + "-" + UUID.randomUUID() + ".parquet");
        Files.move(file, moved, StandardCopyOption.ATOMIC_MOVE);
        files.add(new DataFile(warehouse.relativize(moved).toString(), rows.getLong(2), month));
      }
    }
    return files;
  }
}
