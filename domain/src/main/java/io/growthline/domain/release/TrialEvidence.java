package io.growthline.domain.release;

import io.growthline.domain.experiment.ExperimentResult;
import io.growthline.domain.experiment.ExperimentSummary;
import io.growthline.domain.experiment.Interval;
import io.growthline.domain.pricing.Verdict;
import io.growthline.domain.release.Evidence.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an experiment says of a change. */
final class TrialEvidence {
  static final String RESULTS = "marts.experiment_results";
  private static final String SUMMARIES = "marts.experiments";
  private static final String ALL = "all";

  private final Change.Trial trial;
  private final Published published;
  private final List<ExperimentResult> rows;

  TrialEvidence(Change.Trial trial, Published published) {
    this.trial = trial;
    this.published = published;
    this.rows =
        published.results().stream()
            .filter(row -> row.experimentId().equals(trial.id()) && row.arm().equals(trial.arm()))
            .toList();
  }

  /** Evidence for each gate that an experiment serves. */
  Map<Gate, Evidence> all() {
    Map<Gate, Evidence> all = new EnumMap<>(Gate.class);
    all.put(Gate.UPLIFT, uplift());
    all.put(Gate.SAMPLE_RATIO, sampleRatio());
    all.put(Gate.COMPLAINTS, harm(trial.complaints()));
    all.put(Gate.SUPPORT, harm(trial.support()));
    all.put(Gate.FAIRNESS, fairness());
    all.put(Gate.VULNERABLE_IMPACT, vulnerable());
    return all;
  }

  /** The estimate over its standard error on the primary metric, in its good direction. */
  Optional<Double> primaryScore() {
    return primary()
        .filter(row -> !isInvalid(row) && row.standardError() != null && row.standardError() > 0)
        .map(
            row ->
                row.adjustedEffect() == null
                    ? good(row) * row.effect() / row.standardError()
                    : good(row)
                        * row.adjustedEffect()
                        / (row.standardError() * Math.sqrt(1 - row.varianceRemoved())));
  }

  private Evidence uplift() {
    Optional<ExperimentResult> row = primary();
    if (row.isEmpty()) {
      return noRows("role=primary");
    }
    Evidence evidence = effect(row.get(), good(row.get()));
    return evidence.isThere() && !Verdict.OK.text().equals(row.get().verdict())
        ? evidence.doubted(row.get().verdictReason())
        : evidence;
  }

  private Evidence sampleRatio() {
    Place place = new Place(SUMMARIES, "experiment_id=" + trial.id());
    return published.experiments().stream()
        .filter(row -> row.experimentId().equals(trial.id()))
        .map(ExperimentSummary::sampleRatioP)
        .filter(p -> p != null)
        .findFirst()
        .map(p -> Evidence.exact(p, place))
        .orElse(Evidence.missing(place, "Nobody was exposed to the experiment."));
  }

  /** How much the treatment changes a guardrail in its bad direction. */
  private Evidence harm(String metric) {
    return row(metric, ALL, ALL)
        .map(row -> effect(row, -good(row)))
        .orElseGet(() -> noRows("metric=" + metric));
  }

  private Evidence vulnerable() {
    Optional<ExperimentResult> primary = primary();
    return primary
        .flatMap(row -> row(row.metric(), trial.vulnerable(), "true"))
        .map(row -> effect(row, good(row)))
        .orElseGet(() -> noRows("dimension=" + trial.vulnerable() + ", value=true"));
  }

  private Evidence fairness() {
    Place place = new Place(RESULTS, key("dimension=" + String.join("|", trial.groups())));
    Optional<ExperimentResult> primary = primary();
    if (primary.isEmpty()) {
      return noRows("role=primary");
    }
    return new Widening(
            rows.stream()
                .filter(row -> row.metric().equals(primary.get().metric()))
                .filter(row -> trial.groups().contains(row.dimension()))
                .toList(),
            trial.groups())
        .evidence(place);
  }

  private static Evidence effect(ExperimentResult row, int sign) {
    Place place =
        new Place(
            RESULTS,
            "experiment_id=%s, metric=%s, arm=%s, dimension=%s, value=%s"
                .formatted(
                    row.experimentId(), row.metric(), row.arm(), row.dimension(), row.value()));
    if (isInvalid(row) || row.effect() == null) {
      return Evidence.missing(
          place, row.verdictReason() == null ? "There is no effect." : row.verdictReason());
    }
    Interval effect =
        row.adjustedEffect() == null
            ? new Interval(row.effect(), row.lower(), row.upper())
            : new Interval(row.adjustedEffect(), row.adjustedLower(), row.adjustedUpper());
    return Evidence.of(
        sign > 0 ? effect : new Interval(-effect.estimate(), -effect.upper(), -effect.lower()),
        place);
  }

  static boolean isInvalid(ExperimentResult row) {
    return Verdict.INVALID.text().equals(row.verdict());
  }

  /** 1 where more is good, else −1. */
  static int good(ExperimentResult row) {
    return row.direction().equals("up_is_good") ? 1 : -1;
  }

  private Optional<ExperimentResult> primary() {
    return rows.stream()
        .filter(row -> row.role().equals("primary") && row.dimension().equals(ALL))
        .findFirst();
  }

  private Optional<ExperimentResult> row(String metric, String dimension, String value) {
    return rows.stream()
        .filter(
            row ->
                row.metric().equals(metric)
                    && row.dimension().equals(dimension)
                    && row.value().equals(value))
        .findFirst();
  }

  private Evidence noRows(String part) {
    return Evidence.missing(
        new Place(RESULTS, key(part)), "The experiment has no such result yet.");
  }

  private String key(String part) {
    return "experiment_id=%s, arm=%s, %s".formatted(trial.id(), trial.arm(), part);
  }
}
