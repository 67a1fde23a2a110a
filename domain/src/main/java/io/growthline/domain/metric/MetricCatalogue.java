package io.growthline.domain.metric;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.growthline.domain.contract.Contracts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All metrics that may be computed. A metric that is not here has no value anywhere.
 *
 * @param version changes with the meaning of any metric
 * @param dimensions columns of the customer by which metrics may be broken down
 * @param metrics definitions, in the order of documents
 */
public record MetricCatalogue(String version, List<Dimension> dimensions, List<Metric> metrics) {
  private static final Set<String> DIRECTIONS = Set.of("up_is_good", "down_is_good", "neutral");

  /** Checks that names are unique and everything named exists. */
  public MetricCatalogue {
    dimensions = List.copyOf(dimensions);
    metrics = List.copyOf(metrics);
    Set<String> known = new HashSet<>(Set.of(Dimension.ALL));
    dimensions.forEach(dimension -> known.add(dimension.name()));
    Set<String> names = new HashSet<>();
    for (Metric metric : metrics) {
      check(names.add(metric.name()), metric, "is defined twice");
      check(DIRECTIONS.contains(metric.direction()), metric, "has an unknown direction");
      for (String table : metric.sourceTables()) {
        check(Contracts.find(table).isPresent(), metric, "names the unknown table " + table);
      }
      for (String dimension : metric.dimensions()) {
        check(known.contains(dimension), metric, "has the unknown dimension " + dimension);
        for (Measure measure : metric.value().measures()) {
          check(
              dimension.equals(Dimension.ALL) || measure.has(dimension),
              metric,
              "has the dimension " + dimension + ", but " + measure.id() + " has not");
        }
      }
    }
  }

  /** The catalogue of this version of the platform. */
  public static MetricCatalogue standard() {
    try (InputStream yaml = MetricCatalogue.class.getResourceAsStream("/metrics.yaml")) {
      return parse(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read metrics.yaml", e);
    }
  }

  /**
   * Reads a catalogue.
   *
   * @throws IllegalArgumentException naming the metric or field that is wrong
   */
  public static MetricCatalogue parse(InputStream yaml) throws IOException {
    JsonMapper mapper =
        JsonMapper.builder(new YAMLFactory())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
    try {
      return mapper.readValue(yaml, MetricCatalogue.class);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException("Metric catalogue: " + e.getOriginalMessage(), e);
    }
  }

  /** The measures that metrics of a grain need. */
  List<Measure> measures(Grain grain) {
    return metrics.stream()
        .filter(metric -> metric.grains().contains(grain))
        .flatMap(metric -> metric.value().measures().stream())
        .flatMap(measure -> Stream.concat(Stream.of(measure), measure.withholding().stream()))
        .distinct()
        .toList();
  }

  private static void check(boolean condition, Metric metric, String problem) {
    if (!condition) {
      throw new IllegalArgumentException("Metric " + metric.name() + " " + problem);
    }
  }
}
