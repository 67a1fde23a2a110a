package io.growthline.warehouse;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * Opens DuckDB for a local warehouse, with bounded memory: what does not fit is spilled into the
 * warehouse. Statements find its files through {@link DuckDbTables#file}.
 */
final class DuckDb {
  static final String SPILL = "_spill-";

  // Beside the Java heap of the launcher this keeps a process below 4 GiB, also when a stage has
  // one database open and publishes through another.
  private static final String MEMORY = "512MB";
  private static final int MOST_THREADS = 4;

  private DuckDb() {}

  /** A database without a file. */
  static DuckDBConnection inMemory(Path warehouse) throws SQLException {
    return connect("", warehouse, false);
  }

  /** A database in a file of the warehouse directory. */
  static DuckDBConnection create(Path file, Path warehouse) throws SQLException {
    return connect(file.toString(), warehouse, false);
  }

  /** The same, for reading; other processes can read it too. */
  static DuckDBConnection read(Path file, Path warehouse) throws SQLException {
    return connect(file.toString(), warehouse, true);
  }

  /** From now on statements can read the database and these files of the warehouse, no others. */
  static void confine(DuckDBConnection connection, Collection<Path> files) throws SQLException {
    String allowed =
        files.stream()
            .map(file -> DuckDbTables.literal(file.toString()))
            .collect(Collectors.joining(", ", "[", "]"));
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET allowed_paths = " + allowed);
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
    }
  }

  private static DuckDBConnection connect(String file, Path warehouse, boolean readOnly)
      throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", MEMORY);
    settings.setProperty(
        "threads",
        String.valueOf(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors())));
    settings.setProperty("temp_directory", warehouse.resolve(SPILL + UUID.randomUUID()).toString());
    settings.setProperty("duckdb.read_only", String.valueOf(readOnly));
    DuckDBConnection connection =
        (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:" + file, settings);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET VARIABLE warehouse = " + DuckDbTables.literal(warehouse.toString()));
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }
}
