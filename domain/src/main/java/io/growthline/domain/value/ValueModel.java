package io.growthline.domain.value;

import io.growthline.domain.customer.PurchaseHistory;
import java.time.temporal.ChronoUnit;

/**
 * The models of customer value, and what they say of a customer.
 *
 * @param purchases when customers buy
 * @param values for how much
 * @param doubt why neither serves; null when they do
 * @param averageMinor expected value of the average customer
 */
record ValueModel(
    Fit<PurchaseModel> purchases, Fit<GammaGamma> values, String doubt, double averageMinor) {
  /** How far expectations go. */
  static final double WEEKS = 52;

  private static final double DAYS_OF_A_WEEK = 7;
  private static final double HIGH = 2;
  private static final double LOW = 0.5;

  // Of the normal distribution, for intervals of 90 %.
  private static final double Z = 1.6448536269514722;

  static ValueModel fit(ValueTotals all) {
    PurchaseTimes times = all.purchases();
    Fit<PurchaseModel> purchases = Fit.ofPurchases(times);
    Fit<GammaGamma> values = Fit.ofValues(all.values());
    String doubt =
        purchases.fitted() == null ? purchases.reason() : new Holdout(all.calibration()).doubt();
    double average =
        purchases.fitted() == null || values.fitted() == null
            ? Double.NaN
            : meanPurchases(purchases.fitted().model(), times)
                * values.fitted().model().meanMinor();
    return new ValueModel(purchases, values, doubt, average);
  }

  private static double meanPurchases(PurchaseModel model, PurchaseTimes times) {
    double sum = 0;
    for (int i = 0; i < times.size(); i++) {
      sum +=
          times.customers(i)
              * model.expectedPurchases(times.repeats(i), times.recency(i), times.age(i), WEEKS);
    }
    return sum / times.allCustomers();
  }

  /** Weeks from the first day with a purchase to the last. */
  static double recencyWeeks(PurchaseHistory history) {
    return weeks(history.firstPurchaseOn().until(history.lastPurchaseOn(), ChronoUnit.DAYS));
  }

  /** Weeks from the first day with a purchase to the day before the as-of day. */
  static double ageWeeks(PurchaseHistory history) {
    return weeks(history.firstPurchaseOn().until(history.asOf(), ChronoUnit.DAYS) - 1);
  }

  /** What is expected of the purchases of a customer. */
  Expectation expectation(PurchaseHistory history) {
    if (!history.hasBought()) {
      return Expectation.withheld("Nothing was bought yet.");
    }
    if (doubt != null) {
      return Expectation.withheld(doubt);
    }
    long repeats = history.repeatDays();
    Long repeatMinor = history.repeatValueMinor();
    double recency = recencyWeeks(history);
    double age = ageWeeks(history);
    double alive = purchases.fitted().model().alive(repeats, recency, age);
    double expected = expectedPurchases(purchases.fitted().model(), repeats, recency, age);
    String withheld = noValue(repeats, repeatMinor);
    if (withheld != null) {
      return new Expectation(alive, expected, null, null, null, null, withheld);
    }
    double value = expected * values.fitted().model().expectedMinor(repeats, repeatMinor);
    double variance =
        purchases.fitted().logVariance(m -> expectedPurchases(m, repeats, recency, age))
            + values.fitted().logVariance(m -> m.expectedMinor(repeats, repeatMinor));
    double factor = Math.exp(Z * Math.sqrt(variance));
    return new Expectation(
        alive,
        expected,
        Math.round(value),
        Math.round(value / factor),
        Math.round(value * factor),
        band(value),
        null);
  }

  private String noValue(long repeats, Long repeatMinor) {
    if (values.fitted() == null) {
      return values.reason();
    }
    if (repeatMinor == null) {
      return "A repeat purchase is in a currency without a rate.";
    }
    return repeats > 0 && repeatMinor == 0 ? "All repeat purchases are of 0." : null;
  }

  private static double expectedPurchases(
      PurchaseModel model, long repeats, double recency, double age) {
    return model.expectedPurchases(repeats, recency, age, WEEKS);
  }

  private String band(double valueMinor) {
    if (valueMinor >= HIGH * averageMinor) {
      return "high";
    }
    return valueMinor < LOW * averageMinor ? "low" : "medium";
  }

  private static double weeks(long days) {
    return days / DAYS_OF_A_WEEK;
  }
}
