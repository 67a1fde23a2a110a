package io.growthline.domain.growth;

import io.growthline.domain.customer.Activity;
import io.growthline.domain.customer.Spending;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import io.growthline.domain.metric.Grain;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often customers come, by week. A customer counts under what was true at the end of the week,
 * as in metrics.
 */
public final class Engagement implements TotalMart<Counts<Engagement.Week>, WeeklyEngagement> {
  private static final int DAYS = 7;
  private static final int WEEKS_OF_MONTH = 4;
  private static final long SECONDS_PER_DAY = 86_400;

  private static final int WEEKLY = 0;
  private static final int MONTHLY = 1;
  private static final int ACTIVE_DAYS = 2;
  private static final int SESSIONS = 3;
  private static final int TRANSACTIONS = 4;
  private static final int SPEND = 5;
  private static final int WITHOUT_RATE = 6;
  private static final int SLOTS = 7;

  /** A week of the customers with one value of a dimension. */
  public record Week(LocalDate start, String dimension, String value) {}

  @Override
  public Class<WeeklyEngagement> table() {
    return WeeklyEngagement.class;
  }

  @Override
  public Counts<Week> empty() {
    return new Counts<>(Week.class, SLOTS);
  }

  @Override
  public void count(CustomerAsOf customer, Counts<Week> into) {
    Optional<RawEvent> first = Activity.first(customer.known());
    if (first.isEmpty()) {
      return;
    }
    LocalDate start =
        Grain.WEEK.start(LocalDate.ofInstant(first.get().occurredAt(), ZoneOffset.UTC));
    int weeks = (int) ChronoUnit.WEEKS.between(start, customer.asOf());
    byte[] days = daysOfWeeks(customer, start, weeks);
    int lastActive = -WEEKS_OF_MONTH;
    for (int week = 0; week < weeks; week++) {
      lastActive = days[week] != 0 ? week : lastActive;
      if (week - lastActive < WEEKS_OF_MONTH) {
        add(customer, start.plusWeeks(week), days[week], into);
      }
    }
  }

  /** One row for each week from that of the first activity on that had ended at {@code asOf}. */
  @Override
  public List<WeeklyEngagement> rows(Counts<Week> all, LocalDate asOf) {
    List<WeeklyEngagement> rows = new ArrayList<>();
    if (!all.isEmpty()) {
      // Keys are in the order of weeks.
      LocalDate month = all.keys().get(0).start().plusWeeks(WEEKS_OF_MONTH - 1);
      all.forEach((week, counts) -> rows.add(row(week, counts, !week.start().isBefore(month))));
    }
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no week with activity of customers has ended";
  }

  /** Days with activity of each week, as bits. */
  private static byte[] daysOfWeeks(CustomerAsOf customer, LocalDate start, int weeks) {
    byte[] days = new byte[weeks];
    long first = start.toEpochDay();
    for (Class<? extends RawEvent> type : Activity.TYPES) {
      for (RawEvent event : customer.known().until(type, start.plusWeeks(weeks))) {
        int day =
            (int) (Math.floorDiv(event.occurredAt().getEpochSecond(), SECONDS_PER_DAY) - first);
        days[day / DAYS] |= (byte) (1 << day % DAYS);
      }
    }
    return days;
  }

  private static void add(CustomerAsOf customer, LocalDate week, byte days, Counts<Week> into) {
    LocalDate end = week.plusDays(DAYS);
    long[] counts = new long[SLOTS];
    counts[MONTHLY] = 1;
    if (days != 0) {
      Spending spending =
          Spending.of(customer.known(), customer.known().between(Transaction.class, week, end));
      counts[WEEKLY] = 1;
      counts[ACTIVE_DAYS] = Integer.bitCount(days);
      counts[SESSIONS] = customer.known().between(Session.class, week, end).size();
      counts[TRANSACTIONS] = spending.count();
      counts[SPEND] = spending.convertedMinor();
      counts[WITHOUT_RATE] = spending.withoutRate();
    }
    Breakdown.of(
        customer.versions().before(end).orElse(null),
        (dimension, value) -> into.add(new Week(week, dimension, value), counts));
  }

  private static WeeklyEngagement row(Week week, long[] counts, boolean monthIsKnown) {
    long weekly = counts[WEEKLY];
    double daily = (double) counts[ACTIVE_DAYS] / DAYS;
    Long spend = counts[WITHOUT_RATE] == 0 ? (Long) counts[SPEND] : null;
    return new WeeklyEngagement(
        week.start(),
        week.dimension(),
        week.value(),
        weekly,
        monthIsKnown ? counts[MONTHLY] : null,
        counts[ACTIVE_DAYS],
        daily,
        over(daily, weekly),
        monthIsKnown ? over(weekly, counts[MONTHLY]) : null,
        counts[SESSIONS],
        counts[TRANSACTIONS],
        spend,
        over(counts[TRANSACTIONS], weekly),
        spend == null ? null : over(spend, weekly),
        counts[WITHOUT_RATE]);
  }

  private static Double over(double part, long whole) {
    return whole == 0 ? null : (Double) (part / whole);
  }
}
