package io.growthline.domain.customer;

import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.List;

/**
 * What a customer spent in all and in windows up to the as-of day, worked out once for all marts.
 *
 * @param prior90 the 90 days before the last 90
 * @param travelMinor purchases of travel in the last 90 days, as far as they have a rate
 * @param necessityMinor the same of necessities
 */
record RecentSpending(
    Spending all,
    Spending last30,
    Spending last90,
    Spending prior90,
    long travelMinor,
    long necessityMinor) {
  private static final MerchantCategories CATEGORIES = MerchantCategories.standard();
  private static final int DAYS = 90;
  private static final double MONTHS = 3;

  static RecentSpending of(CustomerAsOf customer) {
    return customer.shared(RecentSpending.class, RecentSpending::workOut);
  }

  private static RecentSpending workOut(CustomerAsOf customer) {
    KnownEvents known = customer.known();
    LocalDate asOf = customer.asOf();
    List<Transaction> last90 = known.since(Transaction.class, asOf.minusDays(DAYS));
    long travel = 0;
    long necessity = 0;
    for (Transaction transaction : last90) {
      if (known.isPurchase(transaction)) {
        long minor = known.reportingMinor(transaction).orElse(0);
        switch (CATEGORIES.type(transaction.merchantCategory())) {
          case MerchantCategories.TRAVEL -> travel = Math.addExact(travel, minor);
          case MerchantCategories.NECESSITY -> necessity = Math.addExact(necessity, minor);
          default -> {}
        }
      }
    }
    return new RecentSpending(
        Spending.of(known, known.all(Transaction.class)),
        Spending.of(known, known.since(Transaction.class, asOf.minusDays(30))),
        Spending.of(known, last90),
        Spending.of(
            known,
            known.between(Transaction.class, asOf.minusDays(2 * DAYS), asOf.minusDays(DAYS))),
        travel,
        necessity);
  }

  /** Whether all amounts of the 180 days have a rate. */
  boolean isKnown() {
    return last90.withoutRate() == 0 && prior90.withoutRate() == 0;
  }

  /** Spending a month over the last 90 days; null where an amount has no rate. */
  Double monthlyMinor() {
    return last90.minor() == null ? null : (Double) (last90.convertedMinor() / MONTHS);
  }

  /**
   * Change from the prior 90 days to the last over the prior; null where an amount has no rate, and
   * where the prior is not above 0.
   */
  Double change() {
    return !isKnown() || prior90.convertedMinor() <= 0
        ? null
        : (Double)
            ((double) Math.subtractExact(last90.convertedMinor(), prior90.convertedMinor())
                / prior90.convertedMinor());
  }

  /** Share of travel in the purchases of the last 90 days; null without any or without a rate. */
  Double travelShare() {
    return share(travelMinor);
  }

  /** The same of necessities. */
  Double necessityShare() {
    return share(necessityMinor);
  }

  private Double share(long minor) {
    return last90.withoutRate() > 0 || last90.purchasedMinor() == 0
        ? null
        : (Double) ((double) minor / last90.purchasedMinor());
  }
}
