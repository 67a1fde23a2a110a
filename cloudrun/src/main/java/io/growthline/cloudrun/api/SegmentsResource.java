package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.pages.section.SegmentFigures;
import io.growthline.warehouse.Row;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What segments of customers are worth. */
@Path("/v1/segments")
@Produces(MediaType.APPLICATION_JSON)
public class SegmentsResource {
  private final PublishedWarehouse warehouse;

  SegmentsResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @GET
  @Operation(
      summary = "Customers, revenue, spending and mean scores by segment",
      description =
          "By behavioural segment, place in the life cycle, or RFM cell; the largest segment first.")
  public Map<String, Object> segments(
      @QueryParam("by") @DefaultValue("segment") String by, @Context UriInfo uri) {
    Parameters.requireKnown(uri, List.of("by"));
    Parameters.requireOneOf("by", by, SegmentFigures.names());
    return warehouse.read(snapshot -> segments(snapshot, by));
  }

  private static Map<String, Object> segments(Snapshot snapshot, String by) {
    String figures = SegmentFigures.valueOf(by.toUpperCase(Locale.ROOT)).sql();
    Map<String, Object> answer = Answer.about(snapshot);
    answer.put("by", by);
    answer.put(
        "segments",
        snapshot
            .query("SELECT * FROM (" + figures + ") AS f ORDER BY customers DESC, segment")
            .stream()
            .map(Row::toMap)
            .toList());
    answer.put("guardrails", List.of(Guardrail.PRIORITISATION));
    return answer;
  }
}
