package io.growthline.domain.growth;

import io.growthline.domain.customer.Activity;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who uses which feature, by month. */
public final class Features implements TotalMart<Counts<Features.FeatureMonth>, FeatureAdoption> {
  private static final int CUSTOMERS = 0;
  private static final int EVENTS = 1;
  private static final int FIRST_TIME = 2;
  private static final int REPEAT = 3;
  private static final long SECONDS_PER_DAY = 86_400;

  /**
   * A feature in a month.
   *
   * @param feature null for activity of any kind
   */
  public record FeatureMonth(LocalDate month, String feature) {}

  @Override
  public Class<FeatureAdoption> table() {
    return FeatureAdoption.class;
  }

  @Override
  public Counts<FeatureMonth> empty() {
    return new Counts<>(FeatureMonth.class, 4);
  }

  @Override
  public void count(CustomerAsOf customer, Counts<FeatureMonth> into) {
    Activity.first(customer.known())
        .ifPresent(
            first -> {
              LocalDate day = LocalDate.ofInstant(first.occurredAt(), ZoneOffset.UTC);
              countActive(customer, day.withDayOfMonth(1), into);
              countUses(customer, into);
            });
  }

  /** One row for each month that had ended at {@code asOf} and feature used in it. */
  @Override
  public List<FeatureAdoption> rows(Counts<FeatureMonth> all, LocalDate asOf) {
    List<FeatureAdoption> rows = new ArrayList<>();
    all.forEach(
        (key, counts) -> {
          if (key.feature() != null && !key.month().plusMonths(1).isAfter(asOf)) {
            long active = all.get(new FeatureMonth(key.month(), null), CUSTOMERS);
            rows.add(row(key, counts, active));
          }
        });
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no month with raw.feature_uses of customers has ended";
  }

  private static FeatureAdoption row(FeatureMonth key, long[] counts, long active) {
    long customers = counts[CUSTOMERS];
    return new FeatureAdoption(
        key.month(),
        key.feature(),
        customers,
        counts[EVENTS],
        active,
        (double) customers / active,
        counts[FIRST_TIME],
        counts[REPEAT],
        (double) counts[REPEAT] / customers);
  }

  private static void countActive(
      CustomerAsOf customer, LocalDate first, Counts<FeatureMonth> into) {
    LocalDate month = first;
    while (month.isBefore(customer.asOf())) {
      LocalDate next = month.plusMonths(1);
      if (Activity.any(customer.known(), month, next)) {
        into.add(new FeatureMonth(month, null), CUSTOMERS, 1);
      }
      month = next;
    }
  }

  private static void countUses(CustomerAsOf customer, Counts<FeatureMonth> into) {
    Map<String, Uses> features = new HashMap<>();
    long epochDay = Long.MIN_VALUE;
    LocalDate month = null;
    for (FeatureUse use : customer.known().all(FeatureUse.class)) {
      long day = Math.floorDiv(use.occurredAt().getEpochSecond(), SECONDS_PER_DAY);
      if (day != epochDay) {
        epochDay = day;
        month = LocalDate.ofEpochDay(day).withDayOfMonth(1);
      }
      Uses uses = features.computeIfAbsent(use.feature(), feature -> new Uses());
      if (!month.equals(uses.month)) {
        uses.addTo(into, use.feature());
        uses.start(month);
      }
      uses.take(day);
    }
    features.forEach((feature, uses) -> uses.addTo(into, feature));
  }

  /** The uses of a feature by one customer, month after month. */
  private static final class Uses {
    private LocalDate month;
    private boolean firstMonth = true;
    private long events;
    private long days;
    private long lastDay;

    void start(LocalDate next) {
      firstMonth = month == null;
      month = next;
      events = 0;
      days = 0;
      lastDay = Long.MIN_VALUE;
    }

    // Uses come in the order in which they happened.
    void take(long day) {
      events++;
      days += day == lastDay ? 0 : 1;
      lastDay = day;
    }

    void addTo(Counts<FeatureMonth> into, String feature) {
      if (month != null) {
        into.add(
            new FeatureMonth(month, feature),
            new long[] {1, events, firstMonth ? 1 : 0, days > 1 ? 1 : 0});
      }
    }
  }
}
