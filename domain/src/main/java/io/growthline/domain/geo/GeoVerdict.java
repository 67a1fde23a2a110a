package io.growthline.domain.geo;

import io.growthline.domain.pricing.Verdict;
import java.util.ArrayList;
import java.util.List;

/** When a reading can be used. */
final class GeoVerdict {
  /** Most that a placebo's probability may be for the effect to stand out. */
  static final double MOST_PLACEBO_P = 0.1;

  /** Chance of each check to fail where nothing is wrong. */
  static final double CHECK_ALPHA = 0.05;

  /** An error before the treatment of so many times that of placebos is a bad fit. */
  static final double MOST_ERROR_RATIO = 2;

  private final List<String> faults = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();

  private GeoVerdict() {}

  static GeoVerdict of(Interval interval, GeoChecks checks, int placebos) {
    GeoVerdict verdict = new GeoVerdict();
    verdict.faults(checks);
    verdict.doubts(interval, checks, placebos);
    return verdict;
  }

  /** Adds a doubt that is not about figures. */
  GeoVerdict doubt(String reason) {
    doubts.add(reason);
    return this;
  }

  Verdict verdict() {
    return faults.isEmpty()
        ? doubts.isEmpty() ? Verdict.OK : Verdict.INCONCLUSIVE
        : Verdict.INVALID;
  }

  List<String> reasons() {
    List<String> reasons = new ArrayList<>(faults);
    reasons.addAll(doubts);
    return reasons.isEmpty()
        ? List.of("The interval excludes 0, the effect stands out from placebos, all checks hold.")
        : reasons;
  }

  private void faults(GeoChecks checks) {
    // Written so that a ratio that is not a number, without anything before, is a fault.
    if (!(checks.errorRatio() <= MOST_ERROR_RATIO)) {
      faults.add(
          "Bad fit before the treatment: the error is %.1f times that of other regions, at most %.0f are allowed."
              .formatted(checks.errorRatio(), MOST_ERROR_RATIO));
    }
    if (checks.preTrendP() < CHECK_ALPHA) {
      faults.add(
          "Treated regions drifted away before the treatment (p %.3f): what followed may be the same drift."
              .formatted(checks.preTrendP()));
    }
    if (checks.earlierP() < CHECK_ALPHA) {
      faults.add(
          "A placebo in time shows an effect before there was a treatment (p %.3f)."
              .formatted(checks.earlierP()));
    }
  }

  private void doubts(Interval interval, GeoChecks checks, int placebos) {
    if (!interval.isSigned()) {
      doubts.add("The %d %% interval includes 0.".formatted(Interval.LEVEL));
    }
    if (1.0 / (1 + placebos) > MOST_PLACEBO_P) {
      doubts.add(
          "There are %d placebos, so no effect can stand out from them: at least 9 are needed."
              .formatted(placebos));
    } else if (checks.placeboP() > MOST_PLACEBO_P) {
      doubts.add(
          "Regions without treatment show effects as large (placebo p %.2f, at most %.1f is needed)."
              .formatted(checks.placeboP(), MOST_PLACEBO_P));
    }
    if (checks.spilloverP() < CHECK_ALPHA) {
      doubts.add(
          "Neighbours changed as well (p %.3f): the effect spilled over, so it is not all counted."
              .formatted(checks.spilloverP()));
    }
  }
}
