package io.growthline.domain.decision;

import io.growthline.domain.mart.Counts;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The prices of the limits of a policy, in their order, in minor units a contact or a minor unit.
 *
 * @param tolerance share of its expected value that a choice may miss at the prices and still be a
 *     candidate: prices come from cells, and limits are filled customer by customer
 */
public record Prices(List<Double> values, double tolerance) implements Serializable {
  /** Customers up to whom all are candidates: few fill cells badly, and fit in one place. */
  static final int FEW = 10_000;

  private static final double OF_MANY = 0.25;

  /**
   * Fits prices to customers.
   *
   * @param cells customers who are contacted when chosen
   */
  public static Prices of(DecisionRules rules, Counts<DecisionCell> cells) {
    return of(rules.actions(), Limit.of(rules), cells);
  }

  static Prices of(List<Action> actions, List<Limit> limits, Counts<DecisionCell> cells) {
    double[] prices = new PriceFit(actions, limits, cells).prices();
    long[] customers = {0};
    cells.forEach((cell, slots) -> customers[0] += slots[DecisionCell.CUSTOMERS]);
    return new Prices(
        List.copyOf(Arrays.stream(prices).boxed().toList()),
        customers[0] <= FEW ? Double.POSITIVE_INFINITY : OF_MANY);
  }
}
