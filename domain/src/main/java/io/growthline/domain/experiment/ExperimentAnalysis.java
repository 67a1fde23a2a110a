package io.growthline.domain.experiment;

import io.growthline.domain.experiment.Comparison.Of;
import io.growthline.domain.experiment.ExperimentCell.Slice;
import io.growthline.domain.experiment.ExperimentMetric.Role;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Judges all metrics of an experiment: all customers first, then the values of each segment. */
final class ExperimentAnalysis {
  private final ExperimentCounts counts;
  private final Experiment experiment;
  private final Enrolled enrolled;
  private final Map<Of, Estimate> estimates = new LinkedHashMap<>();
  private final Map<Of, Double> corrected = new HashMap<>();
  private final SegmentDifferences differences;

  ExperimentAnalysis(ExperimentCounts counts, LocalDate asOf) {
    this.counts = counts;
    this.experiment = counts.experiment();
    this.enrolled = Enrolled.of(counts, asOf);
    estimate(Slice.WHOLE);
    for (int i = 0; i < experiment.segments().size(); i++) {
      for (String value : counts.values(i)) {
        estimate(new Slice(i, value));
      }
    }
    correct(Of::isWhole);
    correct(of -> !of.isWhole());
    this.differences = SegmentDifferences.of(experiment, estimates);
  }

  Experiment experiment() {
    return experiment;
  }

  /** Who came in, and when. */
  Enrolled enrolled() {
    return enrolled;
  }

  /** All comparisons; none without anybody exposed. */
  List<Comparison> comparisons() {
    if (enrolled.first() == null) {
      return List.of();
    }
    List<Comparison> comparisons = new ArrayList<>();
    estimates.forEach((of, estimate) -> comparisons.add(comparison(of, estimate)));
    return comparisons;
  }

  /** The comparison of a metric of an arm, of all customers. */
  Comparison whole(int metric, int arm) {
    Of of = new Of(metric, arm, Slice.WHOLE);
    return comparison(of, estimates.get(of));
  }

  private Comparison comparison(Of of, Estimate estimate) {
    ExperimentMetric metric = experiment.metrics().get(of.metric());
    double q = corrected.getOrDefault(of, p(estimate));
    ComparisonJudge judge = new ComparisonJudge(counts, enrolled);
    return new Comparison(
        of,
        estimate,
        q,
        of.isWhole() ? Double.NaN : differences.pValue(of),
        judge.judgement(of, estimate, q),
        of.isWhole() && estimate.effect() != null ? warnings(of, metric, estimate) : List.of());
  }

  private void estimate(Slice slice) {
    for (int metric = 0; metric < experiment.metrics().size(); metric++) {
      for (int arm = 1; arm < experiment.arms().size(); arm++) {
        Estimate estimate =
            Estimate.of(
                experiment.metrics().get(metric),
                counts.units(metric, slice, 0),
                counts.units(metric, slice, arm),
                experiment.plan().level());
        Of of = new Of(metric, arm, slice);
        boolean few =
            !of.isWhole()
                && Heterogeneity.withheld(
                        slice.value(), estimate.control().n(), estimate.treatment().n())
                    .isPresent();
        if (of.isWhole() || !estimate.isEmpty()) {
          estimates.put(of, few ? estimate.withheld() : estimate);
        }
      }
    }
  }

  // One family; guardrails are not corrected.
  private void correct(Predicate<Of> family) {
    List<Of> all =
        estimates.keySet().stream()
            .filter(family)
            .filter(of -> experiment.metrics().get(of.metric()).role() != Role.GUARDRAIL)
            .toList();
    double[] q =
        experiment
            .plan()
            .correction()
            .adjusted(all.stream().mapToDouble(of -> p(estimates.get(of))).toArray());
    for (int i = 0; i < q.length; i++) {
      corrected.put(all.get(i), q[i]);
    }
  }

  private List<String> warnings(Of of, ExperimentMetric metric, Estimate estimate) {
    List<String> warnings = new ArrayList<>();
    if (estimate.effect().isSigned()
        && (estimate.always() == null || !estimate.always().difference().excludes(0))) {
      warnings.add("Who has looked each day cannot be sure: the always-valid interval crosses 0.");
    }
    metric
        .parts()
        .flatMap(
            days ->
                Novelty.of(
                    counts.course(of.metric(), 0),
                    counts.course(of.metric(), of.arm()),
                    days,
                    experiment.plan().level()))
        .filter(Novelty::isFound)
        .ifPresent(
            found ->
                warnings.add(
                    "The effect a day %s after the first %d days."
                        .formatted(
                            fades(found, estimate) ? "fades" : "grows",
                            metric.parts().get().first())));
    differences
        .differing(of, experiment.plan().alpha())
        .forEach(segment -> warnings.add("The effect differs by " + segment + "."));
    return warnings;
  }

  private static boolean fades(Novelty found, Estimate estimate) {
    return found.change().estimate() > 0 != estimate.effect().difference().estimate() > 0;
  }

  private static double p(Estimate estimate) {
    return estimate.effect() == null ? Double.NaN : estimate.effect().pValue();
  }

  /**
   * Who came into an experiment.
   *
   * @param arms customers of each arm
   * @param ratio whether these are the declared shares
   * @param fault the values of segments whose arms do not have them; empty for none
   * @param first day of the first exposure; null where nobody was exposed
   * @param last day of the last one
   * @param days days since the first
   */
  record Enrolled(
      List<Long> arms,
      SampleRatio ratio,
      String fault,
      LocalDate first,
      LocalDate last,
      long days) {

    static Enrolled of(ExperimentCounts counts, LocalDate asOf) {
      List<Long> arms = counts.exposed(Slice.WHOLE);
      SampleRatio ratio = SampleRatio.of(arms, counts.experiment().shares());
      List<LocalDate> days =
          counts.days().stream()
              .filter(day -> counts.exposed(Slice.of(day)).stream().mapToLong(n -> n).sum() > 0)
              .toList();
      LocalDate first = days.isEmpty() ? null : days.get(0);
      return new Enrolled(
          arms,
          ratio,
          ratio.isMismatch() ? SampleFaults.text(counts) : "",
          first,
          days.isEmpty() ? null : days.get(days.size() - 1),
          first == null ? 0 : ChronoUnit.DAYS.between(first, asOf));
    }

    long of(int... places) {
      return Arrays.stream(places).mapToLong(arms::get).sum();
    }

    Optional<LocalDate> started() {
      return Optional.ofNullable(first);
    }
  }
}
