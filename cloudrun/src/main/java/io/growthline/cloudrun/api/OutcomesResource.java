package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.warehouse.Row;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whether groups of customers fare differently. */
@Path("/v1/outcomes")
@Produces(MediaType.APPLICATION_JSON)
public class OutcomesResource {
  private final PublishedWarehouse warehouse;

  OutcomesResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @GET
  @Operation(
      summary = "Gaps between groups of customers",
      description =
          "For each outcome and dimension the groups with the highest and the lowest rate, the gap"
              + " with its 90 % interval, and a verdict. A gap says who fares worse, not why; groups"
              + " that are too small are withheld.")
  public Map<String, Object> outcomes(@Context UriInfo uri) {
    Parameters.requireKnown(uri, List.of());
    return warehouse.read(OutcomesResource::gaps);
  }

  private static Map<String, Object> gaps(Snapshot snapshot) {
    Map<String, Object> answer = Answer.about(snapshot);
    answer.put(
        "gaps",
        snapshot.query("SELECT * FROM marts.outcome_gaps ORDER BY outcome, dimension").stream()
            .map(Row::toMap)
            .toList());
    return answer;
  }
}
