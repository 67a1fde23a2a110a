package io.growthline.domain.experiment;

import io.growthline.domain.experiment.ExperimentMetric.Role;
import io.growthline.domain.pricing.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What to do with an experiment.
 *
 * @param decision what to do
 * @param arm the arm that it speaks of
 * @param reasons why, in words for people
 */
record Memo(Decision decision, String arm, List<String> reasons) {
  /** What to do; the first that holds of any arm. */
  enum Decision {
    /** Give the treatment to all: its primary metric is better, and no guardrail is breached. */
    SHIP,
    /** Give it to nobody: a guardrail is breached, or the result is invalid. */
    HOLD,
    /** Wait, or change it and try again. */
    ITERATE;

    /** Name in tables. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Memo {
    reasons = List.copyOf(reasons);
  }

  /** Of an experiment in which somebody is; of several arms the one that can be shipped. */
  static Memo of(ExperimentAnalysis analysis) {
    return IntStream.range(1, analysis.experiment().arms().size())
        .mapToObj(arm -> ofArm(analysis, arm))
        .min(Comparator.comparing(Memo::decision))
        .orElseThrow();
  }

  private static Memo ofArm(ExperimentAnalysis analysis, int arm) {
    Experiment experiment = analysis.experiment();
    String name = experiment.arms().get(arm).name();
    ExperimentMetric metric = experiment.metrics().get(0);
    Comparison primary = analysis.whole(0, arm);
    if (primary.judgement().verdict() == Verdict.INVALID) {
      return new Memo(Decision.HOLD, name, primary.judgement().reasons());
    }
    List<String> breached = guardrails(analysis, arm, GuardrailState.BREACHED);
    if (!breached.isEmpty()) {
      return new Memo(Decision.HOLD, name, breached);
    }
    List<String> reasons = new ArrayList<>();
    reasons.add(primary.text(metric) + ".");
    reasons.addAll(primary.judgement().reasons());
    if (primary.judgement().verdict() == Verdict.OK && !primary.isGood(metric)) {
      reasons.add("That is worse than the control.");
    }
    reasons.addAll(guardrails(analysis, arm, GuardrailState.UNCLEAR));
    return new Memo(primary.isGood(metric) ? Decision.SHIP : Decision.ITERATE, name, reasons);
  }

  private static List<String> guardrails(
      ExperimentAnalysis analysis, int arm, GuardrailState state) {
    List<String> found = new ArrayList<>();
    List<ExperimentMetric> metrics = analysis.experiment().metrics();
    for (int i = 0; i < metrics.size(); i++) {
      ExperimentMetric metric = metrics.get(i);
      Comparison comparison = analysis.whole(i, arm);
      if (metric.role() == Role.GUARDRAIL
          && comparison.guardrail(metric).filter(state::equals).isPresent()) {
        found.add(
            "Guardrail %s is %s: %s, and may change by %s."
                .formatted(
                    metric.name(),
                    state.text(),
                    comparison.text(metric),
                    Comparison.amount(metric, metric.options().bound())));
      }
    }
    return found;
  }
}
