package io.growthline.domain.growth;

import io.growthline.domain.customer.Account;
import io.growthline.domain.customer.Activity;
import io.growthline.domain.customer.CustomerTimeline;
import io.growthline.domain.customer.KnownEvents;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Counts the active customers of each signup month, by months since signup. */
public final class RetentionCounts implements Serializable {
  private static final int SIZE = -1;

  // By signup month: customers by months since signup; the size stands at -1.
  private final TreeMap<LocalDate, TreeMap<Integer, Long>> cohorts = new TreeMap<>();

  /** Adds a customer, if there is an account. */
  public void add(CustomerTimeline timeline, LocalDate asOf) {
    KnownEvents known = new KnownEvents(timeline, midnight(asOf));
    Optional<LocalDate> opened = Account.openedOn(known).filter(day -> day.isBefore(asOf));
    if (opened.isEmpty()) {
      return;
    }
    LocalDate cohort = opened.get().withDayOfMonth(1);
    count(cohort, SIZE, 1);
    LocalDate month = cohort;
    for (int since = 0; month.isBefore(asOf); since++, month = month.plusMonths(1)) {
      if (Activity.any(known, midnight(month), midnight(month.plusMonths(1)))) {
        count(cohort, since, 1);
      }
    }
  }

  /** Takes one count. */
  interface Consumer {
    /**
     * @param since months since signup; -1 for the size of the cohort
     */
    void accept(LocalDate cohort, int since, long customers);
  }

  void forEach(Consumer consumer) {
    cohorts.forEach((cohort, counts) -> counts.forEach((k, n) -> consumer.accept(cohort, k, n)));
  }

  public void addAll(RetentionCounts other) {
    other.cohorts.forEach((cohort, counts) -> counts.forEach((k, n) -> count(cohort, k, n)));
  }

  /** One row for each cohort and month that had ended at {@code asOf}; a part of one misleads. */
  public List<RetentionCohort> rows(LocalDate asOf) {
    List<RetentionCohort> rows = new ArrayList<>();
    cohorts.forEach(
        (cohort, counts) -> {
          long size = counts.get(SIZE);
          long complete = ChronoUnit.MONTHS.between(cohort, asOf);
          for (int since = 0; since < complete; since++) {
            long active = counts.getOrDefault(since, 0L);
            rows.add(new RetentionCohort(cohort, since, size, active, (double) active / size));
          }
        });
    return rows;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RetentionCounts counts && cohorts.equals(counts.cohorts);
  }

  @Override
  public int hashCode() {
    return cohorts.hashCode();
  }

  void count(LocalDate cohort, int since, long customers) {
    cohorts.computeIfAbsent(cohort, k -> new TreeMap<>()).merge(since, customers, Long::sum);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
