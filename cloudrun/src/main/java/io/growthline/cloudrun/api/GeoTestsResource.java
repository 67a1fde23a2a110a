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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What treatments of some regions changed. */
@Path("/v1/geo-tests")
@Produces(MediaType.APPLICATION_JSON)
public class GeoTestsResource {
  private static final String RESULTS =
      "SELECT * FROM marts.geo_incrementality"
          + " ORDER BY starts_on DESC, test_id, metric, method DESC";

  private final PublishedWarehouse warehouse;

  GeoTestsResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @GET
  @Operation(
      summary = "Effects of all tests of regions, the newest test first",
      description =
          "A row for each test, metric and method. Effects are null where the verdict is invalid;"
              + " the figures of the checks say why.")
  public Map<String, Object> tests(@Context UriInfo uri) {
    Parameters.requireKnown(uri, List.of());
    return warehouse.read(
        snapshot -> {
          Map<String, Object> answer = Answer.about(snapshot);
          answer.put("geo_tests", maps(snapshot.query(RESULTS)));
          return answer;
        });
  }

  @GET
  @Path("/{id}")
  @Operation(
      summary = "One test of regions with its days, placebos and regions",
      description =
          "All metrics and methods of the test. Lists are empty where its outcomes cannot be"
              + " compared; verdict_reason says why.")
  public Map<String, Object> test(@PathParam("id") String id, @Context UriInfo uri) {
    Parameters.requireKnown(uri, List.of());
    return warehouse.read(snapshot -> test(snapshot, id));
  }

  private static Map<String, Object> test(Snapshot snapshot, String id) {
    List<Map<String, Object>> results = rows(snapshot, "geo_incrementality", id, "method DESC");
    if (results.isEmpty()) {
      throw new ProblemException(ProblemCode.NOT_FOUND, "There is no geo test " + id, "id");
    }
    Map<String, Object> answer = Answer.about(snapshot);
    answer.put("test_id", id);
    answer.put("results", results);
    answer.put("days", rows(snapshot, "geo_series", id, "method DESC, day"));
    answer.put("placebos", rows(snapshot, "geo_placebos", id, "method DESC, effect, region"));
    answer.put("regions", rows(snapshot, "geo_regions", id, "method DESC, role, region"));
    return answer;
  }

  private static List<Map<String, Object>> rows(
      Snapshot snapshot, String table, String id, String order) {
    return maps(
        snapshot.query(
            "SELECT * FROM marts." + table + " WHERE test_id = @id ORDER BY metric, " + order,
            Map.of("id", id)));
  }

  private static List<Map<String, Object>> maps(List<Row> rows) {
    return rows.stream().map(Row::toMap).toList();
  }
}
