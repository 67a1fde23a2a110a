package io.growthline.domain.experiment;

import io.growthline.domain.experiment.ExperimentCell.Slice;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * How long an experiment still takes: until its minimum of days is over, and until the smallest
 * effect of the primary metric that is worth seeing is seen with power 0.8, where one is declared.
 *
 * @param needed customers of both arms that this takes; null where it is not known
 * @param daysLeft null where they do not come
 */
record Outlook(Long needed, Long daysLeft) {
  private static final double POWER = 0.8;
  private static final int RECENT_DAYS = 28;

  /** Of the arm that takes longest. */
  static Outlook of(ExperimentCounts counts, ExperimentAnalysis analysis, LocalDate asOf) {
    return IntStream.range(1, counts.experiment().arms().size())
        .mapToObj(arm -> ofArm(arm, counts, analysis, asOf))
        .max(
            Comparator.comparing(
                Outlook::daysLeft, Comparator.nullsLast(Comparator.naturalOrder())))
        .orElseThrow();
  }

  private static Outlook ofArm(
      int arm, ExperimentCounts counts, ExperimentAnalysis analysis, LocalDate asOf) {
    Experiment experiment = counts.experiment();
    ExperimentMetric primary = experiment.metrics().get(0);
    ExperimentAnalysis.Enrolled enrolled = analysis.enrolled();
    Estimate estimate = analysis.whole(0, arm).estimate();
    long mature = estimate.control().n() + estimate.treatment().n();
    Long needed = needed(experiment, primary, arm, estimate);
    long minimum = Math.max(0, experiment.plan().minimumDays() - enrolled.days());
    if (needed == null ? mature > 0 : mature >= needed) {
      return new Outlook(needed, minimum);
    }
    long exposed = enrolled.of(0, arm);
    if (needed == null || exposed >= needed) {
      long window =
          enrolled.started().isEmpty()
              ? primary.windowDays()
              : untilMature(enrolled, primary, asOf);
      return new Outlook(needed, Math.max(minimum, window));
    }
    OptionalLong days = Power.daysLeft(needed, exposed, perDay(counts, arm, enrolled, asOf));
    return new Outlook(
        needed,
        days.isPresent()
            ? (Long) Math.max(minimum, days.getAsLong() + primary.windowDays())
            : null);
  }

  private static long untilMature(
      ExperimentAnalysis.Enrolled enrolled, ExperimentMetric primary, LocalDate asOf) {
    long days = ChronoUnit.DAYS.between(asOf, enrolled.last()) + primary.windowDays() + 1;
    return Math.max(0, Math.min(days, primary.windowDays()));
  }

  private static Long needed(
      Experiment experiment, ExperimentMetric primary, int arm, Estimate estimate) {
    double variance = (estimate.control().variance() + estimate.treatment().variance()) / 2;
    if (primary.options().detect() == null || !(variance > 0)) {
      return null;
    }
    double control = experiment.shares().get(0);
    return new Power(experiment.plan().alpha(), POWER)
        .units(
            variance,
            control / (control + experiment.shares().get(arm)),
            primary.options().detect());
  }

  private static double perDay(
      ExperimentCounts counts, int arm, ExperimentAnalysis.Enrolled enrolled, LocalDate asOf) {
    long days = Math.max(1, Math.min(RECENT_DAYS, enrolled.days()));
    long recent = 0;
    for (LocalDate day = asOf.minusDays(days); day.isBefore(asOf); day = day.plusDays(1)) {
      recent += counts.exposed(Slice.of(day)).get(0) + counts.exposed(Slice.of(day)).get(arm);
    }
    return (double) recent / days;
  }
}
