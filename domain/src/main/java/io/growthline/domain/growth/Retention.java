package io.growthline.domain.growth;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Activity;
import io.growthline.domain.customer.Spending;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import io.growthline.domain.metric.CustomerPeriod;
import io.growthline.domain.metric.Grain;
import io.growthline.domain.metric.Measure;
import io.growthline.domain.metric.Measures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many customers of each signup week and month are active, and what they pay and spend, by
 * periods since signup.
 */
public final class Retention implements TotalMart<Counts<Retention.Cohort>, RetentionCohort> {
  /** Weeks that a cohort is followed; months show what comes later. */
  static final int WEEKS = 26;

  // Customers of a cohort sign up all through period 0, so that the first full one is this.
  private static final int FIRST_FULL = 1;

  private static final int CUSTOMERS = 0;
  private static final int ACTIVE = 1;
  private static final int REVENUE = 2;
  private static final int PAYMENTS = 3;
  private static final int SPEND = 4;
  private static final int WITHOUT_RATE = 5;
  private static final int TRANSACTIONS = 6;
  private static final int SLOTS = 7;

  private static final List<Grain> GRAINS = List.of(Grain.WEEK, Grain.MONTH);

  // What metrics call revenue is revenue here.
  private static final Measure PAID = Measures.find("paid_revenue_minor").orElseThrow();

  /**
   * Those who signed up in a period, in one period of their life.
   *
   * @param start first day of the period of signup
   * @param since periods since signup; all customers of the cohort are counted at 0
   */
  public record Cohort(String grain, LocalDate start, long since) {}

  @Override
  public Class<RetentionCohort> table() {
    return RetentionCohort.class;
  }

  @Override
  public Counts<Cohort> empty() {
    return new Counts<>(Cohort.class, SLOTS);
  }

  @Override
  public void count(CustomerAsOf customer, Counts<Cohort> into) {
    if (customer.openedOn().isEmpty()) {
      return;
    }
    for (Grain grain : GRAINS) {
      LocalDate cohort = grain.start(customer.openedOn().get());
      into.add(new Cohort(grain.id(), cohort, 0), CUSTOMERS, 1);
      LocalDate start = cohort;
      for (int since = 0; isFollowed(grain, since) && start.isBefore(customer.asOf()); since++) {
        LocalDate next = grain.next(start);
        long[] counts = counts(new CustomerPeriod(customer, start, next));
        if (counts[ACTIVE] > 0 || counts[PAYMENTS] > 0) {
          into.add(new Cohort(grain.id(), cohort, since), counts);
        }
        start = next;
      }
    }
  }

  /**
   * One row for each cohort and period that had ended at {@code asOf}; a part of one misleads. None
   * where no activity is known of anybody: nothing can be said then of who stayed.
   */
  @Override
  public List<RetentionCohort> rows(Counts<Cohort> all, LocalDate asOf) {
    Known known = new Known(all);
    List<RetentionCohort> rows = new ArrayList<>();
    if (known.slots[ACTIVE]) {
      all.forEach(
          (cohort, counts) -> {
            if (cohort.since() == 0) {
              addRows(cohort, counts[CUSTOMERS], known, asOf, rows);
            }
          });
    }
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no signup week or month has ended, or no activity is known: no events in "
        + Activity.TYPES.stream()
            .map(type -> TableSpec.of(type.asSubclass(Record.class)).id())
            .collect(Collectors.joining(", "));
  }

  private static boolean isFollowed(Grain grain, int since) {
    return grain != Grain.WEEK || since < WEEKS;
  }

  private static long[] counts(CustomerPeriod period) {
    long[] counts = new long[SLOTS];
    counts[PAYMENTS] = period.events(Payment.class).size();
    counts[REVENUE] = PAID.customers().applyAsLong(period);
    if (period.isActive()) {
      Spending spending = period.spending();
      counts[ACTIVE] = 1;
      counts[SPEND] = spending.convertedMinor();
      counts[WITHOUT_RATE] = spending.withoutRate();
      counts[TRANSACTIONS] = period.events(Transaction.class).size();
    }
    return counts;
  }

  private static void addRows(
      Cohort cohort, long size, Known known, LocalDate asOf, List<RetentionCohort> rows) {
    Grain grain = Grain.of(cohort.grain());
    Long base = grain == Grain.MONTH ? known.revenue(cohort, FIRST_FULL) : null;
    for (int since = 0;
        isFollowed(grain, since) && !grain.plus(cohort.start(), since + 1L).isAfter(asOf);
        since++) {
      long active = known.get(cohort, since, ACTIVE);
      Long revenue = known.revenue(cohort, since);
      rows.add(
          new RetentionCohort(
              cohort.grain(),
              cohort.start(),
              since,
              size,
              active,
              (double) active / size,
              revenue,
              since < FIRST_FULL || base == null || base <= 0
                  ? null
                  : (Double) ((double) revenue / base),
              known.spend(cohort, since)));
    }
  }

  /** The totals, and which of them say anything: without any payment a revenue of 0 misleads. */
  private static final class Known {
    private final Counts<Cohort> all;
    private final boolean[] slots = new boolean[SLOTS];

    Known(Counts<Cohort> all) {
      this.all = all;
      all.forEach(
          (cohort, counts) -> {
            for (int slot = 0; slot < SLOTS; slot++) {
              slots[slot] |= counts[slot] != 0;
            }
          });
    }

    long get(Cohort cohort, long since, int slot) {
      return all.get(new Cohort(cohort.grain(), cohort.start(), since), slot);
    }

    Long revenue(Cohort cohort, long since) {
      return slots[PAYMENTS] ? (Long) get(cohort, since, REVENUE) : null;
    }

    Long spend(Cohort cohort, long since) {
      boolean complete = slots[TRANSACTIONS] && get(cohort, since, WITHOUT_RATE) == 0;
      return complete ? (Long) get(cohort, since, SPEND) : null;
    }
  }
}
