package io.growthline.domain.metric;

import io.growthline.domain.event.Cost;
import io.growthline.domain.finance.CostShares;
import java.util.List;
import java.util.function.Predicate;

/** What running the bank costs. */
final class CostMeasures {
  static final List<Measure> ALL =
      List.of(
          costs(
              "customer_costs_minor",
              "Costs to serve, of support and of payment processing booked for the period",
              CostShares::isDivided),
          costs(
              "overhead_minor",
              "Overhead booked for the period",
              cost -> !CostShares.isDivided(cost)));

  private CostMeasures() {}

  private static Measure costs(String id, String description, Predicate<Cost> which) {
    return Measure.ofEvents(
        id,
        Cost.class,
        description,
        Cost::month,
        cost -> which.test(cost) ? cost.amountMinor() : 0);
  }
}
