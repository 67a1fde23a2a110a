package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.warehouse.Row;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is known about customers, without what identifies a person. */
@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
public class CustomersResource {
  private final PublishedWarehouse warehouse;

  CustomersResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @GET
  @Operation(
      summary = "Customers by segment and risk, page by page",
      description =
          "The next page begins at next_cursor, which is absent on the last. Pages fit together"
              + " while one publication is served; a cursor of an earlier one is refused with 410."
              + " No filter says who needs protection.")
  public Map<String, Object> customers(
      @QueryParam("segment") String segment,
      @QueryParam("lifecycle") String lifecycle,
      @QueryParam("region") String region,
      @QueryParam("plan") String plan,
      @QueryParam("risk_band") String riskBand,
      @QueryParam("sort") @DefaultValue(CustomerPage.RISKIEST) String sort,
      @QueryParam("limit") @DefaultValue("50") String limit,
      @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    Parameters.requireKnown(uri, CustomerPage.PARAMETERS);
    Map<String, String> filters = new LinkedHashMap<>();
    Parameters.putIfAsked(filters, "segment", segment);
    Parameters.putIfAsked(filters, "lifecycle", lifecycle);
    Parameters.putIfAsked(filters, "region", region);
    Parameters.putIfAsked(filters, "plan", plan);
    Parameters.putIfAsked(filters, "risk_band", riskBand);
    CustomerPage page =
        new CustomerPage(
            filters, sort, Parameters.whole("limit", limit, 1, CustomerPage.MOST), cursor);
    return warehouse.read(page::read);
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
    answer.put("currency", Answer.currency(snapshot));
    answer.put("scores", scores);
    answer.put("guardrails", Guardrail.of(profile.flag("vulnerable_customer")));
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
