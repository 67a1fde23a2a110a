package io.growthline.domain.inclusion;

import static io.growthline.domain.inclusion.InclusionYaml.check;

import io.growthline.domain.inclusion.TransferSign.Seen;
import java.math.BigDecimal;
import java.util.Map;

/**
 * How transfers are judged, as {@code inclusion/protection.yaml} says. Weights are decimal, so a
 * score that is exactly a threshold is one.
 *
 * @param weights what each sign adds to the score; below 0 for what speaks against a scam
 * @param largeAmountMinor least amount that is large, in the reporting currency
 * @param softFrictionFrom least score of each intervention
 */
record ProtectionRules(
    Map<TransferSign, BigDecimal> weights,
    long largeAmountMinor,
    BigDecimal softFrictionFrom,
    BigDecimal coolingOffFrom,
    BigDecimal humanReviewFrom) {
  private static final String FILE = "protection.yaml";

  /**
   * @throws IllegalArgumentException when a value is missing or makes no sense
   */
  ProtectionRules {
    check(weights != null, "weights are missing");
    for (TransferSign sign : TransferSign.values()) {
      check(weights.get(sign) != null, "weights lack " + sign.text());
    }
    check(
        weights.get(TransferSign.VULNERABLE_CUSTOMER).signum() >= 0,
        "vulnerable_customer must not lower the score: these customers get more help, never less");
    check(largeAmountMinor > 0, "large_amount_minor must be above 0");
    check(
        softFrictionFrom != null && coolingOffFrom != null && humanReviewFrom != null,
        "soft_friction_from, cooling_off_from and human_review_from are needed");
    check(
        softFrictionFrom.signum() > 0
            && coolingOffFrom.compareTo(softFrictionFrom) > 0
            && humanReviewFrom.compareTo(coolingOffFrom) > 0,
        "soft_friction_from, cooling_off_from and human_review_from must rise from above 0");
  }

  /** The rules that come with the platform. */
  static ProtectionRules standard() {
    return InclusionYaml.standard(FILE, ProtectionRules.class);
  }

  /**
   * Rules from YAML.
   *
   * @throws IllegalArgumentException when they are not valid
   */
  static ProtectionRules parse(String yaml) {
    return InclusionYaml.parse(FILE, yaml, ProtectionRules.class);
  }

  /** The score of a transfer, from 0 to 1. */
  BigDecimal score(Seen seen) {
    BigDecimal sum = BigDecimal.ZERO;
    for (TransferSign sign : TransferSign.values()) {
      sum = sign.isIn(seen) ? sum.add(weights.get(sign)) : sum;
    }
    return sum.max(BigDecimal.ZERO).min(BigDecimal.ONE);
  }

  /** What a score asks for. */
  Intervention intervention(BigDecimal score) {
    if (score.compareTo(humanReviewFrom) >= 0) {
      return Intervention.HUMAN_REVIEW;
    }
    if (score.compareTo(coolingOffFrom) >= 0) {
      return Intervention.COOLING_OFF;
    }
    if (score.compareTo(softFrictionFrom) >= 0) {
      return Intervention.SOFT_FRICTION;
    }
    return score.signum() > 0 ? Intervention.EDUCATION : Intervention.NONE;
  }
}
