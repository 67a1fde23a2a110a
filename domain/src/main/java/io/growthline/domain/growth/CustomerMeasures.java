package io.growthline.domain.growth;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Account;
import io.growthline.domain.customer.Activity;
import io.growthline.domain.customer.CustomerTimeline;
import io.growthline.domain.customer.CustomerVersions;
import io.growthline.domain.customer.DimCustomer;
import io.growthline.domain.customer.KnownEvents;
import io.growthline.domain.customer.SubscriptionState;
import io.growthline.domain.customer.TransactionFacts;
import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.feature.CustomerMonthFeatures;
import io.growthline.domain.growth.MeasureTotals.Cell;
import io.growthline.domain.pricing.FctOfferOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Adds what one customer contributes to every measure. A customer counts in a month under the
 * region and income band valid at the month's end, so that the parts of a ratio never fall apart.
 */
public final class CustomerMeasures {
  private final KnownEvents known;
  private final CustomerVersions versions;
  private final LocalDate asOf;
  private final MeasureTotals totals;

  /** Contributions of a customer, from what was known before {@code asOf}. */
  public CustomerMeasures(
      CustomerTimeline timeline, CustomerVersions versions, LocalDate asOf, MeasureTotals totals) {
    this.known = new KnownEvents(timeline, midnight(asOf));
    this.versions = versions;
    this.asOf = asOf;
    this.totals = totals;
  }

  /** Adds the events of each month, and the opening of the account. */
  public void addEvents() {
    Optional<LocalDate> opened = Account.openedOn(known).filter(day -> day.isBefore(asOf));
    opened.ifPresent(day -> add(day, Measure.NEW_CUSTOMERS, 1));
    Optional<LocalDate> start = firstDay();
    if (start.isEmpty()) {
      return;
    }
    LocalDate month = start.get().withDayOfMonth(1);
    for (; month.isBefore(asOf); month = month.plusMonths(1)) {
      addMonth(month);
    }
  }

  /** Adds what became of the account in its first days. */
  public void addActivation(FctActivation activation) {
    if (activation.isMature()) {
      add(activation.openedOn(), Measure.MATURE_ACCOUNTS, 1);
      add(activation.openedOn(), Measure.ACTIVATED_ACCOUNTS, activation.activatedD7() ? 1 : 0);
    }
  }

  /** Adds a month start and what followed. */
  public void addSnapshot(CustomerMonthFeatures snapshot) {
    if (snapshot.churned30d() != null) {
      add(snapshot.asOf(), Measure.CUSTOMERS_AT_RISK, 1);
      add(snapshot.asOf(), Measure.CUSTOMERS_CHURNED, snapshot.churned30d() ? 1 : 0);
    }
  }

  /** Adds an offer, in the month in which it was shown. */
  public void addOffer(FctOfferOutcome offer) {
    if (offer.accepted() != null) {
      add(offer.shownOn(), Measure.OFFERS_DECIDED, 1);
      add(offer.shownOn(), Measure.OFFERS_ACCEPTED, offer.accepted() ? 1 : 0);
    }
  }

  private Optional<LocalDate> firstDay() {
    Instant first = null;
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      Optional<? extends RawEvent> event =
          known.first(table.type().asSubclass(RawEvent.class), e -> true);
      if (event.isPresent()) {
        totals.addSource(table.id());
        Instant at = event.get().occurredAt();
        first = first == null || at.isBefore(first) ? at : first;
      }
    }
    return Optional.ofNullable(first).map(i -> LocalDate.ofInstant(i, ZoneOffset.UTC));
  }

  private void addMonth(LocalDate month) {
    Instant from = midnight(month);
    Instant to = midnight(month.plusMonths(1));
    addIfAny(month, Measure.ACTIVE_CUSTOMERS, Activity.any(known, from, to) ? 1 : 0);
    addIfAny(
        month, Measure.RECURRING_REVENUE_MINOR, SubscriptionState.at(known, to).monthlyMinor());
    addTransactions(month, known.between(Transaction.class, from, to));
    addPayments(month, known.between(Payment.class, from, to));
    for (SupportContact contact : known.between(SupportContact.class, from, to)) {
      addIfAny(month, Measure.COMPLAINTS, contact.complaint() ? 1 : 0);
    }
    for (NpsResponse answer : known.between(NpsResponse.class, from, to)) {
      add(month, Measure.NPS_RESPONSES, 1);
      addIfAny(month, Measure.NPS_NET, answer.score() >= 9 ? 1 : answer.score() <= 6 ? -1 : 0);
    }
  }

  private void addTransactions(LocalDate month, List<Transaction> transactions) {
    long count = 0;
    long volume = 0;
    for (Transaction transaction : transactions) {
      if (TransactionFacts.isApproved(transaction)) {
        count++;
        volume += transaction.amountMinor();
      }
    }
    addIfAny(month, Measure.TRANSACTIONS, count);
    addIfAny(month, Measure.TRANSACTION_VOLUME_MINOR, volume);
  }

  private void addPayments(LocalDate month, List<Payment> payments) {
    for (Payment payment : payments) {
      switch (payment.status()) {
        case "succeeded" -> {
          add(month, Measure.PAYMENT_ATTEMPTS, 1);
          add(month, Measure.PAID_REVENUE_MINOR, payment.amountMinor());
        }
        case "failed" -> {
          add(month, Measure.PAYMENT_ATTEMPTS, 1);
          add(month, Measure.PAYMENTS_FAILED, 1);
        }
        default -> add(month, Measure.PAID_REVENUE_MINOR, -payment.amountMinor());
      }
    }
  }

  private void addIfAny(LocalDate month, Measure measure, long amount) {
    if (amount != 0) {
      add(month, measure, amount);
    }
  }

  private void add(LocalDate day, Measure measure, long amount) {
    LocalDate month = day.withDayOfMonth(1);
    Optional<DimCustomer> customer = versions.at(midnight(month.plusMonths(1)).minusNanos(1_000));
    totals.add(new Cell(month, "all", "all"), measure, amount);
    totals.add(new Cell(month, "region", text(customer.map(DimCustomer::region))), measure, amount);
    totals.add(
        new Cell(month, "income_segment", text(customer.map(DimCustomer::incomeSegment))),
        measure,
        amount);
  }

  private static String text(Optional<String> value) {
    return value.orElse("unknown");
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
