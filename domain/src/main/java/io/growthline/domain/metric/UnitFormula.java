package io.growthline.domain.metric;

import java.util.Optional;

/**
 * A metric of the catalogue for one customer, where it is made of what customers contribute.
 *
 * @param numerator what a customer contributes
 * @param denominator what it is divided by, once summed; null for a sum
 * @param scale factor of the quotient
 */
public record UnitFormula(Measure numerator, Measure denominator, double scale) {
  /** Of a simple or ratio metric whose measures are of customers; empty for others. */
  public static Optional<UnitFormula> of(Metric metric) {
    UnitFormula formula =
        metric.value() instanceof Calculation.Simple simple
            ? new UnitFormula(simple.measure(), null, 1)
            : metric.value() instanceof Calculation.Ratio ratio
                ? new UnitFormula(ratio.numerator(), ratio.denominator(), ratio.scale())
                : null;
    return Optional.ofNullable(formula).filter(UnitFormula::isOfCustomers);
  }

  private boolean isOfCustomers() {
    return numerator.customers() != null
        && (denominator == null || denominator.customers() != null);
  }
}
