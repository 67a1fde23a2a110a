package io.growthline.pipelines.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.Contracts;
import io.growthline.googlesql.GoogleSql;
import io.growthline.pipelines.loopback.LoopbackServer.Request;
import io.growthline.pipelines.loopback.LoopbackServer.Response;
import io.growthline.warehouse.DuckDbSql;
import io.growthline.warehouse.LocalCatalog;
import io.growthline.warehouse.SqlWarehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/**
 * The parts of the BigQuery API that the driver of a stage uses: queries, answered by DuckDB on a
 * directory warehouse, table metadata and jobs. What Google's analyser refuses is refused here too.
 * Jobs are done at once and move no rows.
 */
public final class LoopbackBigQuery implements AutoCloseable {
  private static final GoogleSql GOOGLE_SQL = GoogleSql.ofContracts();

  private static final Map<Statement, String> TYPES = new ConcurrentHashMap<>();

  private final Path warehouse;
  private final Set<String> tables = new ConcurrentSkipListSet<>();
  private final List<String> copies = new CopyOnWriteArrayList<>();
  private final List<String> changes = new CopyOnWriteArrayList<>();
  private final List<String> queries = new CopyOnWriteArrayList<>();
  private volatile ToLongFunction<String> bytes = statement -> 0;
  private final Map<String, JsonNode> jobs = new ConcurrentHashMap<>();
  private final LoopbackServer server = new LoopbackServer(this::answer);

  private LocalCatalog opened;
  private SqlWarehouse sql;

  /** What the analyser was asked. */
  private record Statement(String text, Map<String, ColumnType> parameters) {}

  /**
   * @param warehouse directory with the tables that queries see
   */
  public LoopbackBigQuery(Path warehouse) {
    this.warehouse = warehouse;
  }

  public List<String> options() {
    return List.of("--bigQueryEndpoint=" + server.url());
  }

  /** Tables that were created and not deleted, as {@code dataset.table}. */
  public Set<String> tables() {
    return tables;
  }

  /** Destinations of copy jobs, as {@code dataset.table}. */
  public List<String> copies() {
    return copies;
  }

  /** Statements that change a table, but nothing here. */
  public List<String> changes() {
    return changes;
  }

  /** Statements that were answered. */
  public List<String> queries() {
    return queries;
  }

  /** Says how many bytes statements read; none, when nothing is said. */
  public void reads(ToLongFunction<String> bytesOfStatement) {
    bytes = bytesOfStatement;
  }

  public List<String> unexpected() {
    return server.unexpected();
  }

  private Response answer(Request request) throws IOException {
    if (request.isAt(2, "projects", "*", "queries")) {
      return analysed(request.json(), this::query);
    }
    if (request.isAt(2, "projects", "*", "jobs")) {
      JsonNode job = request.json();
      if (job.at("/configuration").has("copy")) {
        copies.add(id(job.at("/configuration/copy/destinationTable")));
      }
      if (job.at("/configuration/dryRun").asBoolean()) {
        return analysed(
            job.at("/configuration/query"), (query, type) -> Response.json(estimate(job, type)));
      }
      jobs.put(job.at("/jobReference/jobId").asText(), job);
      return Response.json(job);
    }
    if (request.isAt(2, "projects", "*", "jobs", "*")) {
      return Response.json(
          Map.of(
              "jobReference", jobs.get(request.path().get(5)).get("jobReference"),
              "status", Map.of("state", "DONE"),
              // An export of no rows is no file.
              "statistics", Map.of("extract", Map.of("destinationUriFileCounts", List.of("0")))));
    }
    if (request.isAt(2, "projects", "*", "datasets", "*")) {
      return Response.json(Map.of("location", "europe-west2"));
    }
    if (request.isAt(2, "projects", "*", "datasets", "*", "tables")) {
      String table = id(request.json().get("tableReference"));
      tables.add(table);
      staged(table);
      return Response.json(request.json());
    }
    if (request.isAt(2, "projects", "*", "datasets", "*", "tables", "*")) {
      return table(request, request.path().get(5) + "." + request.path().get(7));
    }
    return null;
  }

  private static Response analysed(JsonNode query, BiFunction<JsonNode, String, Response> answer) {
    Map<String, ColumnType> types = new HashMap<>();
    for (JsonNode parameter : query.path("queryParameters")) {
      types.put(
          parameter.get("name").asText(),
          ColumnType.valueOf(parameter.at("/parameterType/type").asText()));
    }
    try {
      // A table that is known stays known, so what was accepted would be accepted again.
      Statement statement = new Statement(query.get("query").asText(), Map.copyOf(types));
      String type = TYPES.get(statement);
      if (type == null) {
        type = GOOGLE_SQL.statementType(statement.text(), types);
        TYPES.put(statement, type);
      }
      return answer.apply(query, type);
    } catch (GoogleSql.RefusedException e) {
      return Response.error(400, "invalidQuery", e.getMessage());
    }
  }

