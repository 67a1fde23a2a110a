package io.growthline.domain.customer;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Transactions with what was true of the customer when they happened. */
public final class TransactionFacts implements CustomerMart<FctTransaction> {
  @Override
  public Class<FctTransaction> table() {
    return FctTransaction.class;
  }

  @Override
  public List<FctTransaction> rows(CustomerAsOf customer) {
    List<Transaction> transactions = customer.known().all(Transaction.class);
    List<DimCustomer> versions = customer.versions().all();
    List<FctTransaction> facts = new ArrayList<>(transactions.size());
    DimCustomer version = null;
    int next = 0;
    LocalDate day = null;
    long epochDay = Long.MIN_VALUE;
    // Both lists are in the order of time, so one pass finds the version and the day of each.
    for (Transaction transaction : transactions) {
      Instant at = transaction.occurredAt();
      while (next < versions.size() && !versions.get(next).validFrom().isAfter(at)) {
        version = versions.get(next++);
      }
      if (Math.floorDiv(at.getEpochSecond(), 86_400) != epochDay) {
        epochDay = Math.floorDiv(at.getEpochSecond(), 86_400);
        day = LocalDate.ofEpochDay(epochDay);
      }
      facts.add(fact(transaction, day, version, customer.known().spendMinor(transaction)));
    }
    return facts;
  }

  @Override
  public List<FctTransaction> rows(RawEvent withoutCustomer, ReportingCurrency currency) {
    if (withoutCustomer instanceof Transaction transaction) {
      LocalDate day = LocalDate.ofInstant(transaction.occurredAt(), ZoneOffset.UTC);
      OptionalLong amount =
          Reversals.NONE.counts(transaction)
              ? currency.minor(transaction, Instant.MAX)
              : OptionalLong.of(0);
      return List.of(fact(transaction, day, null, amount));
    }
    return List.of();
  }

  @Override
  public String emptyBecause() {
    return "no raw.transactions";
  }

  private static FctTransaction fact(
      Transaction t, LocalDate day, DimCustomer customer, OptionalLong spendMinor) {
    return new FctTransaction(
        t.eventId(),
        t.transactionId(),
        t.customerId(),
        t.occurredAt(),
        day,
        t.ingestedAt(),
        t.amountMinor(),
        t.currency(),
        t.merchantName(),
        t.merchantCategory(),
        t.channel(),
        t.status(),
        t.declineReason(),
        t.approved(),
        customer == null ? null : customer.validFrom(),
        customer == null ? null : customer.region(),
        customer == null ? null : customer.incomeSegment(),
        spendMinor.isPresent() ? spendMinor.getAsLong() : null);
  }
}
