package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.pages.section.Gates;
import io.growthline.warehouse.Row;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What must hold before anyone relies on the published tables. */
@Path("/v1/monitoring/gates")
@Produces(MediaType.APPLICATION_JSON)
public class GatesResource {
  private final PublishedWarehouse warehouse;

  GatesResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @GET
  @Operation(
      summary = "Release gates with their figures, intervals and verdicts",
      description =
          "What fails comes first. A gate that is withheld could not be judged, says why, and blocks"
              + " nothing. The row overall is the worst of the others.")
  public Map<String, Object> gates(@QueryParam("verdict") String verdict, @Context UriInfo uri) {
    Parameters.requireKnown(uri, List.of("verdict"));
    Parameters.requireOneOf("verdict", verdict, Gates.VERDICTS);
    return warehouse.read(snapshot -> gates(snapshot, verdict));
  }

  private static Map<String, Object> gates(Snapshot snapshot, String verdict) {
    Map<String, Object> answer = Answer.about(snapshot);
    answer.put(
        "gates",
        snapshot.query("SELECT * FROM monitoring.release_gates ORDER BY " + Gates.ORDER).stream()
            .filter(row -> verdict == null || verdict.equals(row.text("verdict")))
            .map(Row::toMap)
            .toList());
    return answer;
  }
}
