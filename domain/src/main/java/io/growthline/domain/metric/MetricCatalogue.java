package io.growthline.domain.metric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
  /** Checks that names are unique and everything named exists. */
  public MetricCatalogue {
    dimensions = List.copyOf(dimensions);
    metrics = List.copyOf(metrics);
    Set<String> known = new HashSet<>(Set.of(Dimension.ALL));
    dimensions.forEach(dimension -> known.add(dimension.name()));
    Set<String> names = new HashSet<>();
    for (int place = 0; place < metrics.size(); place++) {
      Metric metric = metrics.get(place);
      check(names.add(metric.name()), place, "is defined twice");
      for (String dimension : metric.dimensions()) {
        check(known.contains(dimension), place, "the dimension " + dimension + " is unknown");
        for (Measure measure : metric.value().measures()) {
          check(
              dimension.equals(Dimension.ALL) || measure.has(dimension),
              place,
              "has the dimension " + dimension + ", but " + measure.id() + " has not");
        }
      }
      for (Measure measure : metric.value().measures()) {
        check(
            measure.sources().stream().allMatch(metric.sources()::containsKey),
            place,
            measure.id() + " comes from " + measure.sources() + ", which sources leave out");
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
   * @throws IllegalArgumentException naming the line, the metric and what is wrong
   */
  public static MetricCatalogue parse(InputStream yaml) throws IOException {
    String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    JsonMapper mapper =
        JsonMapper.builder(new YAMLFactory())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
    try {
      return mapper.readValue(text, MetricCatalogue.class);
    } catch (JsonMappingException e) {
      int place = e.getCause() instanceof MetricException m ? m.place() : place(e);
      String problem =
          e.getCause() instanceof IllegalArgumentException cause
              ? cause.getMessage()
              : e.getOriginalMessage();
      throw new IllegalArgumentException(MetricPlaces.of(text).text(place) + ": " + problem, e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "metrics.yaml, line %d: %s"
              .formatted(e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    }
  }

  /** The metric in whose definition a value cannot be read; -1 outside of all. */
  private static int place(JsonMappingException e) {
    return e.getPath().stream()
        .mapToInt(JsonMappingException.Reference::getIndex)
        .filter(index -> index >= 0)
        .findFirst()
        .orElse(-1);
  }

  /** The metric of this name. */
  public Optional<Metric> find(String name) {
    return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst();
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

  private static void check(boolean condition, int place, String problem) {
    if (!condition) {
      throw new MetricException(place, problem);
    }
  }
}
