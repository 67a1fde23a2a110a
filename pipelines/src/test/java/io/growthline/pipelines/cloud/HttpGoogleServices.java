package io.growthline.pipelines.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;

/** The connectors of Workflows that the nightly run uses, as calls of the services' REST APIs. */
final class HttpGoogleServices implements Workflow.GoogleServices {
  /** Arguments of each connector. */
  static final Map<String, Set<String>> CONNECTORS =
      Map.of(
          "googleapis.run.v2.projects.locations.jobs.run",
          Set.of("name", "body", "connector_params"),
          "googleapis.run.v2.projects.locations.jobs.executions.get",
          Set.of("name"),
          "googleapis.run.v2.projects.locations.jobs.executions.tasks.list",
          Set.of("parent"),
          "googleapis.bigquery.v2.jobs.query",
          Set.of("projectId", "body"));

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  HttpGoogleServices(URI base) {
    this.base = base;
  }

  @Override
  public Object call(String name, Map<String, Object> arguments) {
    Object project = arguments.get("projectId");
    return switch (name) {
      case "googleapis.run.v2.projects.locations.jobs.run" ->
          send("POST", "/v2/" + arguments.get("name") + ":run", arguments.get("body"));
      case "googleapis.run.v2.projects.locations.jobs.executions.get" ->
          send("GET", "/v2/" + arguments.get("name"), null);
      case "googleapis.run.v2.projects.locations.jobs.executions.tasks.list" ->
          send("GET", "/v2/" + arguments.get("parent") + "/tasks", null);
      case "googleapis.bigquery.v2.jobs.query" ->
          send("POST", "/bigquery/v2/projects/" + project + "/queries", arguments.get("body"));
      default -> throw new IllegalArgumentException("There is no connector " + name);
    };
  }

  private Map<String, Object> send(String method, String path, Object body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(base.resolve(path))
              .method(
                  method,
                  body == null
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofString(Workflow.JSON.writeValueAsString(body)))
              .build();
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      Map<String, Object> answer =
          Workflow.map(Workflow.JSON.readValue(response.body(), Map.class));
      if (response.statusCode() >= 300) {
        throw new Workflow.Raised(answer);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
