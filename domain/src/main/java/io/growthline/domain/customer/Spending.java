package io.growthline.domain.customer;

import io.growthline.domain.event.Transaction;
import java.util.List;

/**
 * What transactions add up to. A purchase is an approved transaction that was not reversed; a
 * refund is one with a negative amount.
 *
 * @param count number of purchases
 * @param minor their amounts less refunds; below 0 where refunds outweigh
 * @param purchasedMinor their amounts alone
 */
public record Spending(long count, long minor, long purchasedMinor) {
  /**
   * The spending among some transactions of a customer.
   *
   * @param known what is known of the customer, reversals among it
   * @throws ArithmeticException when the amounts do not fit 64 bits together
   */
  public static Spending of(KnownEvents known, List<Transaction> transactions) {
    Reversals reversals = known.reversals();
    long count = 0;
    long minor = 0;
    long purchased = 0;
    for (Transaction transaction : transactions) {
      if (reversals.counts(transaction)) {
        minor = Math.addExact(minor, transaction.amountMinor());
      }
      if (reversals.isPurchase(transaction)) {
        count++;
        purchased = Math.addExact(purchased, transaction.amountMinor());
      }
    }
    return new Spending(count, minor, purchased);
  }

  /** Mean amount of a purchase; null without one. */
  Double average() {
    return count == 0 ? null : (Double) ((double) purchasedMinor / count);
  }
}
