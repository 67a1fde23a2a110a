package io.growthline.domain.growth;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Activity;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How many customers of each signup month are active, by months since signup. */
public final class Retention implements TotalMart<Counts<Retention.Cohort>, RetentionCohort> {
  private static final int CUSTOMERS = 0;
  private static final int ACTIVE = 1;

  /**
   * A signup month in one month of its life.
   *
   * @param month first day of the signup month
   * @param since months since signup; all customers of the cohort are counted at 0
   */
  public record Cohort(LocalDate month, long since) {}

  @Override
  public Class<RetentionCohort> table() {
    return RetentionCohort.class;
  }

  @Override
  public Counts<Cohort> empty() {
    return new Counts<>(Cohort.class, 2);
  }

  @Override
  public void count(CustomerAsOf customer, Counts<Cohort> into) {
    if (customer.openedOn().isEmpty()) {
      return;
    }
    LocalDate cohort = customer.openedOn().get().withDayOfMonth(1);
    into.add(new Cohort(cohort, 0), CUSTOMERS, 1);
    LocalDate month = cohort;
    for (int since = 0; month.isBefore(customer.asOf()); since++) {
      LocalDate next = month.plusMonths(1);
      if (Activity.any(customer.known(), month, next)) {
        into.add(new Cohort(cohort, since), ACTIVE, 1);
      }
      month = next;
    }
  }

  /**
   * One row for each cohort and month that had ended at {@code asOf}; a part of one misleads. None
   * where no activity is known of anybody: nothing can be said then of who stayed.
   */
  @Override
  public List<RetentionCohort> rows(Counts<Cohort> all, LocalDate asOf) {
    List<RetentionCohort> rows = new ArrayList<>();
    if (all.keys().stream().allMatch(cohort -> all.get(cohort, ACTIVE) == 0)) {
      return rows;
    }
    all.forEach(
        (cohort, counts) -> {
          if (cohort.since() == 0) {
            addRows(cohort.month(), counts[CUSTOMERS], all, asOf, rows);
          }
        });
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no signup month has ended, or no activity is known: no events in "
        + Activity.TYPES.stream()
            .map(type -> TableSpec.of(type.asSubclass(Record.class)).id())
            .collect(Collectors.joining(", "));
  }

  private static void addRows(
      LocalDate month, long size, Counts<Cohort> all, LocalDate asOf, List<RetentionCohort> rows) {
    long complete = ChronoUnit.MONTHS.between(month, asOf);
    for (int since = 0; since < complete; since++) {
      long active = all.get(new Cohort(month, since), ACTIVE);
      rows.add(new RetentionCohort(month, since, size, active, (double) active / size));
    }
  }
}
