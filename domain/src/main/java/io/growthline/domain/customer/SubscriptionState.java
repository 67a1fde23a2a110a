package io.growthline.domain.customer;

import io.growthline.domain.event.Subscription;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a customer's subscriptions stand.
 *
 * @param status {@code active}, {@code cancelled} (had one, has none) or {@code none}
 * @param plan plan of the active subscription changed last; null without one
 * @param priceMinor its monthly price; null without one
 * @param monthlyMinor monthly price of all active subscriptions
 */
public record SubscriptionState(String status, String plan, Long priceMinor, long monthlyMinor) {

  /** The state after all known changes that happened before {@code to}. */
  public static SubscriptionState at(KnownEvents known, Instant to) {
    Map<String, Subscription> active = new LinkedHashMap<>();
    boolean any = false;
    for (Subscription change : known.between(Subscription.class, Instant.MIN, to)) {
      any = true;
      active.remove(change.subscriptionId());
      if (!change.change().equals("cancel")) {
        active.put(change.subscriptionId(), change);
      }
    }
    if (active.isEmpty()) {
      return new SubscriptionState(any ? "cancelled" : "none", null, null, 0);
    }
    Subscription newest = null;
    long monthly = 0;
    for (Subscription subscription : active.values()) {
      newest = subscription;
      monthly += subscription.priceMinor();
    }
    return new SubscriptionState("active", newest.plan(), newest.priceMinor(), monthly);
  }

  public boolean isCancelled() {
    return status.equals("cancelled");
  }
}
