package io.growthline.domain.experiment;

import io.growthline.domain.experiment.Comparison.Of;
import io.growthline.domain.pricing.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges the comparisons of an experiment. */
record ComparisonJudge(ExperimentCounts counts, ExperimentAnalysis.Enrolled enrolled) {

  Judgement judgement(Of of, Estimate estimate, double qValue) {
    Experiment experiment = counts.experiment();
    ExperimentMetric metric = experiment.metrics().get(of.metric());
    if (!enrolled.ratio().isMismatch()) {
      Optional<Judgement> withheld =
          notMature(metric, estimate)
              .or(() -> unknown(of))
              .or(() -> tooFew(of, estimate))
              .or(() -> nothing(metric, estimate));
      if (withheld.isPresent()) {
        return withheld.get();
      }
    }
    Judgement judgement =
        Judgement.of(
            new Judgement.Finding(estimate.effect(), estimate.always(), qValue),
            new Judgement.Progress(enrolled.days(), experiment.plan().minimumDays()),
            enrolled.ratio(),
            experiment.plan().alpha());
    return enrolled.fault().isEmpty()
        ? judgement
        : with(judgement, "At fault: " + enrolled.fault() + ".");
  }

  private static Optional<Judgement> notMature(ExperimentMetric metric, Estimate estimate) {
    return estimate.isEmpty()
        ? Optional.of(
            new Judgement(
                Verdict.INCONCLUSIVE,
                List.of("The %d days of no customer are over yet.".formatted(metric.windowDays()))))
        : Optional.empty();
  }

  // Who has no number may be alike, and more of one arm.
  private Optional<Judgement> unknown(Of of) {
    long unknown =
        counts.unknown(of.metric(), of.slice(), 0)
            + counts.unknown(of.metric(), of.slice(), of.arm());
    return unknown == 0
        ? Optional.empty()
        : invalid(
            "The number of %,d customers is not known, as an amount has no exchange rate: import raw.exchange_rates."
                .formatted(unknown));
  }

  private static Optional<Judgement> tooFew(Of of, Estimate estimate) {
    return of.isWhole()
        ? Optional.empty()
        : Heterogeneity.withheld(
                of.slice().value(), estimate.control().n(), estimate.treatment().n())
            .flatMap(reason -> invalid("Too few: " + reason + "."));
  }

  // A source without rows gives 0 everywhere, which would look like no effect.
  private static Optional<Judgement> nothing(ExperimentMetric metric, Estimate estimate) {
    boolean all =
        estimate.effect() == null
            && !(Math.abs(estimate.control().mean()) > 0)
            && !(Math.abs(estimate.treatment().mean()) > 0);
    return all
        ? invalid(
            "Every number is 0: %s has no rows that count."
                .formatted(String.join(" and ", metric.sources())))
        : Optional.empty();
  }

  private static Optional<Judgement> invalid(String reason) {
    return Optional.of(new Judgement(Verdict.INVALID, List.of(reason)));
  }

  private static Judgement with(Judgement judgement, String reason) {
    List<String> reasons = new ArrayList<>(judgement.reasons());
    reasons.add(reason);
    return new Judgement(judgement.verdict(), reasons);
  }
}
