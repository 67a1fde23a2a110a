package io.growthline.domain.value;

import io.growthline.domain.contract.Rows;
import io.growthline.domain.customer.PurchaseHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Customers who buy as the models say, with planted parameters; several times a day if need be. */
final class SimulatedPurchases {
  private final Random random;
  private final BgNbd times;
  private final GammaGamma values;
  private final LocalDate asOf;

  SimulatedPurchases(long seed, BgNbd times, GammaGamma values, LocalDate asOf) {
    this.random = new Random(seed);
    this.times = times;
    this.values = values;
    this.asOf = asOf;
  }

  /**
   * Customers whose first purchase was on any of some days.
   *
   * @param oldest days before the as-of day of the first of these days
   * @param youngest days before the as-of day of the last
   */
  List<PurchaseHistory> customers(int count, int oldest, int youngest) {
    List<PurchaseHistory> customers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      customers.add(customer("c" + i, youngest + random.nextInt(oldest - youngest + 1)));
    }
    return customers;
  }

  private PurchaseHistory customer(String id, int daysAgo) {
    double rate = gamma(times.r()) / (7 * times.alpha());
    double one = gamma(times.a());
    double leaves = one / (one + gamma(times.b()));
    int calibration = daysAgo - PurchaseHistory.HOLDOUT_DAYS - 1;
    int repeats = 0;
    int before = 0;
    double last = 0;
    double lastBefore = 0;
    for (double at = exponential() / rate; at <= daysAgo - 1; at += exponential() / rate) {
      repeats++;
      last = at;
      if (at <= calibration) {
        before++;
        lastBefore = at;
      }
      if (random.nextDouble() < leaves) {
        break;
      }
    }
    double mean = 100 * values.v() / gamma(values.q());
    long total = 0;
    for (int i = 0; i < repeats; i++) {
      total += Math.max(1, Math.round(gamma(values.p()) * mean));
    }
    LocalDate first = asOf.minusDays(daysAgo);
    boolean calibrated = calibration >= 0;
    return Rows.of(
        PurchaseHistory.class,
        "customer_id",
        id,
        "as_of",
        asOf.toString(),
        "first_purchase_on",
        first.toString(),
        "last_purchase_on",
        first.plusDays(Math.round(last)).toString(),
        "repeat_days",
        repeats,
        "repeat_value_minor",
        total,
        "spend_minor",
        total,
        "calibration_repeat_days",
        calibrated ? (Object) before : null,
        "calibration_last_purchase_on",
        calibrated ? first.plusDays(Math.round(lastBefore)).toString() : null,
        "holdout_days",
        calibrated ? repeats - before : repeats + 1);
  }

  private double exponential() {
    return -Math.log1p(-random.nextDouble());
  }

  // Marsaglia and Tsang 2000, ACM Transactions on Mathematical Software 26; below 1 by a power.
  private double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double normal = random.nextGaussian();
      double v = Math.pow(1 + c * normal, 3);
      if (v > 0
          && Math.log(random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
