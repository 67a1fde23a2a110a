package io.growthline.warehouse;

import java.nio.file.Files;
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
 * warehouse, or refused where that cannot be written. Statements find its files through {@link
 * DuckDbTables#file}.
 */
final class DuckDb {
  static final String SPILL = "_spill-";

  private DuckDb() {}

  /** A database without a file. */
  static DuckDBConnection inMemory(Path warehouse) throws SQLException {
    return inMemory(warehouse, DuckDbLimits.here());
  }

  /** The same, with limits of the caller. */
  static DuckDBConnection inMemory(Path warehouse, DuckDbLimits limits) throws SQLException {
    return connect("", warehouse, settings(warehouse, limits));
  }

  /** A database in a file of the warehouse directory. */
  static DuckDBConnection create(Path file, Path warehouse) throws SQLException {
    return connect(file.toString(), warehouse, settings(warehouse, DuckDbLimits.here()));
  }

  /** The same, for reading; other processes can read it too. */
  static DuckDBConnection read(Path file, Path warehouse) throws SQLException {
    Properties settings = settings(warehouse, DuckDbLimits.here());
    settings.setProperty("duckdb.read_only", "true");
    return connect(file.toString(), warehouse, settings);
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

  private static Properties settings(Path warehouse, DuckDbLimits limits) {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", limits.memoryBytes() + "B");
    settings.setProperty("threads", String.valueOf(limits.threads()));
    // A bucket that the service mounts for reading cannot take what is spilled.
    settings.setProperty(
        "temp_directory",
        Files.isWritable(warehouse) ? warehouse.resolve(SPILL + UUID.randomUUID()).toString() : "");
    return settings;
  }

  private static DuckDBConnection connect(String file, Path warehouse, Properties settings)
      throws SQLException {
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
