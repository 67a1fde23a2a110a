package io.growthline.domain.value;

/** For how much customers bought again, as numbers, some customers at a time. */
final class PurchaseValues {
  private final double[] customers;
  private final double[] repeats;
  private final double[] minor;

  /**
   * @param counts repeat purchases and their value in minor units, each above 0
   */
  PurchaseValues(Binned counts) {
    double[][] columns = counts.columns();
    customers = columns[0];
    repeats = columns[1];
    minor = columns[2];
  }

  int size() {
    return customers.length;
  }

  double customers(int i) {
    return customers[i];
  }

  double repeats(int i) {
    return repeats[i];
  }

  /** What a customer bought on these days together, in units of {@link GammaGamma#UNIT}. */
  double value(int i) {
    return minor[i] / GammaGamma.UNIT;
  }

  long allCustomers() {
    double sum = 0;
    for (double count : customers) {
      sum += count;
    }
    return (long) sum;
  }
}
