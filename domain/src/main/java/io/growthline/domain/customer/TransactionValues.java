package io.growthline.domain.customer;

import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** The amounts of a customer's purchases. */
public final class TransactionValues implements CustomerMart<MetricAvgTransactionValue> {
  private static final SegmentRules RULES = SegmentRules.standard();

  @Override
  public Class<MetricAvgTransactionValue> table() {
    return MetricAvgTransactionValue.class;
  }

  @Override
  public List<MetricAvgTransactionValue> rows(CustomerAsOf customer) {
    KnownEvents known = customer.known();
    List<Transaction> transactions = known.all(Transaction.class);
    long[] amounts = new long[transactions.size()];
    int purchases = 0;
    boolean withoutRate = false;
    for (Transaction transaction : transactions) {
      if (known.isPurchase(transaction)) {
        OptionalLong amount = known.reportingMinor(transaction);
        withoutRate |= amount.isEmpty();
        amounts[purchases++] = amount.orElse(0);
      }
    }
    if (purchases == 0) {
      return List.of();
    }
    if (withoutRate) {
      return List.of(
          new MetricAvgTransactionValue(
              customer.id(), customer.asOf(), purchases, null, null, null, null, null, null));
    }
    Arrays.sort(amounts, 0, purchases);
    double mean = mean(amounts, purchases);
    Double deviation = purchases == 1 ? null : (Double) deviation(amounts, purchases, mean);
    return List.of(
        new MetricAvgTransactionValue(
            customer.id(),
            customer.asOf(),
            purchases,
            mean,
            median(amounts, purchases),
            deviation,
            amounts[0],
            amounts[purchases - 1],
            deviation == null
                ? null
                : RULES.consistency(deviation, customer.timeline().currency())));
  }

  @Override
  public String emptyBecause() {
    return "no customer has bought anything";
  }

  private static double mean(long[] amounts, int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum = Math.addExact(sum, amounts[i]);
    }
    return (double) sum / count;
  }

  /** The middle of sorted amounts of 0 or more; half of the sum of two, rounded down. */
  static long median(long[] sorted, int count) {
    long lower = sorted[(count - 1) / 2];
    return lower + (sorted[count / 2] - lower) / 2;
  }

  /**
   * The standard deviation of a sample by the two-pass algorithm: T. F. Chan, G. H. Golub and R. J.
   * LeVeque, Algorithms for Computing the Sample Variance, The American Statistician 37 (1983),
   * equations 1.1a and 1.1b.
   */
  private static double deviation(long[] sorted, int count, double mean) {
    double squares = 0;
    for (int i = 0; i < count; i++) {
      squares += (sorted[i] - mean) * (sorted[i] - mean);
    }
    return Math.sqrt(squares / (count - 1));
  }
}
