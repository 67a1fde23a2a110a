package io.growthline.domain.customer;

import io.growthline.domain.event.Subscription;
import java.time.LocalDate;
import java.util.List;

/**
 * The state of a customer's subscriptions on a day.
 *
 * <p>Which subscriptions run is what {@link RunningSubscriptions} says; changes that are not
 * possible change nothing and are counted.
 *
 * @param status {@code active}, {@code cancelled} (had one, has none) or {@code none}
 * @param plan plan of the active subscription changed last; null without one
 * @param priceMinor its monthly price; null without one
 * @param monthlyMinor monthly price of all active subscriptions
 * @param ignoredChanges upgrades and downgrades after the cancellation of their subscription
 */
public record SubscriptionState(
    String status, String plan, Long priceMinor, long monthlyMinor, long ignoredChanges) {
  private static final SubscriptionState NONE = new SubscriptionState("none", null, null, 0, 0);

  /**
   * The state after all known changes before the day {@code to}.
   *
   * @throws ArithmeticException when the prices do not fit 64 bits together
   */
  public static SubscriptionState at(KnownEvents known, LocalDate to) {
    List<Subscription> changes = known.until(Subscription.class, to);
    if (changes.isEmpty()) {
      return NONE;
    }
    RunningSubscriptions running = new RunningSubscriptions();
    long ignored = 0;
    for (Subscription change : changes) {
      ignored += running.take(change) ? 0 : 1;
    }
    return state(running, ignored);
  }

  private static SubscriptionState state(RunningSubscriptions running, long ignored) {
    Subscription newest = null;
    long monthly = 0;
    for (Subscription subscription : running.all()) {
      newest = subscription;
      monthly = Math.addExact(monthly, subscription.priceMinor());
    }
    return newest == null
        ? new SubscriptionState("cancelled", null, null, 0, ignored)
        : new SubscriptionState("active", newest.plan(), newest.priceMinor(), monthly, ignored);
  }

  public boolean isActive() {
    return status.equals("active");
  }

  public boolean isCancelled() {
    return status.equals("cancelled");
  }
}
