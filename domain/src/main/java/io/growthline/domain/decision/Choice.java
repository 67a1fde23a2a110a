package io.growthline.domain.decision;

/**
 * What was decided for a customer who has a chance of leaving.
 *
 * @param customer what there was to choose from
 * @param action the action that was chosen, or else was the best considered; null for none, or when
 *     nothing says which is best
 * @param value what that action is expected to bring; null without one
 * @param reason why nothing is done; null when the action was chosen
 * @param detail the rule or limit behind the reason; null for none
 * @param priority place in the list of the action's owner, from 1; null for who is not contacted
 * @param priceMinor what the action would use of shared limits, at their prices; 0 where nothing is
 *     short or there is no action
 */
public record Choice(
    Considered customer,
    Action action,
    ExpectedValue value,
    RejectionReason reason,
    String detail,
    Long priority,
    double priceMinor) {
  /** Whether the action was chosen, for contact or to be held out. */
  public boolean chosen() {
    return reason == null;
  }

  /** Whether the customer is contacted. */
  public boolean treated() {
    return chosen() && customer.arm() == Arm.TREATED;
  }
}
