package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.domain.metric.Grain;
import io.growthline.domain.metric.Metric;
import io.growthline.domain.metric.MetricCatalogue;
import io.growthline.warehouse.Row;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Values of the metrics that the catalogue defines. */
@Path("/v1/metrics")
@Produces(MediaType.APPLICATION_JSON)
public class MetricsResource {
  static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();

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
    requireKnown("metric", metric, names(CATALOGUE.metrics(), m -> Stream.of(m.name())));
    List<Metric> asked =
        CATALOGUE.metrics().stream()
            .filter(m -> metric == null || metric.equals(m.name()))
            .toList();
    requireKnown("dimension", dimension, names(asked, m -> m.dimensions().stream()));
    requireKnown("grain", grain, names(asked, m -> m.grains().stream().map(Grain::id)));
    return warehouse.read(
        snapshot -> {
          List<Map<String, Object>> values =
              snapshot
                  .query(
                      "SELECT metric, grain, period_start, dimension, dimension_value, value, numerator,"
                          + " denominator, unit, is_complete, rows_left_out, withheld_because"
                          + " FROM marts.kpi_values"
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

  private static List<String> names(List<Metric> metrics, Function<Metric, Stream<String>> names) {
    return metrics.stream().flatMap(names).distinct().toList();
  }

  private static void requireKnown(String field, String value, List<String> known) {
    if (value != null && !known.contains(value)) {
      throw ProblemException.notAllowed(field, value, known);
    }
  }
}
