package io.growthline.pipelines.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.pipelines.loopback.LoopbackServer.Request;
import io.growthline.pipelines.loopback.LoopbackServer.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** The parts of the Dataflow API that submit a job and wait for it; nothing is run. */
public final class LoopbackDataflow implements AutoCloseable {
  private final String endsAs;
  private final List<JsonNode> jobs = new CopyOnWriteArrayList<>();
  private final Set<String> cancelled = new ConcurrentSkipListSet<>();
  private final Set<String> polled = new ConcurrentSkipListSet<>();
  private final LoopbackServer server = new LoopbackServer(this::answer);

  /**
   * @param endsAs state that every job has at once, like {@code JOB_STATE_DONE}
   */
  public LoopbackDataflow(String endsAs) {
    this.endsAs = endsAs;
  }

  public List<String> options() {
    return List.of("--dataflowEndpoint=" + server.url() + "/");
  }

  /** The jobs as they were submitted. */
  public List<JsonNode> jobs() {
    return jobs;
  }

  /** Jobs whose state was asked for, by id. */
  public Set<String> polled() {
    return polled;
  }

  /** Jobs that were cancelled, by id. */
  public Set<String> cancelled() {
    return cancelled;
  }

  public List<String> unexpected() {
    return server.unexpected();
  }

  private Response answer(Request request) throws IOException {
    if (request.isAt(0, "v1b3", "projects", "*", "locations", "*", "jobs")
        && request.method().equals("POST")) {
      ObjectNode job = (ObjectNode) request.json();
      job.put("location", request.path().get(4)).put("projectId", request.path().get(2));
      jobs.add(job);
      return Response.json(job.deepCopy().put("id", "job-" + jobs.size()));
    }
    if (request.isAt(0, "v1b3", "projects", "*", "locations", "*", "jobs", "*")) {
      if (request.method().equals("PUT")
          && request.json().path("requestedState").asText().equals("JOB_STATE_CANCELLED")) {
        cancelled.add(request.path().get(6));
      }
      polled.add(request.path().get(6));
      return Response.json(Map.of("id", request.path().get(6), "currentState", endsAs));
    }
    if (request.isAt(0, "v1b3", "projects", "*", "locations", "*", "jobs", "*", "messages")
        || request.isAt(0, "v1b3", "projects", "*", "locations", "*", "jobs", "*", "metrics")) {
      return Response.json(Map.of());
    }
    return null;
  }

  @Override
  public void close() {
    server.close();
  }
}
