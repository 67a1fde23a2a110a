package io.growthline.domain.decision;

import io.growthline.domain.mart.Counts;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The prices of the limits of a policy, in their order, in minor units a contact or a minor unit.
 */
public record Prices(List<Double> values) implements Serializable {
  /**
   * Fits prices to customers.
   *
   * @param cells customers who are contacted when chosen
   */
  public static Prices of(DecisionRules rules, Counts<DecisionCell> cells) {
    double[] prices = new PriceFit(rules.actions(), Limit.of(rules), cells).prices();
    return new Prices(List.copyOf(Arrays.stream(prices).boxed().toList()));
  }
}
