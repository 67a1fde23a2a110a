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
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Values of the metrics that the catalogue defines. */
@Path("/v1/metrics")
@Produces(MediaType.APPLICATION_JSON)
public class MetricsResource {
  static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();

  private static final String VALUES =
      "SELECT metric, grain, period_start, dimension, dimension_value, value, numerator,"
          + " denominator, unit, is_complete, rows_left_out, withheld_because"
          + " FROM marts.kpi_values"
          + " WHERE dimension = @dimension AND grain = @grain AND (@all OR metric = @metric)"
          + " ORDER BY metric, period_start, dimension_value";

  private final PublishedWarehouse warehouse;

  MetricsResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @GET
  @Operation(
      summary = "Values of all metrics, or of one, by a dimension or for all",
      description =
          "Of periods that begin from the day from up to, without, the day to. With compare, each"
              + " value stands beside that of the period before or of a year (52 weeks) before.")
  public Map<String, Object> metrics(
      @QueryParam("metric") String metric,
      @QueryParam("dimension") @DefaultValue("all") String dimension,
      @QueryParam("grain") @DefaultValue("month") String grain,
      @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @QueryParam("from")
          String from,
      @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @QueryParam("to")
          String to,
      @QueryParam("compare") String compare) {
    Parameters.requireOneOf("metric", metric, names(CATALOGUE.metrics(), m -> Stream.of(m.name())));
    List<Metric> asked =
        CATALOGUE.metrics().stream()
            .filter(m -> metric == null || metric.equals(m.name()))
            .toList();
    Parameters.requireOneOf("dimension", dimension, names(asked, m -> m.dimensions().stream()));
    Parameters.requireOneOf("grain", grain, names(asked, m -> m.grains().stream().map(Grain::id)));
    Parameters.requireOneOf("compare", compare, Comparison.With.NAMES);
    Days days = Days.of(from, to);
    return warehouse.read(
        snapshot -> {
          // Without the days, so that one result serves all of them and all comparisons.
          List<Row> all =
              snapshot.query(
                  VALUES,
                  Map.of(
                      "dimension",
                      dimension,
                      "grain",
                      grain,
                      "all",
                      metric == null,
                      "metric",
                      metric == null ? "" : metric));
          Stream<Row> rows = all.stream().filter(row -> days.hold(row.date("period_start")));
          Map<String, Object> answer = Answer.about(snapshot);
          answer.put(
              "values",
              compare == null
                  ? rows.map(Row::toMap).toList()
                  : compared(
                      rows, new Comparison(Comparison.With.of(compare), Grain.of(grain), all)));
          return answer;
        });
  }

  /** Days from the first to, without, the last; each may be null. */
  private record Days(LocalDate from, LocalDate to) {
    static Days of(String from, String to) {
      Days days = new Days(Parameters.day("from", from), Parameters.day("to", to));
      if (days.from() != null && days.to() != null && !days.from().isBefore(days.to())) {
        throw new ProblemException(
            ProblemCode.OUT_OF_RANGE, "to must be after from: " + from + " to " + to, "to");
      }
      return days;
    }

    boolean hold(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }
  }

  private static List<Map<String, Object>> compared(Stream<Row> rows, Comparison comparison) {
    return rows.map(
            row -> {
              Map<String, Object> value = new LinkedHashMap<>(row.toMap());
              value.put("compared", comparison.of(row));
              return value;
            })
        .toList();
  }

  private static List<String> names(List<Metric> metrics, Function<Metric, Stream<String>> names) {
    return metrics.stream().flatMap(names).distinct().toList();
  }
}
