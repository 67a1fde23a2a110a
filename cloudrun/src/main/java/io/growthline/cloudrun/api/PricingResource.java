package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.domain.pricing.DemandModel;
import io.growthline.domain.pricing.DemandModels;
import io.growthline.domain.pricing.ScenarioEngine;
import io.growthline.domain.pricing.ScenarioRequest;
import io.growthline.domain.pricing.ScenarioResult;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Pricing scenarios: analysis with intervals, never a decision. */
@Path("/v1/pricing/scenarios")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PricingResource {
  private final PublishedWarehouse warehouse;

  PricingResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @POST
  @Operation(summary = "What a monthly price and a one-off incentive would bring")
  public PricingResponse scenario(
      @RequestBody(content = @Content(schema = @Schema(implementation = PricingRequest.class)))
          InputStream body) {
    PricingRequest request = JsonBody.read(body, PricingRequest.class);
    JsonBody.require(request.segment(), "segment");
    long price = inRange("price_minor", JsonBody.require(request.priceMinor(), "price_minor"), 1);
    long incentive =
        request.incentiveMinor() == null
            ? 0
            : inRange("incentive_minor", request.incentiveMinor(), 0);
    ScenarioRequest scenario = new ScenarioRequest(request.segment(), price, incentive);
    return warehouse.read(snapshot -> evaluate(snapshot, scenario));
  }

  private static PricingResponse evaluate(Snapshot snapshot, ScenarioRequest request) {
    DemandModels demand =
        snapshot
            .models()
            .demand()
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.MODEL_UNAVAILABLE,
                        "No demand models are active; run ./growthline run"));
    if (demand.find(request.segment()).isEmpty()) {
      List<String> known = demand.models().stream().map(DemandModel::segment).toList();
      throw ProblemException.notAllowed("segment", request.segment(), known);
    }
    ScenarioResult result = new ScenarioEngine(demand).evaluate(request);
    return PricingResponse.of(result, demand.version(), Answer.currency(snapshot));
  }

  private static long inRange(String field, long value, long least) {
    if (value < least || value > ScenarioRequest.MAX_MINOR) {
      throw new ProblemException(
          ProblemCode.OUT_OF_RANGE,
          field + " must be between " + least + " and " + ScenarioRequest.MAX_MINOR,
          field);
    }
    return value;
  }
}
