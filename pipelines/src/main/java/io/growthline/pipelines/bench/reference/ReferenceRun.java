package io.growthline.pipelines.bench.reference;

import static io.growthline.pipelines.bench.reference.ReferenceDatabase.literal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.pipelines.run.DataDirectory;
import io.growthline.pipelines.run.Stage;
import io.growthline.pipelines.stage.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What DuckDB took for the tables of a stage.
 *
 * @param seconds wall time of the statements, with reading and writing
 * @param rows rows by {@code dataset.table}
 */
public record ReferenceRun(double seconds, Map<String, Long> rows) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "run.json";

  /** Whether SQL can make the tables of a stage. */
  public static boolean exists(Stage stage) {
    return Reference.of(stage).isPresent();
  }

  /**
   * Makes the tables of a stage and writes each to {@code dataset.table.parquet}.
   *
   * @param data what the stage reads
   * @param asOf as-of day of the run; null for ingest
   * @param out directory for the tables
   * @throws UsageException when SQL cannot make the tables of the stage
   */
  public static ReferenceRun of(Stage stage, DataDirectory data, LocalDate asOf, Path out) {
    Reference reference =
        Reference.of(stage)
            .orElseThrow(
                () ->
                    new UsageException("There is no reference for the stage " + stage.id() + "."));
    try {
      Files.createDirectories(out);
      ReferenceRun run = run(reference, data, asOf, out);
      JSON.writeValue(out.resolve(FILE).toFile(), run);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the reference tables to " + out, e);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The reference of the stage " + stage.id() + " failed: " + e.getMessage(), e);
    }
  }

  /** The run that has written to a directory. */
  public static ReferenceRun read(Path out) {
    try {
      return JSON.readValue(out.resolve(FILE).toFile(), ReferenceRun.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + out.resolve(FILE), e);
    }
  }

  /** Rows of all tables. */
  public long totalRows() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  private static ReferenceRun run(Reference reference, DataDirectory data, LocalDate asOf, Path out)
      throws SQLException {
    long start = System.nanoTime();
    Map<String, Long> rows = new TreeMap<>();
    try (ReferenceDatabase database = ReferenceDatabase.open(out)) {
      database.execute("CREATE SCHEMA " + reference.dataset());
      reference.define(database, data, asOf);
      for (String view : views(database, reference.dataset())) {
        String table = reference.dataset() + "." + view;
        Path file = out.resolve(table + ".parquet");
        rows.put(
            table, database.number("COPY (FROM " + table + ") TO " + literal(file.toString())));
      }
    }
    return new ReferenceRun((System.nanoTime() - start) / 1e9, rows);
  }

  private static Iterable<String> views(ReferenceDatabase database, String schema)
      throws SQLException {
    return database.texts(
        "SELECT view_name FROM duckdb_views() WHERE schema_name = "
            + literal(schema)
            + " ORDER BY view_name");
  }
}
