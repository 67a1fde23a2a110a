package io.growthline.domain.value;

import io.growthline.domain.customer.PurchaseHistory;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a model fitted to purchases before the last 13 weeks tells how many there were in these
 * (as Fader, Hardie and Lee 2005 do, section 3). Customers are grouped by repeat purchases before.
 */
final class Holdout {
  /** Error from which on the model does not serve, as a share of the actual purchases. */
  static final double TOLERANCE = 0.2;

  /** Fewest purchases by which a model can be judged. */
  static final long FEWEST = 100;

  private static final double WEEKS = PurchaseHistory.HOLDOUT_DAYS / 7.0;

  private final SortedMap<Long, Group> groups = new TreeMap<>();
  private final Group all = new Group();
  private final boolean fitted;
  private final String verdict;
  private final String doubt;

  /** Customers and their purchases in the 13 weeks. */
  static final class Group {
    private double customers;
    private double actual;
    private double expected;

    long customers() {
      return (long) customers;
    }

    long actual() {
      return (long) actual;
    }

    double expected() {
      return expected;
    }

    private void add(double customers, double actual, double expected) {
      this.customers += customers;
      this.actual += actual;
      this.expected += expected;
    }
  }

  /**
   * @param before purchases before the 13 weeks, beside those in them
   */
  Holdout(PurchaseTimes before) {
    Fit<BgNbd> fit = Fit.ofPurchases(before);
    fitted = fit.fitted() != null;
    for (int i = 0; i < before.size(); i++) {
      double n = before.customers(i);
      double expected = fitted ? n * expected(fit.fitted().model(), before, i) : Double.NaN;
      // Bins never mix numbers on both sides of a power of two.
      long from = Long.highestOneBit((long) before.repeats(i));
      groups.computeIfAbsent(from, f -> new Group()).add(n, before.later(i), expected);
      all.add(n, before.later(i), expected);
    }
    if (!fitted) {
      verdict = "not_checked";
      doubt = "The model cannot be checked by the last 13 weeks. " + fit.reason();
    } else if (Math.max(all.actual, all.expected) < FEWEST) {
      verdict = "not_checked";
      doubt =
          String.format(
              Locale.ROOT,
              "The model cannot be checked: %,d purchases in the last 13 weeks, %d are needed.",
              all.actual(),
              FEWEST);
    } else if (Math.abs(all.expected - all.actual) > TOLERANCE * all.actual) {
      verdict = "failed";
      doubt =
          String.format(
              Locale.ROOT,
              "The model expected %,.0f purchases in the last 13 weeks, there were %,d:"
                  + " more than %.0f %% off.",
              all.expected,
              all.actual(),
              100 * TOLERANCE);
    } else {
      verdict = "ok";
      doubt = null;
    }
  }

  private static double expected(BgNbd model, PurchaseTimes before, int i) {
    return model.expectedPurchases(before.repeats(i), before.recency(i), before.age(i), WEEKS);
  }

  /** Groups by the fewest repeat purchases in each: 0, and powers of two. */
  Map<Long, Group> groups() {
    return groups;
  }

  Group all() {
    return all;
  }

  /** Whether there is a model. */
  boolean isFitted() {
    return fitted;
  }

  /** {@code ok}, {@code failed} or {@code not_checked}. */
  String verdict() {
    return verdict;
  }

  /** Why expectations of the model do not serve, as one sentence; null when they do. */
  String doubt() {
    return doubt;
  }
}
