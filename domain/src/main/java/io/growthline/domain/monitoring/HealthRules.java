package io.growthline.domain.monitoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the health of the business is scored: weighted domains, each of inputs of equal weight that
 * are scored from 0 to 100 between two values. What is missing counts neither way: weights are
 * spread over what is there, and there is no score below half of the weight.
 *
 * @param statuses least score of each status, best first
 * @param domains the domains, whose weights add up to 1
 */
public record HealthRules(
    @JsonProperty(required = true) Map<String, Double> statuses,
    @JsonProperty(required = true) List<Domain> domains) {
  public static final String OVERALL = "overall";
  private static final String STANDARD = "/growthline/health.yaml";
  private static final double LEAST_COVERAGE = 0.5;
  private static final double EPSILON = 1e-9;

  /**
   * A domain of the business.
   *
   * @param weight share in the overall score
   */
  public record Domain(
      @JsonProperty(required = true) String domain,
      @JsonProperty(required = true) double weight,
      @JsonProperty(required = true) List<Input> inputs) {}

  /**
   * A metric, or a measure of monitoring, that is scored.
   *
   * @param zero value that scores 0, as do worse ones
   * @param full value that scores 100, as do better ones
   */
  public record Input(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) double zero,
      @JsonProperty(required = true) double full) {
    double score(double value) {
      return Math.max(0, Math.min(100, 100 * (value - zero) / (full - zero)));
    }
  }

  /**
   * @throws IllegalArgumentException when weights do not add up to 1, a domain has no inputs, or an
   *     input cannot be scored
   */
  public HealthRules {
    domains = List.copyOf(domains);
    double weights = 0;
    for (Domain domain : domains) {
      weights += domain.weight();
      check(domain.weight() > 0, domain.domain() + " needs a weight above 0");
      check(!domain.inputs().isEmpty(), domain.domain() + " has no inputs");
      for (Input input : domain.inputs()) {
        check(input.zero() != input.full(), input.name() + " needs zero and full to differ");
      }
    }
    check(Math.abs(weights - 1) < EPSILON, "the weights of domains add up to " + weights);
  }

  private static void check(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException("health.yaml: " + problem);
    }
  }

  /** The rules that come with the platform. */
  public static HealthRules standard() {
    try (InputStream in = HealthRules.class.getResourceAsStream(STANDARD)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Rules from YAML.
   *
   * @throws IllegalArgumentException when they are not valid
   */
  public static HealthRules parse(String yaml) {
    try {
      return new YAMLMapper().readValue(yaml, HealthRules.class);
    } catch (IOException e) {
      throw new IllegalArgumentException("health.yaml: " + e.getMessage(), e);
    }
  }

  /**
   * Scores the business.
   *
   * @param values values of inputs by name; an input that is not there is missing
   * @return a row for each domain, and last {@code overall}
   */
  public List<BusinessHealth> score(LocalDate asOf, Map<String, Double> values) {
    List<BusinessHealth> rows = new ArrayList<>();
    Score overall = new Score();
    for (Domain domain : domains) {
      Score own = new Score();
      double weight = domain.weight() / domain.inputs().size();
      for (Input input : domain.inputs()) {
        Double value = values.get(input.name());
        own.add(input, value, 1.0 / domain.inputs().size());
        overall.add(input, value, weight);
      }
      rows.add(row(asOf, domain.domain(), domain.weight(), own));
    }
    rows.add(row(asOf, OVERALL, 1, overall));
    return rows;
  }

  private BusinessHealth row(LocalDate asOf, String domain, double weight, Score score) {
    Double value = score.value();
    return new BusinessHealth(
        asOf,
        domain,
        weight,
        value,
        status(value),
        Math.min(1, score.present),
        score.inputs.isEmpty() ? null : String.join(", ", score.inputs),
        score.missing.isEmpty() ? null : String.join(", ", score.missing));
  }

  private String status(Double score) {
    return score == null
        ? "unknown"
        : statuses.entrySet().stream()
            .filter(status -> score >= status.getValue())
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("critical");
  }

  /** What inputs add up to. */
  private static final class Score {
    private final List<String> inputs = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private double present;
    private double sum;

    void add(Input input, Double value, double weight) {
      if (value == null) {
        missing.add(input.name());
        return;
      }
      present += weight;
      sum += weight * input.score(value);
      inputs.add(String.format(Locale.ROOT, "%s %.0f", input.name(), input.score(value)));
    }

    Double value() {
      return present + EPSILON < LEAST_COVERAGE ? null : (Double) Math.min(100, sum / present);
    }
  }
}
