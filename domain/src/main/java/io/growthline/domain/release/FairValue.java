package io.growthline.domain.release;

import io.growthline.domain.experiment.Interval;
import io.growthline.domain.monitoring.Measured;
import java.time.LocalDate;

/**
 * Fair value of an offer: 1 less a weighted sum of how much it makes customers complain, need
 * support, and be looked at. It falls in each of the shares, so the ends of their exact intervals
 * give the ends of its own.
 */
final class FairValue {
  private static final double COMPLAINTS = 0.025;
  private static final double SUPPORT = 0.20;
  private static final double REVIEWS = 0.25;

  /** From here on a person looks at the offer, whatever else it does well. */
  private static final double REVIEW_COMPLAINTS = 0.025;

  private static final double REVIEW_SUPPORT = 0.30;
  private static final double REVIEW_REVIEWS = 0.40;
  private static final double HOLD_BELOW = 0.60;
  private static final double SCALE_FROM = 0.75;
  private static final double SCALE_ACCEPTANCE = 0.18;
  private static final double SCALE_MARGIN_MINOR = 20;

  /** Quantile of the standard normal distribution that leaves one percent below. */
  private static final double Z = 2.3263478740408408;

  private final OfferShown shown;

  FairValue(OfferShown shown) {
    this.shown = shown;
  }

  /** The formula. */
  static double of(double complaints, double support, double reviews) {
    return 1
        - (0.40 * Math.min(complaints / COMPLAINTS, 1)
            + 0.30 * Math.min(support / SUPPORT, 1)
            + 0.30 * Math.min(reviews / REVIEWS, 1));
  }

  OfferFairValue row(LocalDate asOf) {
    boolean scale = demandSaysScale();
    if (shown.answered() == 0) {
      return row(asOf, null, scale, "monitor", "No outcome of those shown is known yet.");
    }
    Measured complaints = Measured.share(shown.complaints(), shown.answered());
    Measured support = Measured.share(shown.support(), shown.answered());
    Measured reviews = Measured.share(shown.reviews(), shown.shown());
    Interval value =
        new Interval(
            of(complaints.value(), support.value(), reviews.value()),
            of(complaints.upper(), support.upper(), reviews.upper()),
            of(complaints.lower(), support.lower(), reviews.lower()));
    if (complaints.lower() >= REVIEW_COMPLAINTS
        || support.lower() >= REVIEW_SUPPORT
        || reviews.lower() >= REVIEW_REVIEWS) {
      return row(
          asOf,
          value,
          scale,
          "human_review",
          "Complaints, support or reviews are so many that a person must look at the offer.");
    }
    if (value.upper() < HOLD_BELOW) {
      return row(asOf, value, scale, "hold_fair_value", "All of the interval is below 0.60.");
    }
    if (value.lower() >= SCALE_FROM && scale) {
      return row(
          asOf, value, true, "scale", "Fair value is above 0.75, and demand and margin suffice.");
    }
    return row(asOf, value, scale, "monitor", monitored(value, scale));
  }

  private static String monitored(Interval value, boolean scale) {
    if (value.lower() < HOLD_BELOW) {
      return "The interval does not exclude a fair value below 0.60.";
    }
    return scale
        ? "The interval does not exclude a fair value below 0.75."
        : "Fair, but demand or margin do not ask for more.";
  }

  /** Whether the intervals of acceptance and margin are above what makes an offer worth growing. */
  private boolean demandSaysScale() {
    return shown.decided() > 0
        && Measured.share(shown.taken(), shown.decided()).lower() >= SCALE_ACCEPTANCE
        && shown.margins() > 1
        && marginLower() >= SCALE_MARGIN_MINOR;
  }

  private double marginLower() {
    double mean = margin();
    double n = shown.margins();
    double variance = Math.max(0, (shown.marginSquares() - n * mean * mean) / (n - 1));
    return mean - Z * Math.sqrt(variance / n);
  }

  private double margin() {
    return (double) shown.marginMinor() / shown.margins();
  }

  private OfferFairValue row(
      LocalDate asOf, Interval value, boolean scale, String action, String reason) {
    return new OfferFairValue(
        shown.offerId(),
        asOf,
        shown.shown(),
        share(shown.complaints(), shown.answered()),
        share(shown.support(), shown.answered()),
        share(shown.reviews(), shown.shown()),
        share(shown.taken(), shown.decided()),
        shown.margins() == 0 ? null : (Double) margin(),
        value == null ? null : (Double) value.estimate(),
        value == null ? null : (Double) Math.max(0, value.lower()),
        value == null ? null : (Double) value.upper(),
        scale,
        action,
        scale && !action.equals("scale"),
        reason);
  }

  private static Double share(long hits, long rows) {
    return rows == 0 ? null : (Double) ((double) hits / rows);
  }
}
