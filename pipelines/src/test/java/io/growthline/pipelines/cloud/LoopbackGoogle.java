package io.growthline.pipelines.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cloud Run jobs and BigQuery on a local port: takes what comes, answers as told. */
final class LoopbackGoogle implements AutoCloseable {
  /** One run of the job of a stage, with the words that it was given. */
  record Started(String stage, List<String> words) {}

  private final HttpServer server;
  private final List<Started> started = new ArrayList<>();
  private final Map<String, Deque<Integer>> outcomes = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private List<String> verdicts = List.of("pass");
  private Map<String, Object> query;

  LoopbackGoogle() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next runs of a stage end with these exit codes; later ones end well. */
  void ends(String stage, Integer... exitCodes) {
    outcomes.put(stage, new ArrayDeque<>(List.of(exitCodes)));
  }

  /** The rows that the statement on the gates gives. */
  void gateSays(String... rows) {
    verdicts = List.of(rows);
  }

  List<Started> started() {
    return started;
  }

  /** The last statement that BigQuery was asked. */
  Map<String, Object> query() {
    return query;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Object answer;
    int status = 200;
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readAllBytes();
      Map<String, Object> request =
          body.length == 0 ? Map.of() : Workflow.map(Workflow.JSON.readValue(body, Map.class));
      if (path.endsWith(":run")) {
        answer = run(path, request);
      } else if (path.endsWith("/tasks")) {
        answer = Map.of("tasks", List.of(task(Integer.parseInt(path.split("/")[9]))));
      } else if (path.contains("/executions/")) {
        answer = execution(path.substring("/v2/".length()));
      } else if (path.endsWith("/queries")) {
        answer = rows(request);
      } else {
        status = 404;
        answer = Map.of("code", 404, "message", "No such path " + path);
      }
    } catch (RuntimeException e) {
      status = 400;
      answer = Map.of("code", 400, "message", String.valueOf(e.getMessage()));
    }
    byte[] bytes = Workflow.JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private Object run(String path, Map<String, Object> request) {
    String stage = last(path).replace("growthline-", "").replace(":run", "");
    Map<String, Object> overrides = Workflow.map(request.get("overrides"));
    Map<String, Object> container =
        Workflow.map(Workflow.list(overrides.get("containerOverrides")).get(0));
    started.add(
        new Started(
            stage, Workflow.list(container.get("args")).stream().map(Object::toString).toList()));
    Integer exitCode = outcomes.getOrDefault(stage, new ArrayDeque<>()).poll();
    String execution =
        path.substring("/v2/".length()).replace(":run", "")
            + "/executions/"
            + (exitCode == null ? 0 : exitCode)
            + "/"
            + started.size();
    return Map.of("name", "operations/1", "done", false, "metadata", Map.of("name", execution));
  }

  /** Runs when it is first looked at, and has ended at the next look. */
  private Object execution(String name) {
    if (seen.add(name)) {
      return Map.of("name", name, "runningCount", 1);
    }
    boolean done = name.split("/")[7].equals("0");
    return Map.of(
        "name",
        name,
        "completionTime",
        "2026-07-01T02:30:00Z",
        done ? "succeededCount" : "failedCount",
        1);
  }

  private static Object task(int exitCode) {
    return Map.of("lastAttemptResult", Map.of("exitCode", exitCode));
  }

  private Object rows(Map<String, Object> request) {
    query = request;
    return Map.of(
        "jobComplete",
        true,
        "totalRows",
        String.valueOf(verdicts.size()),
        "rows",
        verdicts.stream().map(v -> Map.of("f", List.of(Map.of("v", v)))).toList());
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
