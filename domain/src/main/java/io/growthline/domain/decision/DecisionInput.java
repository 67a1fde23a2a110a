package io.growthline.domain.decision;

import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.value.CustomerLtv;
import java.util.List;

/**
 * What is known of a customer when it is decided what to do.
 *
 * @param value null without a row of value
 * @param churn chance of leaving; null without a score
 * @param churnEvidence {@code measured} by a model, or {@code assumed}; null without a score
 * @param churnVersion version of the model or of the rules; null without a score
 * @param modelBand band of the model's score; null where no model scored the customer
 * @param activation chance that a new customer becomes active; null without a score
 * @param log what was decided before the as-of day, in any order
 */
public record DecisionInput(
    Customer360Profile profile,
    CustomerLtv value,
    Double churn,
    String churnEvidence,
    String churnVersion,
    String modelBand,
    Double activation,
    List<ActionLog> log) {

  public String customerId() {
    return profile.customerId();
  }

  /** The same with the score of rules, which is assumed. */
  public DecisionInput assuming(ChurnRules rules) {
    return new DecisionInput(
        profile,
        value,
        rules.score(this).score(),
        "assumed",
        rules.version(),
        null,
        activation,
        log);
  }

  /** What is lost when the customer leaves, in minor units; null when it is not known. */
  Estimate lost() {
    if (value == null
        || value.expectedMarginMinor() == null
        || value.expectedMarginLowerMinor() == null
        || value.expectedMarginUpperMinor() == null) {
      return null;
    }
    return new Estimate(
        value.expectedMarginMinor(),
        Math.min(value.expectedMarginLowerMinor(), value.expectedMarginMinor()),
        Math.max(value.expectedMarginUpperMinor(), value.expectedMarginMinor()));
  }

  /** {@code high}, {@code medium}, {@code low} or {@code none}. */
  String valueBand() {
    return value == null ? "none" : value.valueBand();
  }
}
