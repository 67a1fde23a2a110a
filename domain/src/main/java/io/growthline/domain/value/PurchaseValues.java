package io.growthline.domain.value;

import java.util.Arrays;

/** For how much customers bought again, as numbers, some customers at a time. */
final class PurchaseValues {
  /** Customers by repeat purchases, at least 1. */
  private final double[][] byRepeats;

  /** Customers by the value of these in minor units, above 0, beside their number. */
  private final double[][] byValue;

  PurchaseValues(Binned byRepeats, Binned byValue) {
    this.byRepeats = byRepeats.columns();
    this.byValue = byValue.columns();
  }

  /** Number of different numbers of repeat purchases. */
  int repeats() {
    return byRepeats[0].length;
  }

  double repeats(int i) {
    return byRepeats[1][i];
  }

  /** Customers with that number. */
  double customersWithRepeats(int i) {
    return byRepeats[0][i];
  }

  /** Number of different values. */
  int values() {
    return byValue[0].length;
  }

  /** What a customer bought on these days together, in units of {@link GammaGamma#UNIT}. */
  double value(int i) {
    return byValue[1][i] / GammaGamma.UNIT;
  }

  /** Customers with that value. */
  double customersWithValue(int i) {
    return byValue[0][i];
  }

  /** Repeat purchases of these customers. */
  double purchasesWithValue(int i) {
    return byValue[4][i];
  }

  long allCustomers() {
    return (long) Arrays.stream(byRepeats[0]).sum();
  }
}
