package io.growthline.domain.customer;

import io.growthline.domain.event.Invoice;
import io.growthline.domain.event.Payment;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;

/**
 * What a customer was asked to pay for plans and paid, worked out once for all marts.
 *
 * @param paidMinor payments less refunds
 * @param paidMinor90d the same of the last 90 days
 * @param failed90d failed payments of the last 90 days
 * @param lastInvoice the newest invoice; null without any
 * @param lastInvoiceStatus {@code refunded}, {@code paid}, {@code failed} or {@code open}, the
 *     first for which it has a payment; null without an invoice
 */
record Billing(
    long paidMinor,
    long paidMinor90d,
    long failed90d,
    Invoice lastInvoice,
    String lastInvoiceStatus) {
  static Billing of(CustomerAsOf customer) {
    return customer.shared(Billing.class, Billing::workOut);
  }

  private static Billing workOut(CustomerAsOf customer) {
    KnownEvents known = customer.known();
    LocalDate days90 = customer.asOf().minusDays(90);
    Invoice last = known.newest(Invoice.class).orElse(null);
    long failed = 0;
    for (Payment payment : known.since(Payment.class, days90)) {
      failed += payment.failed() ? 1 : 0;
    }
    return new Billing(
        paid(known.all(Payment.class)),
        paid(known.since(Payment.class, days90)),
        failed,
        last,
        last == null ? null : status(known.all(Payment.class), last.invoiceId()));
  }

  /** Payments less refunds. */
  static long paid(Iterable<Payment> payments) {
    long paid = 0;
    for (Payment payment : payments) {
      if (payment.succeeded()) {
        paid = Math.addExact(paid, payment.amountMinor());
      } else if (payment.refunded()) {
        paid = Math.subtractExact(paid, payment.amountMinor());
      }
    }
    return paid;
  }

  // What happened to an invoice at one instant has no order, so the status does not ask for one.
  private static String status(Iterable<Payment> payments, String invoiceId) {
    boolean refunded = false;
    boolean paid = false;
    boolean failed = false;
    for (Payment payment : payments) {
      if (payment.invoiceId().equals(invoiceId)) {
        refunded |= payment.refunded();
        paid |= payment.succeeded();
        failed |= payment.failed();
      }
    }
    return refunded ? "refunded" : paid ? "paid" : failed ? "failed" : "open";
  }
}
