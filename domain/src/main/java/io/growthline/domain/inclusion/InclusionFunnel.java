package io.growthline.domain.inclusion;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.growth.FctOnboarding;
import io.growthline.domain.growth.OnboardingProgress;
import io.growthline.domain.growth.OnboardingSteps;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import io.growthline.domain.metric.Dimension;
import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.uplift.Wilson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The onboarding funnel by digital confidence and need of help. */
public final class InclusionFunnel
    implements TotalMart<Counts<InclusionFunnel.Applicants>, InclusionFunnelStep> {
  private static final OnboardingProgress PROGRESS = new OnboardingProgress();
  private static final InclusionRules RULES = InclusionRules.standard();
  private static final List<String> STEPS = new OnboardingSteps().get();

  /** Applicants of one digital confidence and need of help; either may be all. */
  public record Applicants(String digitalConfidence, String needsAssisted) {}

  @Override
  public Class<InclusionFunnelStep> table() {
    return InclusionFunnelStep.class;
  }

  /** Applicants who came to each step or further. */
  @Override
  public Counts<Applicants> empty() {
    return new Counts<>(Applicants.class, STEPS.size());
  }

  @Override
  public void count(CustomerAsOf customer, Counts<Applicants> into) {
    for (FctOnboarding row : customer.rows(PROGRESS)) {
      if (row.isMature()) {
        Double confidence =
            customer
                .known()
                .first(CustomerProfile.class)
                .map(CustomerProfile::digitalConfidence)
                .orElse(null);
        String band = ConfidenceBand.of(confidence);
        String needs =
            Objects.requireNonNullElse(
                GroupDimension.yesOrNo(row.needsAssisted()), Dimension.UNKNOWN);
        long[] reached = reached(row);
        for (String confidenceOrAll : List.of(band, Dimension.ALL)) {
          into.add(new Applicants(confidenceOrAll, needs), reached);
          into.add(new Applicants(confidenceOrAll, Dimension.ALL), reached);
        }
      }
    }
  }

  @Override
  public List<InclusionFunnelStep> rows(Counts<Applicants> all, LocalDate asOf) {
    int steps = knownSteps(all);
    List<InclusionFunnelStep> rows = new ArrayList<>();
    all.forEach(
        (applicants, reached) -> {
          for (int step = 0; step < steps; step++) {
            rows.add(row(applicants, step, reached[Math.max(0, step - 1)], reached[step]));
          }
        });
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no applicant has had 30 days";
  }

  // A source that does not know a step has nobody who took it; that is no abandonment.
  private static int knownSteps(Counts<Applicants> all) {
    Applicants everybody = new Applicants(Dimension.ALL, Dimension.ALL);
    int steps = 0;
    while (steps < STEPS.size() && all.get(everybody, steps) > 0) {
      steps++;
    }
    return steps;
  }

  private static InclusionFunnelStep row(
      Applicants applicants, int step, long entering, long reaching) {
    boolean judged = step > 0 && entering >= RULES.minimumGroup();
    Estimate lost = judged ? Wilson.of(entering, entering - reaching) : null;
    return new InclusionFunnelStep(
        applicants.digitalConfidence(),
        applicants.needsAssisted(),
        step + 1,
        STEPS.get(step),
        entering,
        reaching,
        judged ? (Double) lost.value() : null,
        judged ? (Double) lost.lower() : null,
        judged ? (Double) lost.upper() : null,
        judged ? (Boolean) (lost.lower() > RULES.assistedAbandonment()) : null);
  }

  // Who came to a step came to all before it.
  private static long[] reached(FctOnboarding row) {
    long[] reached = new long[STEPS.size()];
    for (int step = 0; step < row.stepsReached(); step++) {
      reached[step] = 1;
    }
    return reached;
  }
}
