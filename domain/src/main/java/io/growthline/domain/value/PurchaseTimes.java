package io.growthline.domain.value;

/** When customers bought, as numbers, some customers at a time; times in weeks. */
final class PurchaseTimes {
  private static final double DAYS_OF_A_WEEK = 7;

  private final double[] customers;
  private final double[] repeats;
  private final double[] gapDays;
  private final double[] ageDays;
  private final double[] later;

  /**
   * @param counts repeat purchases, days since the last and age in days, beside later purchases
   */
  PurchaseTimes(Binned counts) {
    double[][] columns = counts.columns();
    customers = columns[0];
    repeats = columns[1];
    gapDays = columns[2];
    ageDays = columns[3];
    later = columns[4];
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

  /** Weeks from the first purchase to the last; of no meaning without repeat purchases. */
  double recency(int i) {
    return (ageDays[i] - gapDays[i]) / DAYS_OF_A_WEEK;
  }

  /** Weeks from the first purchase to the end of the observation. */
  double age(int i) {
    return ageDays[i] / DAYS_OF_A_WEEK;
  }

  /** Purchases after the observation, of all these customers. */
  double later(int i) {
    return later[i];
  }

  long allCustomers() {
    double sum = 0;
    for (double count : customers) {
      sum += count;
    }
    return (long) sum;
  }

  /** Customers who bought again. */
  long repeatCustomers() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += repeats[i] > 0 ? customers[i] : 0;
    }
    return (long) sum;
  }
}
