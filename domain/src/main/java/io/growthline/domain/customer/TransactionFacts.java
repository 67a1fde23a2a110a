package io.growthline.domain.customer;

import io.growthline.domain.event.Transaction;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Transactions with what was true of the customer when they happened. */
public final class TransactionFacts {
  private TransactionFacts() {}

  /** The fact of a transaction; {@code customer} is the version valid at its time, if any. */
  public static FctTransaction of(Transaction t, Optional<DimCustomer> customer) {
    return new FctTransaction(
        t.eventId(),
        t.transactionId(),
        t.customerId(),
        t.occurredAt(),
        LocalDate.ofInstant(t.occurredAt(), ZoneOffset.UTC),
        t.ingestedAt(),
        t.amountMinor(),
        t.currency(),
        t.merchantName(),
        t.merchantCategory(),
        t.channel(),
        t.status(),
        t.declineReason(),
        isApproved(t),
        customer.map(DimCustomer::region).orElse(null),
        customer.map(DimCustomer::incomeSegment).orElse(null));
  }

  /** Whether money moved. */
  public static boolean isApproved(Transaction transaction) {
    return transaction.status().equals("approved");
  }
}
