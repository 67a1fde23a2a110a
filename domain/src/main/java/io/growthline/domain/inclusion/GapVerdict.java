package io.growthline.domain.inclusion;

import io.growthline.domain.pricing.Verdict;
import io.growthline.domain.uplift.Difference;
import java.util.Locale;

/**
 * What can be said of a gap.
 *
 * @param size small, notable or large; null when the interval does not say
 * @param reason for people
 */
record GapVerdict(Verdict verdict, String size, String reason) {
  static final String SMALL = "small";
  private static final String NOTABLE = "notable";
  private static final String LARGE = "large";

  /**
   * Judges a gap by its interval, never by the estimate alone.
   *
   * @param q chance of such a gap without a difference, adjusted for the number of gaps
   */
  static GapVerdict of(Difference gap, double q, InclusionRules rules) {
    if (gap.upper() < rules.notableGap()) {
      return ok(SMALL, "The interval is below " + points(rules.notableGap()));
    }
    if (gap.lower() <= rules.notableGap()) {
      return inconclusive("The interval includes " + points(rules.notableGap()));
    }
    if (q > rules.falseDiscoveryRate()) {
      return inconclusive("Among so many gaps, chance shows one like it too often");
    }
    return gap.lower() > rules.largeGap()
        ? ok(LARGE, "The interval is above " + points(rules.largeGap()))
        : ok(NOTABLE, "The interval is above " + points(rules.notableGap()));
  }

  private static GapVerdict ok(String size, String reason) {
    return new GapVerdict(Verdict.OK, size, reason + ".");
  }

  private static GapVerdict inconclusive(String reason) {
    return new GapVerdict(Verdict.INCONCLUSIVE, null, reason + ".");
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%.0f points", 100 * share);
  }
}
