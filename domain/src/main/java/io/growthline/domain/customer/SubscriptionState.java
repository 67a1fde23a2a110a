package io.growthline.domain.customer;

import io.growthline.domain.event.Subscription;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of a customer's subscriptions on a day.
 *
 * <p>Only a start begins a subscription anew: an upgrade or downgrade after a cancellation changes
 * nothing and is counted. A change without any start or cancellation before it belongs to a
 * subscription that began before the data does.
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
    Map<String, Course> courses = new LinkedHashMap<>();
    long ignored = 0;
    for (Subscription change : changes) {
      Course course = courses.computeIfAbsent(change.subscriptionId(), id -> new Course());
      if (!course.take(change)) {
        ignored++;
      } else {
        // The course changed last comes last.
        courses.remove(change.subscriptionId());
        courses.put(change.subscriptionId(), course);
      }
    }
    return state(courses.values(), ignored);
  }

  private static SubscriptionState state(Iterable<Course> courses, long ignored) {
    Subscription newest = null;
    long monthly = 0;
    for (Course course : courses) {
      if (course.running != null) {
        newest = course.running;
        monthly = Math.addExact(monthly, newest.priceMinor());
      }
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

  /** One subscription on its way through its changes. */
  private static final class Course {
    private Subscription running;
    private boolean ended;

    /** Whether the change is possible. */
    boolean take(Subscription change) {
      if (change.cancels()) {
        running = null;
        ended = true;
        return true;
      }
      boolean trails = ended && running == null && !change.starts();
      running = trails ? null : change;
      return !trails;
    }
  }
}
