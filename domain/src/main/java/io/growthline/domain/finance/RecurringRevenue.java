package io.growthline.domain.finance;

import io.growthline.domain.customer.DimCustomer;
import io.growthline.domain.customer.RunningSubscriptions;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a customer pays a month at one midnight, by plan and income segment.
 *
 * @param minor monthly prices of running subscriptions, before discounts; empty without any
 * @param main where the subscription changed last belongs; null without any
 */
record RecurringRevenue(Map<Place, Long> minor, Place main) {
  static final RecurringRevenue NONE = new RecurringRevenue(Map.of(), null);

  /** A plan and an income segment. */
  record Place(String plan, String segment) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int order = plan.compareTo(other.plan);
      return order != 0 ? order : segment.compareTo(other.segment);
    }
  }

  /** What runs at the midnight before {@code day}. */
  static RecurringRevenue of(RunningSubscriptions running, CustomerAsOf customer, LocalDate day) {
    if (running.all().isEmpty()) {
      return NONE;
    }
    String segment =
        customer.versions().before(day).map(DimCustomer::incomeSegment).orElse("unknown");
    Map<Place, Long> minor = new TreeMap<>();
    Place main = null;
    for (Subscription subscription : running.all()) {
      main = new Place(subscription.plan(), segment);
      minor.merge(main, subscription.priceMinor(), Math::addExact);
    }
    return new RecurringRevenue(minor, main);
  }

  boolean runs() {
    return main != null;
  }

  long at(Place place) {
    return minor.getOrDefault(place, 0L);
  }

  long total() {
    return minor.values().stream().reduce(0L, Math::addExact);
  }
}
