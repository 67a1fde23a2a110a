package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
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
  private static final String PROFILE_COLUMNS =
      String.join(
          ", ",
          TableSpec.of(Customer360Profile.class).columns().stream()
              .filter(column -> !column.pii())
              .map(ColumnSpec::name)
              .toList());

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
    Map<String, Object> byId = Map.of("id", id);
    Row profile =
        snapshot
            .query(
                "SELECT "
                    + PROFILE_COLUMNS
                    + " FROM marts.customer_360_profile WHERE customer_id = @id",
                byId)
            .stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.NOT_FOUND, "There is no customer " + id, "id"));
    List<Row> reasons =
        snapshot.query(
            "SELECT model, position, feature, value, contribution, text FROM scores.score_reasons"
                + " WHERE customer_id = @id ORDER BY model, position",
            byId);
    List<Map<String, Object>> scores =
        snapshot
            .query(
                "SELECT model, model_version, as_of, score, band FROM scores.customer_scores"
                    + " WHERE customer_id = @id ORDER BY model",
                byId)
            .stream()
            .map(score -> withReasons(score, reasons))
            .toList();
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
