package io.growthline.domain.release;

import io.growthline.domain.experiment.Interval;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A gate of a change, judged.
 *
 * @param status what it says
 * @param allows the most that may be done with the change
 * @param reason for people
 */
record Judged(
    Threshold threshold,
    Evidence evidence,
    boolean required,
    GateStatus status,
    ReleaseVerdict allows,
    String reason) {

  /**
   * Judges the evidence of a gate by its interval, never by the figure alone. Where all of the
   * interval has reached a threshold, that is certain. What a part of it has reached is possible:
   * it holds the change back, at most to an experiment, and the gate is withheld. So are gates
   * without a figure, and with a doubt.
   *
   * @param required whether the change stays an experiment while the gate is withheld; else its
   *     rollout is limited
   */
  static Judged of(Threshold threshold, Evidence evidence, boolean required) {
    ReleaseVerdict withheld =
        required ? ReleaseVerdict.EXPERIMENT_ONLY : ReleaseVerdict.LIMITED_ROLLOUT;
    if (!evidence.isThere()) {
      return new Judged(
          threshold, evidence, required, GateStatus.WITHHELD, withheld, evidence.doubt());
    }
    ReleaseVerdict certain = threshold.certain(evidence.figure());
    ReleaseVerdict possible = threshold.possible(evidence.figure());
    ReleaseVerdict allows = certain.strictest(possible.mildest(withheld));
    boolean settled = certain == possible || certain.compareTo(withheld) > 0;
    if (evidence.doubt() != null) {
      allows = allows.strictest(withheld);
      settled = certain.compareTo(withheld) > 0;
    }
    return new Judged(
        threshold,
        evidence,
        required,
        settled ? GateStatus.of(certain) : GateStatus.WITHHELD,
        allows,
        settled ? settled(evidence, certain) : open(evidence, certain, possible));
  }

  private static String settled(Evidence evidence, ReleaseVerdict certain) {
    String figure = figure(evidence.figure());
    return switch (certain) {
      case SHIP -> figure + " is within the thresholds.";
      case EXPERIMENT_ONLY -> figure + " is too little evidence.";
      default -> figure + " has reached the threshold of " + words(certain) + ".";
    };
  }

  private static String open(Evidence evidence, ReleaseVerdict certain, ReleaseVerdict possible) {
    if (possible == certain) {
      return figure(evidence.figure()) + ". " + evidence.doubt();
    }
    return "%s does not exclude the threshold of %s.%s"
        .formatted(
            figure(evidence.figure()),
            words(possible),
            evidence.doubt() == null ? "" : " " + evidence.doubt());
  }

  private static String words(ReleaseVerdict verdict) {
    return verdict.id().replace('_', ' ');
  }

  private static String figure(Interval figure) {
    return figure.lower() == figure.upper()
        ? decimal(figure.estimate())
        : "%s (%s to %s)"
            .formatted(
                decimal(figure.estimate()), decimal(figure.lower()), decimal(figure.upper()));
  }

  private static String decimal(double value) {
    if (Double.isInfinite(value)) {
      return value < 0 ? "no lower limit" : "no upper limit";
    }
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.4f" : "%,.1f", value);
  }

  boolean isHeldBack() {
    return allows != ReleaseVerdict.SHIP;
  }

  ReleaseDecisionGate row(String change, LocalDate asOf) {
    Interval figure = evidence.figure();
    return new ReleaseDecisionGate(
        change,
        threshold.gate().id(),
        asOf,
        figure == null ? null : figure.estimate(),
        figure == null ? null : finite(figure.lower()),
        figure == null ? null : finite(figure.upper()),
        threshold.text(),
        required,
        status.id(),
        allows.id(),
        evidence.place().table(),
        evidence.place().key(),
        reason);
  }

  private static Double finite(double value) {
    return Double.isInfinite(value) ? null : (Double) value;
  }
}
