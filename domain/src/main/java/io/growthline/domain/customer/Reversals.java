package io.growthline.domain.customer;

import io.growthline.domain.event.Transaction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which transactions of a customer stand. A reversal takes back the approved transaction of the
 * same {@code transaction_id}, as if it had never been. One that finds none takes back its own
 * amount if that is negative; if not, it tells of a transaction that never counted.
 */
final class Reversals {
  /** Of customers without any, who are nearly all. */
  static final Reversals NONE = new Reversals(Set.of(), Set.of());

  private final Set<String> reversed;
  private final Set<String> approved;

  private Reversals(Set<String> reversed, Set<String> approved) {
    this.reversed = reversed;
    this.approved = approved;
  }

  /** The reversals among the known transactions of a customer. */
  static Reversals of(List<Transaction> known) {
    Set<String> reversed = new HashSet<>();
    Set<String> approved = new HashSet<>();
    for (Transaction transaction : known) {
      if (transaction.reversed()) {
        reversed.add(transaction.transactionId());
      } else if (transaction.approved()) {
        approved.add(transaction.transactionId());
      }
    }
    return new Reversals(reversed, approved);
  }

  /** Whether a transaction is a purchase, of 0 or more, that was not taken back. */
  boolean isPurchase(Transaction transaction) {
    return transaction.amountMinor() >= 0 && counts(transaction);
  }

  /** Whether a transaction is a purchase, or a refund, that was not taken back. */
  boolean counts(Transaction transaction) {
    if (transaction.approved()) {
      return !reversed.contains(transaction.transactionId());
    }
    return transaction.reversed()
        && transaction.amountMinor() < 0
        && !approved.contains(transaction.transactionId());
  }
}
