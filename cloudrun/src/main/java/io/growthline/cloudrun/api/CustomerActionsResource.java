package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.warehouse.Row;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What was decided for one customer. */
@Path("/v1/customers/{id}/actions")
@Produces(MediaType.APPLICATION_JSON)
public class CustomerActionsResource {
  private final PublishedWarehouse warehouse;

  CustomerActionsResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @GET
  @Operation(
      summary = "What is to be done for one customer, or why nothing is",
      description =
          "At most one action is chosen for a customer. Both lists are empty where no chance of"
              + " leaving is known.")
  public Map<String, Object> customer(@PathParam("id") String id) {
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
    answer.put("chosen", rows(snapshot, "action_plan", id));
    answer.put("rejected", rows(snapshot, "action_rejections", id));
    answer.put("guardrails", Guardrail.of(profile.flag("vulnerable_customer")));
    return answer;
  }

  private static List<Map<String, Object>> rows(Snapshot snapshot, String table, String id) {
    return snapshot
        .query(
            "SELECT * FROM scores." + table + " WHERE customer_id = @id ORDER BY customer_id",
            Map.of("id", id))
        .stream()
        .map(Row::toMap)
        .toList();
  }
}
