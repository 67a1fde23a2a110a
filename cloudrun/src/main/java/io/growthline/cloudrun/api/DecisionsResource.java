package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.domain.release.ReleaseVerdict;
import io.growthline.pages.section.DecisionWords;
import io.growthline.warehouse.Row;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What may be done with declared changes, and with the run itself. */
@Path("/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
public class DecisionsResource {
  /** What a decision can be. */
  static final List<String> DECISIONS = new ReleaseVerdict.Names().get();

  private final PublishedWarehouse warehouse;

  DecisionsResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @GET
  @Operation(
      summary = "Decisions on the release of changes",
      description =
          "A change may do no more than its strictest gate allows. The change this_run is the run"
              + " that published the tables.")
  public Map<String, Object> decisions(
      @QueryParam("decision") String decision, @Context UriInfo uri) {
    Parameters.requireKnown(uri, List.of("decision"));
    Parameters.requireOneOf("decision", decision, DECISIONS);
    return warehouse.read(snapshot -> decisions(snapshot, decision));
  }

  private static Map<String, Object> decisions(Snapshot snapshot, String decision) {
    Map<String, Object> answer = Answer.about(snapshot);
    answer.put(
        "decisions",
        snapshot.query("SELECT * FROM marts.release_decisions ORDER BY change_id").stream()
            .filter(row -> decision == null || decision.equals(row.text("decision")))
            .map(Row::toMap)
            .toList());
    return answer;
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "The decision on one change, with each gate and its evidence",
      description = "What holds the change back most comes first.")
  public Map<String, Object> decision(@PathParam("id") String id, @Context UriInfo uri) {
    Parameters.requireKnown(uri, List.of());
    return warehouse.read(snapshot -> decision(snapshot, id));
  }

  private static Map<String, Object> decision(Snapshot snapshot, String id) {
    Map<String, Object> change = Map.of("id", id);
    Row decision =
        snapshot
            .query("SELECT * FROM marts.release_decisions WHERE change_id = @id", change)
            .stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(ProblemCode.NOT_FOUND, "There is no change " + id, "id"));
    Map<String, Object> answer = Answer.about(snapshot);
    answer.put("decision", decision.toMap());
    answer.put(
        "gates",
        snapshot
            .query(
                "SELECT * FROM marts.release_decision_gates WHERE change_id = @id ORDER BY "
                    + DecisionWords.GATE_ORDER,
                change)
            .stream()
            .map(Row::toMap)
            .toList());
    return answer;
  }
}
