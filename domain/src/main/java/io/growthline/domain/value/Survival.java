package io.growthline.domain.value;

/** Months that a customer is expected to stay who may leave in each with the same chance. */
final class Survival {
  private Survival() {}

  /**
   * Months at whose end the customer is still there, of the next {@code months}: the sum of the
   * powers of the chance to stay (Berger and Nasr 1998, "Customer Lifetime Value: Marketing Models
   * and Applications", Journal of Interactive Marketing 12, case 1, without discounting).
   *
   * @param stays chance to stay a month, from 0 to 1
   */
  static double months(double stays, int months) {
    return months(stays, 0, months);
  }

  /**
   * The same where there is a second, constant reason to be there, and in each month the more
   * likely of both counts.
   *
   * @param otherwise chance of the second reason, from 0 to 1
   */
  static double months(double stays, double otherwise, int months) {
    double sum = 0;
    double there = 1;
    for (int i = 0; i < months; i++) {
      there *= stays;
      sum += Math.max(there, otherwise);
    }
    return sum;
  }
}
