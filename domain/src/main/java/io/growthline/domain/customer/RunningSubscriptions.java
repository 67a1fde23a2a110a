package io.growthline.domain.customer;

import io.growthline.domain.event.Subscription;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The subscriptions of a customer that run, on the way through their changes in order.
 *
 * <p>Only a start begins a subscription anew: an upgrade or downgrade after a cancellation changes
 * nothing. A change without any start or cancellation before it belongs to a subscription that
 * began before the data does. Not thread-safe.
 */
public final class RunningSubscriptions {
  private final Map<String, Subscription> running = new LinkedHashMap<>();
  private final Set<String> ended = new HashSet<>();

  /** Takes the next change; false when it is not possible and changes nothing. */
  public boolean take(Subscription change) {
    String id = change.subscriptionId();
    if (change.cancels()) {
      running.remove(id);
      ended.add(id);
      return true;
    }
    if (!change.starts() && ended.contains(id) && !running.containsKey(id)) {
      return false;
    }
    // The subscription changed last comes last.
    running.remove(id);
    running.put(id, change);
    return true;
  }

  /** The last change of each that runs; the subscription changed last comes last. */
  public Collection<Subscription> all() {
    return Collections.unmodifiableCollection(running.values());
  }
}
