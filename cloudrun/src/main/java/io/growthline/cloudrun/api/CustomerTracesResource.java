package io.growthline.cloudrun.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.warehouse.Row;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How decisions on one customer came about. */
@Path("/v1/customers/{id}/traces")
@Produces(MediaType.APPLICATION_JSON)
public class CustomerTracesResource {
  private static final JsonMapper JSON = new JsonMapper();

  private final PublishedWarehouse warehouse;

  CustomerTracesResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @GET
  @Operation(
      summary = "How the decision on one customer came about, and what would have changed it",
      description =
          "A customer has one trace at most: that of the newest plan. The list is empty where no"
              + " chance of leaving is known. seen is an object with the values that decided.")
  public Map<String, Object> customer(@PathParam("id") String id, @Context UriInfo uri) {
    Parameters.requireKnown(uri, List.of());
    return warehouse.read(snapshot -> customer(snapshot, id));
  }

  private static Map<String, Object> customer(Snapshot snapshot, String id) {
    Row profile =
        snapshot
            .customers()
            .profile(id)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.NOT_FOUND, "There is no customer " + id, "id"));
    Map<String, Object> answer = Answer.about(snapshot);
    answer.put("customer_id", id);
    answer.put("traces", traces(snapshot, id));
    answer.put("guardrails", Guardrail.of(profile.flag("vulnerable_customer")));
    return answer;
  }

  private static List<Map<String, Object>> traces(Snapshot snapshot, String id) {
    return snapshot
        .query(
            "SELECT * FROM scores.decision_traces WHERE entity_id = @id ORDER BY trace_id",
            Map.of("id", id))
        .stream()
        .map(CustomerTracesResource::trace)
        .toList();
  }

  private static Map<String, Object> trace(Row row) {
    Map<String, Object> trace = row.toMap();
    try {
      trace.put("seen", JSON.readTree(row.text("seen")));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What trace " + row.text("trace_id") + " saw is no JSON", e);
    }
    return trace;
  }
}
