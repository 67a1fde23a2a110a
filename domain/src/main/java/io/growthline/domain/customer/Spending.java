package io.growthline.domain.customer;

import io.growthline.domain.event.Transaction;
import java.util.List;

/**
 * What approved transactions add up to.
 *
 * @param count number of approved transactions
 * @param minor their amounts
 */
public record Spending(long count, long minor) {
  /**
   * The approved ones of these transactions.
   *
   * @throws ArithmeticException when their amounts do not fit 64 bits together
   */
  public static Spending of(List<Transaction> transactions) {
    long count = 0;
    long minor = 0;
    for (Transaction transaction : transactions) {
      if (transaction.approved()) {
        count++;
        minor = Math.addExact(minor, transaction.amountMinor());
      }
    }
    return new Spending(count, minor);
  }
}
