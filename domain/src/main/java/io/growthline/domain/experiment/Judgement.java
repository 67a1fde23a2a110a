package io.growthline.domain.experiment;

import io.growthline.domain.pricing.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether an effect can be used, and why not.
 *
 * @param verdict whether it can be used
 * @param reasons why not, in words for people; empty for ok
 */
public record Judgement(Verdict verdict, List<String> reasons) {
  /**
   * How far an experiment has come.
   *
   * @param days days of it that are over
   * @param minimumDays days before which it is not decided
   */
  public record Progress(long days, int minimumDays) {
    boolean isEarly() {
      return days < minimumDays;
    }
  }

  /**
   * What is known of one metric of one arm.
   *
   * @param effect with its fixed-horizon interval; null where there is none
   * @param always the always-valid one; null where there is none
   * @param qValue p value after correction; NaN without an effect
   */
  public record Finding(Effect effect, AlwaysValid always, double qValue) {
    /** Significant to who looks once, and not to who looks each day. */
    boolean isPeeking(double alpha) {
      return effect.pValue() < alpha && (always == null || !always.difference().excludes(0));
    }
  }

  public Judgement {
    reasons = List.copyOf(reasons);
  }

  /**
   * The judgement of an effect.
   *
   * @param alpha error that is accepted, such as 0.05
   */
  public static Judgement of(Finding finding, Progress progress, SampleRatio ratio, double alpha) {
    if (ratio.isMismatch()) {
      return new Judgement(
          Verdict.INVALID,
          List.of(
              String.format(
                  Locale.ROOT,
                  "The arms do not have their declared shares (p = %.1e): find out what differs between them before you read any effect.",
                  ratio.pValue())));
    }
    if (finding.effect() == null) {
      return new Judgement(
          Verdict.INVALID, List.of("An arm has fewer than two customers, or nothing varies."));
    }
    List<String> reasons = new ArrayList<>();
    if (progress.isEarly()) {
      reasons.add(
          "%d of at least %d days are over.".formatted(progress.days(), progress.minimumDays()));
      if (finding.isPeeking(alpha)) {
        reasons.add(
            "It looks significant, but not to who looks before the end: the always-valid interval crosses 0.");
      }
    }
    if (!finding.effect().isSigned()) {
      reasons.add("The interval crosses 0.");
    } else if (!(finding.qValue() < alpha)) {
      reasons.add(
          String.format(
              Locale.ROOT, "Not significant among all comparisons (q = %.3f).", finding.qValue()));
    }
    return new Judgement(reasons.isEmpty() ? Verdict.OK : Verdict.INCONCLUSIVE, reasons);
  }
}