  private Response table(Request request, String id) {
    boolean staged = id.startsWith("staging.");
    if (staged && !tables.contains(id)) {
      return Response.error(404, "notFound", "Not found: Table " + id);
    }
    if (request.method().equals("DELETE")) {
      tables.remove(id);
      return Response.status(204);
    }
    return Response.json(
        Map.of("numRows", "0", "numBytes", "0", "schema", Map.of("fields", fields(id))));
  }

  /** A staged table has the columns of the table for which it is staged. */
  private static void staged(String id) {
    String name = id.substring(id.indexOf('.') + 1);
    Contracts.all().stream()
        .filter(table -> name.startsWith(table.dataset() + "_" + table.name() + "_"))
        .forEach(table -> GOOGLE_SQL.add("staging", name, table));
  }

  private static List<Map<String, Object>> fields(String id) {
    return Contracts.all().stream()
        .filter(table -> table.id().equals(id))
        .flatMap(table -> table.columns().stream())
        .map(c -> Map.<String, Object>of("name", c.name(), "type", c.type().name()))
        .toList();
  }

  private static String id(JsonNode reference) {
    return reference.get("datasetId").asText() + "." + reference.get("tableId").asText();
  }

  private Map<String, Object> estimate(JsonNode job, String type) {
    long read = bytes.applyAsLong(job.at("/configuration/query/query").asText());
    return Map.of(
        "configuration",
        job.get("configuration"),
        "status",
        Map.of("state", "DONE"),
        "statistics",
        Map.of("query", Map.of("statementType", type, "totalBytesProcessed", Long.toString(read))));
  }

  private Response query(JsonNode request, String type) {
    String text = request.get("query").asText();
    switch (type) {
      case "SELECT":
        queries.add(text);
        return Response.json(select(request, text));
      case "DELETE", "ALTER_TABLE":
        changes.add(text);
        return Response.json(
            Map.of("jobComplete", true, "totalRows", "0", "schema", Map.of("fields", List.of())));
      default:
        return Response.error(400, "invalidQuery", "Nobody here runs a " + type + ": " + text);
    }
  }

  private Map<String, Object> select(JsonNode request, String text) {
    if (text.contains(" FROM staging.")) {
      // Nothing was loaded, so nothing is staged.
      return Map.of(
          "jobComplete",
          true,
          "totalRows",
          "0",
          "schema",
          Map.of("fields", List.of(Map.of("name", "day", "type", "DATE"))));
    }
    Map<String, Object> parameters = new HashMap<>();
    for (JsonNode parameter : request.path("queryParameters")) {
      parameters.put(
          parameter.get("name").asText(),
          value(
              parameter.at("/parameterType/type").asText(),
              parameter.at("/parameterValue/value").asText()));
    }
    SqlWarehouse.QueryResult result = ask(text, parameters);
    List<Object> fields = new ArrayList<>();
    for (int i = 0; i < result.columns().size(); i++) {
      fields.add(Map.of("name", result.columns().get(i), "type", type(result, i)));
    }
    return Map.of(
        "jobComplete",
        true,
        "totalRows",
        Integer.toString(result.rows().size()),
        "schema",
        Map.of("fields", fields),
        "rows",
        result.rows().stream().map(LoopbackBigQuery::row).toList());
  }

  /** Asks the tables as they are now; opening them takes longer than most queries. */
  private synchronized SqlWarehouse.QueryResult ask(String text, Map<String, Object> parameters) {
    LocalCatalog now = LocalCatalog.read(warehouse);
    if (!now.equals(opened)) {
      closeTables();
      sql = DuckDbSql.live(warehouse);
      opened = now;
    }
    return sql.query(text, parameters);
  }

  private void closeTables() {
    if (sql != null) {
      sql.close();
    }
  }

  private static Object value(String type, String text) {
    return switch (type) {
      case "INT64" -> (Object) Long.valueOf(text);
      case "FLOAT64" -> Double.valueOf(text);
      case "BOOL" -> Boolean.valueOf(text);
      case "DATE" -> LocalDate.parse(text);
      case "STRING" -> text;
      case "TIMESTAMP" -> OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
      default -> throw new IllegalArgumentException("No parameters of type " + type + " here");
    };
  }

  private static String type(SqlWarehouse.QueryResult result, int column) {
    for (List<Object> row : result.rows()) {
      Object value = row.get(column);
      if (value instanceof Long || value instanceof Integer) {
        return "INTEGER";
      } else if (value instanceof Number) {
        return "FLOAT";
      } else if (value instanceof Boolean) {
        return "BOOLEAN";
      } else if (value instanceof LocalDate) {
        return "DATE";
      } else if (value instanceof Instant) {
        return "TIMESTAMP";
      }
    }
    return "STRING";
  }

  private static Map<String, Object> row(List<Object> values) {
    List<Object> cells = new ArrayList<>();
    for (Object value : values) {
      Map<String, Object> cell = new HashMap<>();
      cell.put(
          "v",
          value instanceof Instant at
              ? at.getEpochSecond() + "." + String.format("%06d", at.getNano() / 1000)
              : value == null ? null : value.toString());
      cells.add(cell);
    }
    return Map.of("f", cells);
  }

  @Override
  public synchronized void close() {
    server.close();
    closeTables();
    sql = null;
    opened = null;
  }
}
