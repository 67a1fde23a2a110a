package io.growthline.domain.simulate;

import io.growthline.domain.event.Invoice;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.Subscription;
import java.time.Instant;
import java.time.LocalDate;

/** Records what billing knows of one customer. */
final class BillingEvents {
  private static final String BILLING = "billing";
  private final Journal journal;

  BillingEvents(Journal journal) {
    this.journal = journal;
  }

  /** A start or change that the customer chose; false when it comes too late to happen. */
  boolean change(Instant at, String id, String plan, String change, long price, Discount discount) {
    boolean runs = discount != null && discount.runsOn(Period.day(at));
    return journal.add(
        "sub",
        BILLING,
        at,
        e -> subscription(e, id, plan, change, price, runs ? discount : null, null));
  }

  /** The customer cancels; false when it comes too late to happen. */
  boolean cancel(Instant at, String id, String plan) {
    return journal.add(
        "sub", BILLING, at, e -> subscription(e, id, plan, "cancel", 0, null, "chosen"));
  }

  /** The bank ends a plan that nobody pays. */
  void lapse(Instant at, String id, String plan) {
    journal.addByBank(
        "sub", BILLING, at, e -> subscription(e, id, plan, "cancel", 0, null, "payment_failed"));
  }

  /** False when it comes too late to happen. */
  boolean invoice(Instant at, String id, String subscriptionId, LocalDate start, long minor) {
    return journal.addByBank(
        "inv",
        BILLING,
        at,
        e ->
            new Invoice(
                e.eventId(),
                e.key(),
                e.customerId(),
                e.at(),
                e.ingestedAt(),
                1,
                e.source(),
                id,
                subscriptionId,
                start,
                start.plusDays(7),
                minor));
  }

  void paid(Instant at, String id, String invoiceId, long minor, long attempt) {
    journal.addByBank(
        "pay", BILLING, at, e -> payment(e, id, invoiceId, minor, "succeeded", null, attempt));
  }

  void failed(Instant at, String id, String invoiceId, long minor, String reason, long attempt) {
    journal.addByBank(
        "pay", BILLING, at, e -> payment(e, id, invoiceId, minor, "failed", reason, attempt));
  }

  void refunded(Instant at, String id, String invoiceId, long minor) {
    journal.addByBank(
        "pay", BILLING, at, e -> payment(e, id, invoiceId, minor, "refunded", null, null));
  }

  private static Subscription subscription(
      Envelope e,
      String id,
      String plan,
      String change,
      long price,
      Discount discount,
      String reason) {
    return new Subscription(
        e.eventId(),
        e.key(),
        e.customerId(),
        e.at(),
        e.ingestedAt(),
        2,
        e.source(),
        id,
        plan,
        change,
        price,
        discount == null ? null : discount.minor(),
        discount == null ? null : discount.endsOn(),
        reason);
  }

  private static Payment payment(
      Envelope e,
      String id,
      String invoiceId,
      long minor,
      String status,
      String reason,
      Long attempt) {
    return new Payment(
        e.eventId(),
        e.key(),
        e.customerId(),
        e.at(),
        e.ingestedAt(),
        2,
        e.source(),
        id,
        invoiceId,
        minor,
        status,
        reason,
        attempt);
  }
}
