package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.domain.metric.Grain;
import io.growthline.warehouse.Row;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Values of the metrics that the catalogue defines. */
@Path("/v1/metrics")
@Produces(MediaType.APPLICATION_JSON)
public class MetricsResource {
  private final PublishedWarehouse warehouse;

  MetricsResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @GET
  @Operation(summary = "Values of all metrics, or of one, by a dimension or for all")
  public Map<String, Object> metrics(
      @QueryParam("metric") String metric,
      @QueryParam("dimension") @DefaultValue("all") String dimension,
      @QueryParam("grain") @DefaultValue("month") String grain) {
    List<String> grains = Arrays.stream(Grain.values()).map(Grain::id).toList();
    if (!grains.contains(grain)) {
      throw new ProblemException(
          ProblemCode.NOT_ALLOWED_VALUE,
          "There is no grain " + grain + "; known: " + String.join(", ", grains),
          "grain");
    }
    return warehouse.read(
        snapshot -> {
          if (metric != null) {
            requireKnown(
                metric,
                snapshot.query("SELECT DISTINCT metric AS name FROM marts.kpi_values ORDER BY 1"));
          }
          List<Map<String, Object>> values =
              snapshot
                  .query(
                      "SELECT metric, grain, period_start, dimension, dimension_value, value, numerator,"
                          + " denominator, unit, is_complete FROM marts.kpi_values"
                          + " WHERE dimension = @dimension AND grain = @grain AND (@all OR metric = @metric)"
                          + " ORDER BY metric, period_start, dimension_value",
                      Map.of(
                          "dimension",
                          dimension,
                          "grain",
                          grain,
                          "all",
                          metric == null,
                          "metric",
                          metric == null ? "" : metric))
                  .stream()
                  .map(Row::toMap)
                  .toList();
          Map<String, Object> answer = new LinkedHashMap<>();
          answer.put("as_of", snapshot.asOf());
          answer.put("published_at", snapshot.publishedAt());
          answer.put("values", values);
          return answer;
        });
  }

  private static void requireKnown(String metric, List<Row> known) {
    List<String> names = known.stream().map(row -> row.text("name")).toList();
    if (!names.contains(metric)) {
      throw new ProblemException(
          ProblemCode.NOT_ALLOWED_VALUE,
          "There is no metric " + metric + "; known: " + String.join(", ", names),
          "metric");
    }
  }
}
