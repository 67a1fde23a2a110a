package io.growthline.domain.inclusion;

import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.uplift.Wilson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Outcomes of customers by group. Whether the sources know of an outcome is counted too, because a
 * source without support contacts must not say that nobody complained.
 */
public final class CustomerOutcomes
    implements TotalMart<Counts<CustomerOutcomes.Cell>, CustomerOutcome> {
  private static final InclusionRules RULES = InclusionRules.standard();
  private static final int CUSTOMERS = 0;
  private static final int WITH_OUTCOME = 1;

  /**
   * Customers of a group.
   *
   * @param dimension empty for what is known of the sources, not of a group
   */
  public record Cell(String outcome, String dimension, String value) {}

  @Override
  public Class<CustomerOutcome> table() {
    return CustomerOutcome.class;
  }

  @Override
  public Counts<Cell> empty() {
    return new Counts<>(Cell.class, 2);
  }

  @Override
  public void count(CustomerAsOf customer, Counts<Cell> into) {
    for (Outcome outcome : Outcome.values()) {
      if (!Collections.disjoint(customer.timeline().types(), outcome.sources())) {
        into.add(sources(outcome), CUSTOMERS, 0);
      }
    }
    customer.openedOn().ifPresent(day -> count(customer, day, into));
  }

  private static void count(CustomerAsOf customer, LocalDate openedOn, Counts<Cell> into) {
    Optional<CustomerProfile> signup = customer.known().first(CustomerProfile.class);
    for (Outcome outcome : Outcome.values()) {
      boolean mature = !openedOn.plusDays(outcome.days()).isAfter(customer.asOf());
      Boolean had = mature ? outcome.of(customer, openedOn) : null;
      if (had != null) {
        long[] amounts = {1, had ? 1 : 0};
        for (GroupDimension dimension : GroupDimension.values()) {
          into.add(new Cell(outcome.text(), dimension.text(), dimension.of(signup)), amounts);
        }
      }
    }
  }

  @Override
  public List<CustomerOutcome> rows(Counts<Cell> all, LocalDate asOf) {
    List<CustomerOutcome> rows = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      if (all.knows(sources(outcome))) {
        all.forEach(
            (cell, counts) -> {
              if (cell.outcome().equals(outcome.text()) && !cell.dimension().isEmpty()) {
                rows.add(row(outcome, cell, counts[CUSTOMERS], counts[WITH_OUTCOME]));
              }
            });
      }
    }
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no customer has had an account for long enough";
  }

  private static Cell sources(Outcome outcome) {
    return new Cell(outcome.text(), "", "");
  }

  private static CustomerOutcome row(Outcome outcome, Cell cell, long customers, long had) {
    Estimate rate = customers < RULES.minimumGroup() ? null : Wilson.of(customers, had);
    return new CustomerOutcome(
        outcome.text(),
        cell.dimension(),
        cell.value(),
        outcome.better(),
        customers,
        rate == null ? null : (Long) had,
        rate == null ? null : (Double) rate.value(),
        rate == null ? null : (Double) rate.lower(),
        rate == null ? null : (Double) rate.upper());
  }
}
