package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.domain.metric.Grain;
import io.growthline.domain.metric.Metric;
import io.growthline.warehouse.Row;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One metric of the catalogue: what it means, how it is, and why it moved. */
@Path("/v1/metrics/{name}")
@Produces(MediaType.APPLICATION_JSON)
public class MetricResource {
  // A year of months with the one to compare with.
  private static final int NEWEST = 13;

  private static final String HEALTH =
      "SELECT grain, period_start, value, previous_value, change, target, status, because"
          + " FROM monitoring.metric_health WHERE metric = @metric";
  private static final String VALUES =
      "SELECT grain, period_start, value, numerator, denominator, is_complete, rows_left_out,"
          + " withheld_because FROM marts.kpi_values WHERE metric = @metric AND dimension = 'all'"
          + " QUALIFY ROW_NUMBER() OVER (PARTITION BY grain ORDER BY period_start DESC) <= "
          + NEWEST
          + " ORDER BY grain, period_start";
  private static final String CHANGES =
      "SELECT period_start, previous_period_start, total_change, kind, dimension, adds_up,"
          + " dimension_value, previous_value, value, previous_share, share, mix_effect,"
          + " rate_effect, effect FROM marts.metric_changes"
          + " WHERE metric = @metric AND grain = @grain ORDER BY dimension, dimension_value";
  private static final Set<String> OF_ALL =
      Set.of(
          "period_start", "previous_period_start", "total_change", "kind", "dimension", "adds_up");

  private final PublishedWarehouse warehouse;

  MetricResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @GET
  @Operation(summary = "Definition of a metric, its health, and its newest values by grain")
  public Map<String, Object> metric(@PathParam("name") String name, @Context UriInfo uri) {
    Metric metric = find(name);
    Parameters.requireKnown(uri, List.of());
    return warehouse.read(snapshot -> metric(snapshot, metric));
  }

  private static Map<String, Object> metric(Snapshot snapshot, Metric metric) {
    Map<String, ?> named = Map.of("metric", metric.name());
    Map<String, Object> answer = Answer.about(snapshot);
    answer.put("definition", MetricDefinition.of(metric));
    answer.put(
        "health", snapshot.query(HEALTH, named).stream().findFirst().map(Row::toMap).orElse(null));
    answer.put("values", snapshot.query(VALUES, named).stream().map(Row::toMap).toList());
    return answer;
  }

  @GET
  @Path("/changes")
  @Operation(
      summary = "What each group of customers adds to the last change of a metric",
      description =
          "Between the last two complete periods, by dimension. Effects of the groups of a dimension"
              + " add up to total_change where adds_up is true; of a ratio each is the sum of"
              + " mix_effect and rate_effect.")
  public Map<String, Object> changes(
      @PathParam("name") String name,
      @QueryParam("grain") String grain,
      @QueryParam("dimension") String dimension,
      @Context UriInfo uri) {
    Metric metric = find(name);
    Parameters.requireKnown(uri, List.of("grain", "dimension"));
    List<String> grains = metric.grains().stream().map(Grain::id).toList();
    Parameters.requireOneOf("grain", grain, grains);
    Parameters.requireOneOf(
        "dimension",
        dimension,
        metric.dimensions().stream().filter(known -> !known.equals("all")).toList());
    String asked = grain != null ? grain : grains.contains("month") ? "month" : grains.get(0);
    return warehouse.read(snapshot -> changes(snapshot, metric, asked, dimension));
  }

  private static Map<String, Object> changes(
      Snapshot snapshot, Metric metric, String grain, String dimension) {
    List<Row> rows =
        snapshot.query(CHANGES, Map.of("metric", metric.name(), "grain", grain)).stream()
            .filter(row -> dimension == null || dimension.equals(row.text("dimension")))
            .toList();
    Map<String, Object> answer = Answer.about(snapshot);
    answer.put("metric", metric.name());
    answer.put("unit", metric.unit());
    answer.put("grain", grain);
    for (String column : List.of("period_start", "previous_period_start", "total_change")) {
      answer.put(column, rows.isEmpty() ? null : rows.get(0).get(column));
    }
    answer.put("dimensions", dimensions(rows));
    answer.put(
        "reason",
        rows.isEmpty()
            ? "There is nothing to add up: the metric is derived from others, or has not two"
                + " complete periods in a row"
            : null);
    return answer;
  }

  private static List<Map<String, Object>> dimensions(List<Row> rows) {
    Map<String, Map<String, Object>> dimensions = new LinkedHashMap<>();
    Map<String, List<Map<String, Object>>> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      String name = row.text("dimension");
      dimensions.computeIfAbsent(
          name,
          key -> {
            Map<String, Object> dimension = new LinkedHashMap<>();
            dimension.put("dimension", key);
            dimension.put("kind", row.get("kind"));
            dimension.put("adds_up", row.get("adds_up"));
            return dimension;
          });
      Map<String, Object> group = new LinkedHashMap<>(row.toMap());
      group.keySet().removeAll(OF_ALL);
      groups.computeIfAbsent(name, key -> new ArrayList<>()).add(group);
    }
    dimensions.forEach((name, dimension) -> dimension.put("groups", groups.get(name)));
    return List.copyOf(dimensions.values());
  }

  private static Metric find(String name) {
    return MetricsResource.CATALOGUE
        .find(name)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.NOT_FOUND,
                    "There is no metric "
                        + name
                        + "; known: "
                        + String.join(
                            ", ",
                            MetricsResource.CATALOGUE.metrics().stream()
                                .map(Metric::name)
                                .toList()),
                    "name"));
  }
}
