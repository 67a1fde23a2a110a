package io.growthline.domain.decision;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Why nothing is done for a customer: the first that applies, in this order. */
public enum RejectionReason {
  /** Needs protection, and no action that may help such customers fits. */
  PROTECTED,
  /** An exclusion of the policy applies. */
  EXCLUDED,
  /** The condition of no action holds. */
  NO_ACTION,
  /** What is lost when the customer leaves is not known. */
  NO_VALUE,
  /** The chance of leaving lies outside the range of the policy and of each action that fits. */
  OUTSIDE_PROBABILITY_RANGE,
  /** The customer had each action that fits too recently. */
  COOL_DOWN,
  /** The customer was contacted often enough. */
  CONTACT_CAP,
  /** No action that fits is expected to bring more than it costs. */
  NO_POSITIVE_VALUE,
  /** Others are worth more of the contacts that the action or its owner has. */
  CAPACITY,
  /** Others are worth more of the share of the budget that is open to the segment. */
  SEGMENT_SHARE,
  /** Others are worth more of the budget, or of what is not reserved for high value. */
  BUDGET;

  /** Name in tables. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Names of all reasons, for the contracts of tables. */
  public static final class Names implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return Stream.of(values()).map(RejectionReason::text).toList();
    }
  }
}
