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
 * @param activation chance that a new customer becomes active; null without a score
 * @param log what was decided before the as-of day, in any order
 */
public record DecisionInput(
    Customer360Profile profile,
    CustomerLtv value,
    Double churn,
    String churnEvidence,
    Double activation,
    List<ActionLog> log) {

  public String customerId() {
    return profile.customerId();
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
