package io.growthline.warehouse;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** SQL on a local warehouse. Statements can read its tables and nothing else on the machine. */
public final class DuckDbSql implements SqlWarehouse {
  private static final System.Logger LOG = System.getLogger(DuckDbSql.class.getName());

  private final DuckDBConnection connection;
  private final Preparation preparation;

  /** Makes what a statement needs before it is run. */
  private interface Preparation {
    void prepare(Connection connection, String sql) throws SQLException;
  }

  private DuckDbSql(DuckDBConnection connection, Preparation preparation) {
    this.connection = connection;
    this.preparation = preparation;
  }

  /**
   * Opens a published DuckDB file, for reading. It keeps showing that publication; open again to
   * see a newer one.
   *
   * @param file the file, or the link to the newest one
   * @throws SqlWarehouseException when there is no such file
   */
  public static DuckDbSql open(Path file) {
    if (!Files.exists(file)) {
      throw new SqlWarehouseException(
          "Nothing is published at " + file + "; run `growthline run` first", null);
    }
    try {
      Path database = file.toRealPath();
      Path warehouse = database.getParent();
      Optional<Publication> publication = Publication.of(database);
      LocalCatalog read =
          publication.isPresent() ? publication.get().content().catalog() : LocalCatalog.empty();
      DuckDBConnection connection = DuckDb.read(database, warehouse);
      DuckDb.confine(connection, read.files(warehouse));
      return new DuckDbSql(connection, (own, sql) -> {});
    } catch (IOException | SQLException e) {
      throw new SqlWarehouseException("Cannot open " + file + ": " + e.getMessage(), e);
    }
  }

  /** Opens the live Parquet files of a warehouse as they are now; for use between two stages. */
  public static DuckDbSql live(Path warehouse) {
    Path root = warehouse.toAbsolutePath().normalize();
    LocalCatalog catalog = LocalCatalog.read(root);
    LiveViews views = new LiveViews(catalog);
    try {
      DuckDBConnection connection = DuckDb.inMemory(root);
      try (Statement statement = connection.createStatement()) {
        DuckDbTables.createSchemas(statement);
      }
      DuckDb.confine(connection, catalog.files(root));
      return new DuckDbSql(connection, views::make);
    } catch (SQLException e) {
      throw new SqlWarehouseException("Cannot open " + root + ": " + oneLine(e), e);
    }
  }

  @Override
  public QueryResult query(String sql, Map<String, ?> parameters) {
    NamedParameters parsed = parsed(sql);
    try (Connection own = connection.duplicate()) {
      preparation.prepare(own, parsed.sql());
      return query(own, parsed, parameters);
    } catch (SQLException e) {
      throw new SqlWarehouseException(oneLine(e), e);
    }
  }

  /**
   * Runs one SELECT and hands on its rows one by one, so that they need not be kept.
   *
   * @param reader takes the values of each row, as in {@link SqlWarehouse.QueryResult}
   * @return names of the columns
   * @throws SqlWarehouseException with one line for people when the statement cannot be run
   */
  public List<String> forEach(String sql, Consumer<List<Object>> reader) {
    NamedParameters parsed = parsed(sql);
    try (Connection own = connection.duplicate()) {
      preparation.prepare(own, parsed.sql());
      try (PreparedStatement statement = own.prepareStatement(parsed.sql());
          ResultSet rows = statement.executeQuery()) {
        return read(rows, reader);
      }
    } catch (SQLException e) {
      throw new SqlWarehouseException(oneLine(e), e);
    }
  }

  private static NamedParameters parsed(String sql) {
    LOG.log(System.Logger.Level.DEBUG, sql);
    return NamedParameters.duckDb(sql);
  }

  private static QueryResult query(
      Connection connection, NamedParameters parsed, Map<String, ?> parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(parsed.sql())) {
      for (int i = 0; i < parsed.names().size(); i++) {
        statement.setObject(i + 1, parameter(parsed.names().get(i), parameters));
      }
      try (ResultSet rows = statement.executeQuery()) {
        return result(rows);
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new SqlWarehouseException(oneLine(e), e);
    }
  }

  /**
   * DuckDB's message without the picture of the statement that it draws under it, and without
   * advice on settings that nobody can change here.
   */
  static String oneLine(SQLException e) {
    String message = e.getMessage();
    if (message.startsWith("Out of Memory Error")) {
      return message.lines().findFirst().orElseThrow()
          + ". Ask for fewer rows or columns, or give the process more memory beside the Java heap.";
    }
    return message
        .lines()
        .takeWhile(line -> !line.startsWith("LINE "))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static Object parameter(String name, Map<String, ?> parameters) {
    if (!parameters.containsKey(name)) {
      throw new SqlWarehouseException(
          "The statement needs a value for the parameter @" + name, null);
    }
    Object value = parameters.get(name);
    return value instanceof Instant instant
        ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
        : value;
  }

  private static QueryResult result(ResultSet rows) throws SQLException {
    List<List<Object>> values = new ArrayList<>();
    List<String> columns = read(rows, values::add);
    return new QueryResult(columns, Collections.unmodifiableList(values));
  }

  private static List<String> read(ResultSet rows, Consumer<List<Object>> reader)
      throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(meta.getColumnLabel(i));
    }
    while (rows.next()) {
      List<Object> row = new ArrayList<>(columns.size());
      for (int i = 1; i <= columns.size(); i++) {
        row.add(value(columns.get(i - 1), rows.getObject(i)));
      }
      reader.accept(Collections.unmodifiableList(row));
    }
    return List.copyOf(columns);
  }

  private static Object value(String column, Object value) {
    if (value instanceof BigInteger big) {
      return whole(column, big);
    }
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Float || value instanceof BigDecimal) {
      return ((Number) value).doubleValue();
    }
    if (value instanceof java.sql.Timestamp timestamp) {
      return timestamp.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof java.sql.Date date) {
      return date.toLocalDate();
    }
    if (value == null
        || value instanceof Long
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof LocalDate) {
      return value;
    }
    return value.toString();
  }

  // DuckDB adds up in 128 bits; the port has INT64, as BigQuery does.
  private static long whole(String column, BigInteger value) {
    try {
      return value.longValueExact();
    } catch (ArithmeticException e) {
      throw new SqlWarehouseException(
          "Column "
              + column
              + " holds "
              + value
              + ", which does not fit INT64. Cast it to FLOAT64 in the statement.",
          e);
    }
  }
}
