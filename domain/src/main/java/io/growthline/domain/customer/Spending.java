package io.growthline.domain.customer;

import io.growthline.domain.event.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * What transactions add up to, in the reporting currency. A purchase is an approved transaction
 * that was not reversed; a refund is one with a negative amount.
 *
 * @param count number of purchases
 * @param convertedMinor their amounts less refunds, as far as they are in the reporting currency or
 *     have a rate; below 0 where refunds outweigh
 * @param purchasedMinor the same of purchases alone
 * @param withoutRate purchases and refunds in other currencies without a rate
 */
public record Spending(long count, long convertedMinor, long purchasedMinor, long withoutRate) {
  /**
   * The spending among some transactions of a customer.
   *
   * @param known what is known of the customer, reversals and rates among it
   * @throws ArithmeticException when the amounts do not fit 64 bits together
   */
  public static Spending of(KnownEvents known, List<Transaction> transactions) {
    Reversals reversals = known.reversals();
    long count = 0;
    long minor = 0;
    long purchased = 0;
    long withoutRate = 0;
    for (Transaction transaction : transactions) {
      if (!reversals.counts(transaction)) {
        continue;
      }
      boolean purchase = reversals.isPurchase(transaction);
      count += purchase ? 1 : 0;
      OptionalLong amount = known.reportingMinor(transaction);
      if (amount.isPresent()) {
        minor = Math.addExact(minor, amount.getAsLong());
        purchased = Math.addExact(purchased, purchase ? amount.getAsLong() : 0);
      } else {
        withoutRate++;
      }
    }
    return new Spending(count, minor, purchased, withoutRate);
  }

  /**
   * The spending of a transaction that names no customer, and so cannot be reversed by another.
   *
   * @throws ArithmeticException when the amount does not fit 64 bits
   */
  public static Spending ofUnnamed(Transaction transaction, ReportingCurrency currency) {
    if (!Reversals.NONE.counts(transaction)) {
      return new Spending(0, 0, 0, 0);
    }
    boolean purchase = isPurchase(transaction);
    OptionalLong amount = currency.minor(transaction, Instant.MAX);
    return new Spending(
        purchase ? 1 : 0,
        amount.orElse(0),
        purchase ? amount.orElse(0) : 0,
        amount.isPresent() ? 0 : 1);
  }

  /** Whether a transaction by itself, with no reversal known, is a purchase. */
  public static boolean isPurchase(Transaction transaction) {
    return Reversals.NONE.isPurchase(transaction);
  }

  /** Purchases less refunds; null when some have no rate, as a part of a sum misleads. */
  public Long minor() {
    return withoutRate > 0 ? null : (Long) convertedMinor;
  }

  /** Mean amount of a purchase; null without one, and when some have no rate. */
  Double average() {
    return count == 0 || withoutRate > 0 ? null : (Double) ((double) purchasedMinor / count);
  }
}
