package io.growthline.domain.growth;

import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where applicants of a month stop. A cohort is mature when its last applicant has had 30 days;
 * before that a share would show those who are still on their way as lost.
 */
public final class OnboardingFunnel
    implements TotalMart<Counts<OnboardingFunnel.Cohort>, OnboardingFunnelStep> {
  private static final OnboardingProgress PROGRESS = new OnboardingProgress();
  private static final int STEPS = OnboardingSteps.NAMES.size();

  /** Applicants of a month with one value of a dimension. */
  public record Cohort(LocalDate month, String dimension, String value) {}

  @Override
  public Class<OnboardingFunnelStep> table() {
    return OnboardingFunnelStep.class;
  }

  /** Applicants by furthest step, then the bins of each step's time since the one before. */
  @Override
  public Counts<Cohort> empty() {
    return new Counts<>(Cohort.class, firstBin(STEPS));
  }

  @Override
  public void count(CustomerAsOf customer, Counts<Cohort> into) {
    for (FctOnboarding row : customer.rows(PROGRESS)) {
      int reached = (int) row.stepsReached();
      int[] bins = bins(row, reached);
      LocalDate month = row.startedOn().withDayOfMonth(1);
      Breakdown.atSignup(
          row.signupChannel(),
          row.region(),
          row.incomeSegment(),
          (dimension, value) -> {
            Cohort cohort = new Cohort(month, dimension, value);
            into.add(cohort, reached - 1, 1);
            for (int bin : bins) {
              into.add(cohort, bin, 1);
            }
          });
    }
  }

  @Override
  public List<OnboardingFunnelStep> rows(Counts<Cohort> all, LocalDate asOf) {
    List<OnboardingFunnelStep> rows = new ArrayList<>();
    all.forEach((cohort, counts) -> addRows(cohort, counts, asOf, rows));
    return rows;
  }

  @Override
  public String emptyBecause() {
    return PROGRESS.emptyBecause();
  }

  private static void addRows(
      Cohort cohort, long[] counts, LocalDate asOf, List<OnboardingFunnelStep> rows) {
    LocalDate end = cohort.month().plusMonths(1).plusDays(OnboardingProgress.WINDOW_DAYS);
    boolean mature = !end.isAfter(asOf);
    Funnel funnel = new Funnel(reached(counts));
    for (int step = 0; step < STEPS; step++) {
      rows.add(
          new OnboardingFunnelStep(
              cohort.month(),
              cohort.dimension(),
              cohort.value(),
              step + 1,
              OnboardingSteps.NAMES.get(step),
              funnel.entering(step),
              funnel.reached()[step],
              mature ? funnel.shareOfFirst(step) : null,
              mature ? funnel.shareOfPrevious(step) : null,
              mature && step > 0 ? DurationBins.medianHours(counts, firstBin(step)) : null,
              mature && step == funnel.bottleneck(),
              mature));
    }
  }

  // Who came to a step came to all before it.
  private static long[] reached(long[] counts) {
    long[] reached = Arrays.copyOf(counts, STEPS);
    for (int step = STEPS - 2; step >= 0; step--) {
      reached[step] = Math.addExact(reached[step], reached[step + 1]);
    }
    return reached;
  }

  /** Slots of the times that steps of an applicant took. */
  private static int[] bins(FctOnboarding row, int reached) {
    Instant[] times = {
      row.submittedAt(),
      row.identityCheckedAt(),
      row.approvedAt(),
      row.activatedAt(),
      row.fundedAt(),
      row.firstPurchaseAt()
    };
    int[] bins = new int[STEPS];
    int count = 0;
    for (int step = 1; step < reached; step++) {
      Instant from = times[step - 1];
      Instant to = times[step];
      if (from != null && to != null && !to.isBefore(from)) {
        bins[count++] = firstBin(step) + DurationBins.of(Duration.between(from, to));
      }
    }
    return Arrays.copyOf(bins, count);
  }

  // The first step follows none, so it has no bins.
  private static int firstBin(int step) {
    return STEPS + (step - 1) * DurationBins.COUNT;
  }
}
