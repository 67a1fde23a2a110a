package io.growthline.domain.finance;

import io.growthline.domain.event.Payment;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Follows payments that fail until they are paid or given up. */
public final class Dunning implements TotalMart<Counts<Dunning.Failure>, DunningMonth> {
  private static final int WRITE_OFF_DAYS = 60;

  private static final int FAILED = 0;
  private static final int RETRIED = 1;
  private static final int OUTSTANDING = 2;
  private static final int FAILED_MINOR = 3;
  private static final int RECOVERED_MINOR = 4;
  private static final int OUTSTANDING_MINOR = 5;
  private static final int SLOTS = 6;

  /**
   * Attempts that failed in one way.
   *
   * @param days whole days until recovered; null when not recovered
   */
  public record Failure(LocalDate month, String reason, long attempt, Long days) {}

  /** A row to be. */
  private record Row(LocalDate month, String reason, long attempt) {}

  @Override
  public Class<DunningMonth> table() {
    return DunningMonth.class;
  }

  @Override
  public Counts<Failure> empty() {
    return new Counts<>(Failure.class, SLOTS);
  }

  @Override
  public void count(CustomerAsOf customer, Counts<Failure> into) {
    LocalDate months = customer.asOf().withDayOfMonth(1);
    for (List<Payment> payments : Billed.of(customer).payments().values()) {
      for (Payment payment : payments) {
        if (payment.failed() && Billed.day(payment).isBefore(months)) {
          count(payment, payments, customer.asOf(), into);
        }
      }
    }
  }

  @Override
  public List<DunningMonth> rows(Counts<Failure> all, LocalDate asOf) {
    Map<Row, Sums> sums = new LinkedHashMap<>();
    all.forEach(
        (failure, counts) ->
            sums.computeIfAbsent(
                    new Row(failure.month(), failure.reason(), failure.attempt()),
                    row -> new Sums())
                .add(failure.days(), counts));
    List<DunningMonth> rows = new ArrayList<>();
    sums.forEach((row, of) -> rows.add(of.row(row)));
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no raw.payments that failed in a month that has ended";
  }

  private static void count(
      Payment failed, List<Payment> payments, LocalDate asOf, Counts<Failure> into) {
    long before = 0;
    boolean retried = false;
    long paid = 0;
    Payment recovery = null;
    for (Payment other : payments) {
      boolean earlier = other.occurredAt().isBefore(failed.occurredAt());
      if (other.refunded() || other == failed) {
        continue;
      }
      before += earlier ? 1 : 0;
      retried |= !earlier;
      // What failed and succeeded at one instant is paid, whichever is told first.
      if (!earlier && other.succeeded() && paid < failed.amountMinor()) {
        paid = Math.addExact(paid, other.amountMinor());
        recovery = other;
      }
    }
    long recovered = Math.min(paid, failed.amountMinor());
    boolean full = recovery != null && recovered == failed.amountMinor();
    boolean old = !Billed.day(failed).plusDays(WRITE_OFF_DAYS).isAfter(asOf);
    long[] counts = new long[SLOTS];
    counts[FAILED] = 1;
    counts[RETRIED] = retried ? 1 : 0;
    counts[OUTSTANDING] = full || old ? 0 : 1;
    counts[FAILED_MINOR] = failed.amountMinor();
    counts[RECOVERED_MINOR] = recovered;
    counts[OUTSTANDING_MINOR] = old ? 0 : failed.amountMinor() - recovered;
    into.add(
        new Failure(
            Billed.day(failed).withDayOfMonth(1),
            Optional.ofNullable(failed.failureReason()).orElse("unknown"),
            failed.attempt() != null ? failed.attempt() : before + 1,
            full
                ? (Long) Duration.between(failed.occurredAt(), recovery.occurredAt()).toDays()
                : null),
        counts);
  }

  /** One row. */
  private static final class Sums {
    private final long[] sums = new long[SLOTS];
    private final TreeMap<Long, Long> recoveredByDays = new TreeMap<>();

    void add(Long days, long[] counts) {
      for (int i = 0; i < SLOTS; i++) {
        sums[i] = Math.addExact(sums[i], counts[i]);
      }
      if (days != null) {
        recoveredByDays.merge(days, counts[FAILED], Math::addExact);
      }
    }

    DunningMonth row(Row row) {
      long recovered = 0;
      double days = 0;
      for (Map.Entry<Long, Long> entry : recoveredByDays.entrySet()) {
        recovered += entry.getValue();
        days += (double) entry.getKey() * entry.getValue();
      }
      return new DunningMonth(
          row.month(),
          row.reason(),
          row.attempt(),
          sums[FAILED],
          sums[RETRIED],
          recovered,
          sums[OUTSTANDING],
          sums[FAILED] - recovered - sums[OUTSTANDING],
          (double) recovered / sums[FAILED],
          sums[FAILED_MINOR],
          sums[RECOVERED_MINOR],
          sums[OUTSTANDING_MINOR],
          sums[FAILED_MINOR] - sums[RECOVERED_MINOR] - sums[OUTSTANDING_MINOR],
          recovered == 0 ? null : (Double) (days / recovered),
          recovered == 0 ? null : (Double) ((at((recovered - 1) / 2) + at(recovered / 2)) / 2.0));
    }

    /** The value at a place in the order of days, from 0. */
    private long at(long place) {
      long left = place;
      for (Map.Entry<Long, Long> entry : recoveredByDays.entrySet()) {
        left -= entry.getValue();
        if (left < 0) {
          return entry.getKey();
        }
      }
      throw new IllegalStateException("There are not " + place + " values");
    }
  }
}
