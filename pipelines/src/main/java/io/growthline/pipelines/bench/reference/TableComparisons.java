package io.growthline.pipelines.bench.reference;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.metric.KpiValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares published tables with those that a reference has written: rows that one has and the
 * other has not, both ways, and how many rows there are.
 */
public final class TableComparisons {
  private static final String SUFFIX = ".parquet";

  private final ReferenceDatabase database;
  private final LiveTables live;

  private TableComparisons(ReferenceDatabase database, LiveTables live) {
    this.database = database;
    this.live = live;
  }

  /**
   * One comparison for each table that the reference has written, by name.
   *
   * @param warehouse directory of the published tables
   * @param reference directory of the tables of one {@link ReferenceRun}
   */
  public static List<TableComparison> of(Path warehouse, Path reference) {
    try (ReferenceDatabase database = ReferenceDatabase.open(reference)) {
      TableComparisons comparisons = new TableComparisons(database, new LiveTables(warehouse));
      List<TableComparison> all = new ArrayList<>();
      for (Path file : files(reference)) {
        all.add(comparisons.compare(file));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Cannot compare the tables in " + reference + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> files(Path reference) {
    try (Stream<Path> files = Files.list(reference)) {
      return files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + reference, e);
    }
  }

  private TableComparison compare(Path file) throws SQLException {
    TableSpec<?> table = contract(file);
    List<String> made =
        database.texts(
            "SELECT column_name FROM (DESCRIBE FROM "
                + ReferenceDatabase.literal(file.toString())
                + ")");
    List<ColumnSpec> columns =
        table.columns().stream().filter(c -> made.contains(c.name())).toList();
    if (columns.size() < made.size()) {
      throw new IllegalStateException(
          "The reference of " + table + " gives columns that its contract does not have: " + made);
    }
    database.execute(
        "CREATE OR REPLACE VIEW reference AS " + LiveTables.select(columns, List.of(file)));
    database.execute(
        "CREATE OR REPLACE VIEW published AS FROM ("
            + live.select(table, columns)
            + ")"
            + covered(table));
    return new TableComparison(
        table.id(),
        count("published"),
        count("reference"),
        count("(FROM published EXCEPT FROM reference)"),
        count("(FROM reference EXCEPT FROM published)"),
        notCompared(table, made));
  }

  private List<String> notCompared(TableSpec<?> table, List<String> made) throws SQLException {
    List<String> left = new ArrayList<>();
    table.columns().stream()
        .map(ColumnSpec::name)
        .filter(name -> !made.contains(name))
        .forEach(left::add);
    if (table.type() == KpiValue.class) {
      left.addAll(
          database.texts(
              "SELECT DISTINCT metric || ' by ' || grain FROM ("
                  + live.select(table, table.columns())
                  + ") WHERE (metric, grain) NOT IN (SELECT (metric, grain) FROM reference)"
                  + " ORDER BY 1"));
    }
    return left;
  }

  /** Which rows of a table the references make, where SQL expresses some of them. */
  private static String covered(TableSpec<?> table) {
    return table.type() == KpiValue.class
        ? " WHERE (metric, grain) IN (SELECT (metric, grain) FROM reference)"
        : "";
  }

  private long count(String rows) throws SQLException {
    return database.number("SELECT count(*) FROM " + rows);
  }

  private static TableSpec<?> contract(Path file) {
    String name = file.getFileName().toString();
    String id = name.substring(0, name.length() - SUFFIX.length());
    return Contracts.find(id)
        .orElseThrow(() -> new IllegalStateException("No contract declares the table " + id));
  }
}
