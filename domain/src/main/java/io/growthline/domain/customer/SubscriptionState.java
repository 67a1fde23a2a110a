package io.growthline.domain.customer;

import io.growthline.domain.event.Subscription;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of a customer's subscriptions on a day.
 *
 * @param status {@code active}, {@code cancelled} (had one, has none) or {@code none}
 * @param plan plan of the active subscription changed last; null without one
 * @param priceMinor its monthly price; null without one
 * @param monthlyMinor monthly price of all active subscriptions
 */
public record SubscriptionState(String status, String plan, Long priceMinor, long monthlyMinor) {
  private static final SubscriptionState NONE = new SubscriptionState("none", null, null, 0);
  private static final SubscriptionState CANCELLED =
      new SubscriptionState("cancelled", null, null, 0);

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
    Map<String, Subscription> active = new LinkedHashMap<>();
    for (Subscription change : changes) {
      active.remove(change.subscriptionId());
      if (!change.cancels()) {
        active.put(change.subscriptionId(), change);
      }
    }
    return active.isEmpty() ? CANCELLED : active(active.values());
  }

  private static SubscriptionState active(Iterable<Subscription> subscriptions) {
    Subscription newest = null;
    long monthly = 0;
    for (Subscription subscription : subscriptions) {
      newest = subscription;
      monthly = Math.addExact(monthly, subscription.priceMinor());
    }
    return new SubscriptionState("active", newest.plan(), newest.priceMinor(), monthly);
  }

  public boolean isActive() {
    return status.equals("active");
  }

  public boolean isCancelled() {
    return status.equals("cancelled");
  }
}
