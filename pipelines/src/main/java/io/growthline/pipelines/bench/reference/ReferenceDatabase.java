package io.growthline.pipelines.bench.reference;

import io.growthline.warehouse.DirectoryTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A DuckDB in memory, on all processors that Java may use. */
final class ReferenceDatabase implements AutoCloseable {
  private final Connection connection;
  private final Path overflow;

  private ReferenceDatabase(Connection connection, Path overflow) {
    this.connection = connection;
    this.overflow = overflow;
  }

  /**
   * Opens an empty database; what does not fit in memory goes to a directory below {@code work}.
   */
  static ReferenceDatabase open(Path work) throws SQLException {
    Path overflow = work.resolve("overflow");
    ReferenceDatabase database =
        new ReferenceDatabase(DriverManager.getConnection("jdbc:duckdb:"), overflow);
    database.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
    database.execute("SET TimeZone = 'UTC'");
    database.execute("SET preserve_insertion_order = false");
    database.execute("SET temp_directory = " + literal(overflow.toString()));
    return database;
  }

  /** The statements of a file beside this class. */
  static String resource(String name) {
    try (InputStream sql = ReferenceDatabase.class.getResourceAsStream(name)) {
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Runs one or more statements. */
  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The number that a statement gives, or how many rows it wrote. */
  long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return statement.getLargeUpdateCount();
      }
      try (ResultSet rows = statement.getResultSet()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /** The first column of all rows that a query gives. */
  List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    try {
      DirectoryTree.delete(overflow);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + overflow, e);
    }
  }
}
