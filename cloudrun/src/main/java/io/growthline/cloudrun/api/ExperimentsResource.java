package io.growthline.cloudrun.api;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What experiments say. */
@Path("/v1/experiments")
@Produces(MediaType.APPLICATION_JSON)
public class ExperimentsResource {
  private final PublishedWarehouse warehouse;

  ExperimentsResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @GET
  @Operation(
      summary = "All experiments, with days left and a memo",
      description =
          "The memo is ship, iterate or hold, with its reasons; null where nobody was exposed yet.")
  public Map<String, Object> experiments(@Context UriInfo uri) {
    Parameters.requireKnown(uri, List.of());
    return warehouse.read(ExperimentsResource::all);
  }

  @GET
  @Path("/{id}")
  @Operation(
      summary = "One experiment: its effects, by segment too, and their course",
      description =
          "results has a row for each metric, arm, dimension and value; an effect that is withheld"
              + " is null, and verdict_reason says why. series has the effect as it was known on"
              + " each day: read it by always_lower and always_upper, which hold however often one"
              + " looks.")
  public Map<String, Object> experiment(@PathParam("id") String id, @Context UriInfo uri) {
    Parameters.requireKnown(uri, List.of());
    return warehouse.read(snapshot -> one(snapshot, id));
  }

  private static Map<String, Object> all(Snapshot snapshot) {
    Map<String, Object> answer = Answer.about(snapshot);
    answer.put(
        "experiments",
        snapshot.query("SELECT * FROM marts.experiments ORDER BY experiment_id").stream()
            .map(ExperimentsResource::described)
            .toList());
    return answer;
  }

  private static Map<String, Object> one(Snapshot snapshot, String id) {
    Row row =
        rows(snapshot, "experiments", "experiment_id", id).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.NOT_FOUND, "There is no experiment " + id, "id"));
    Map<String, Object> answer = Answer.about(snapshot);
    answer.putAll(described(row));
    answer.put(
        "results", maps(rows(snapshot, "experiment_results", "metric, arm, dimension, value", id)));
    answer.put("series", maps(rows(snapshot, "experiment_series", "metric, arm, measured_on", id)));
    return answer;
  }

  private static List<Row> rows(Snapshot snapshot, String table, String order, String id) {
    return snapshot.query(
        "SELECT * FROM marts.%s WHERE experiment_id = @id ORDER BY %s".formatted(table, order),
        Map.of("id", id));
  }

  private static List<Map<String, Object>> maps(List<Row> rows) {
    List<Map<String, Object>> maps = new ArrayList<>();
    for (Row row : rows) {
      Map<String, Object> map = new LinkedHashMap<>(row.toMap());
      map.remove("experiment_id");
      map.remove("as_of");
      maps.add(map);
    }
    return maps;
  }

  /** A row of {@code marts.experiments}, its lists of arms as one list of objects. */
  private static Map<String, Object> described(Row row) {
    Map<String, Object> described = new LinkedHashMap<>(row.toMap());
    described.remove("as_of");
    String[] shares = row.text("allocation").split(", ");
    String[] exposed = row.text("exposed_by_arm").split(", ");
    List<Map<String, Object>> arms = new ArrayList<>();
    for (String name : row.text("arms").split(", ")) {
      Map<String, Object> arm = new LinkedHashMap<>();
      arm.put("name", name);
      arm.put("share", Double.valueOf(shares[arms.size()]));
      arm.put("exposed", Long.valueOf(exposed[arms.size()]));
      arms.add(arm);
    }
    described.put("arms", arms);
    described.remove("allocation");
    described.remove("exposed_by_arm");
    return described;
  }
}
