package io.growthline.domain.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.growthline.domain.metric.MetricCatalogue;
import io.growthline.domain.rule.RuleException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The declared experiments: written in YAML with CEL expressions, checked when loaded. Thread-safe.
 */
public final class Experiments {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final String file;
  private final List<Experiment> all;

  /** Read once, when the first file is. */
  private static final class Catalogue {
    static final MetricCatalogue STANDARD = MetricCatalogue.standard();
  }

  private Experiments(String file, List<Experiment> all) {
    this.file = file;
    this.all = List.copyOf(all);
  }

  /** The experiments that come with the platform. */
  public static Experiments standard() {
    return ExperimentDeclarations.standard().experiments();
  }

  /**
   * Experiments from YAML, with metrics of the standard catalogue.
   *
   * @param file name for messages
   * @throws RuleException naming file, experiment, key and what to do
   */
  public static Experiments parse(String file, String yaml) {
    ExperimentFile read = read(file, yaml);
    List<Experiment> experiments = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (ExperimentFile.Entry entry : read.experiments()) {
      if (entry.id() == null || entry.id().isBlank()) {
        throw new RuleException(
            file, "id of experiment " + (experiments.size() + 1) + " is missing; add it");
      }
      new Place(file, entry.id()).unique("id", entry.id(), ids);
      experiments.add(new ExperimentReader(file, Catalogue.STANDARD, entry).read());
    }
    return new Experiments(file, experiments);
  }

  /** All experiments, in the order of the file. */
  public List<Experiment> all() {
    return all;
  }

  /**
   * Checks an experiment that has exposures against the data.
   *
   * @param hasRows whether a raw table has rows
   * @throws RuleException naming file, experiment and metric, when a metric's table has none: its
   *     zeros would look like an effect of nothing
   */
  public void requireSources(Experiment experiment, Predicate<String> hasRows) {
    Place place = new Place(file, experiment.id());
    for (ExperimentMetric metric : experiment.metrics()) {
      Set<String> empty = new TreeSet<>(metric.missing(hasRows));
      place
          .in(metric.role().text() + " " + metric.name())
          .holds(
              empty.isEmpty(),
              String.join(" and ", empty),
              "has no rows; import them, or take the metric out");
    }
  }

  private static ExperimentFile read(String file, String yaml) {
    try {
      ExperimentFile read = YAML.readValue(yaml, ExperimentFile.class);
      if (read == null || read.version() == null || read.experiments() == null) {
        throw new RuleException(file, "version or experiments is missing; add it");
      }
      return read;
    } catch (UnrecognizedPropertyException e) {
      throw new RuleException(
          file,
          "line %d: there is no key %s; known are %s"
              .formatted(
                  e.getLocation().getLineNr(),
                  e.getPropertyName(),
                  new TreeSet<>(e.getKnownPropertyIds().stream().map(Object::toString).toList())));
    } catch (JsonProcessingException e) {
      throw new RuleException(
          file, "line %d: %s".formatted(e.getLocation().getLineNr(), e.getOriginalMessage()));
    }
  }
}
