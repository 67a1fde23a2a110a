package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.warehouse.Row;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is known about one customer, without what identifies a person. */
@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
public class CustomersResource {
  private final PublishedWarehouse warehouse;

  CustomersResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Profile, scores with reasons, and guardrails of one customer")
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
    List<Row> reasons = snapshot.customers().reasons(id);
    List<Map<String, Object>> scores =
        snapshot.customers().scores(id).stream().map(score -> withReasons(score, reasons)).toList();
    Map<String, Object> answer = new LinkedHashMap<>(profile.toMap());
    answer.put("scores", scores);
    answer.put(
        "guardrails",
        profile.flag("vulnerable_customer")
            ? List.of(Guardrail.VULNERABLE, Guardrail.PRIORITISATION)
            : List.of(Guardrail.PRIORITISATION));
    return answer;
  }

  private static Map<String, Object> withReasons(Row score, List<Row> reasons) {
    Map<String, Object> map = new LinkedHashMap<>(score.toMap());
    map.put(
        "reasons",
        reasons.stream()
            .filter(reason -> reason.text("model").equals(score.text("model")))
            .map(CustomersResource::withoutModel)
            .toList());
    return map;
  }

  private static Map<String, Object> withoutModel(Row reason) {
    Map<String, Object> map = new LinkedHashMap<>(reason.toMap());
    map.remove("model");
    return map;
  }
}
