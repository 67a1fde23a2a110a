package io.growthline.domain.feature;

import io.growthline.domain.customer.Activity;
import io.growthline.domain.customer.CustomerTimeline;
import io.growthline.domain.customer.KnownEvents;
import io.growthline.domain.customer.SubscriptionState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The features of a customer at the start of each month, with what happened next. */
public final class MonthlySnapshots {
  private static final Duration OUTCOME = Duration.ofDays(30);

  private MonthlySnapshots() {}

  /**
   * Snapshots at every month start up to {@code asOf} at which the customer was at risk of leaving
   * (see {@link CustomerFeatures}). The features see only what was known at the month start, the
   * label what was known at {@code asOf}.
   */
  public static List<CustomerMonthFeatures> of(CustomerTimeline timeline, LocalDate asOf) {
    KnownEvents known = new KnownEvents(timeline, midnight(asOf));
    Optional<Instant> first = Activity.first(known);
    if (first.isEmpty()) {
      return List.of();
    }
    List<CustomerMonthFeatures> rows = new ArrayList<>();
    LocalDate month =
        LocalDate.ofInstant(first.get(), ZoneOffset.UTC).withDayOfMonth(1).plusMonths(1);
    for (; !month.isAfter(asOf); month = month.plusMonths(1)) {
      KnownEvents then = new KnownEvents(timeline, midnight(month));
      CustomerFeatures.at(then, churned(known, midnight(month))).ifPresent(rows::add);
    }
    return rows;
  }

  private static Boolean churned(KnownEvents known, Instant from) {
    Instant to = from.plus(OUTCOME);
    if (to.isAfter(known.before())) {
      return null;
    }
    return SubscriptionState.at(known, to).isCancelled() || !Activity.any(known, from, to);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
