package io.growthline.domain.metric;

import static io.growthline.domain.metric.Counting.one;
import static io.growthline.domain.metric.Measure.ofCustomers;
import static io.growthline.domain.metric.Measure.ofRows;
import static io.growthline.domain.metric.Measure.ofRowsOfCustomers;

import io.growthline.domain.event.Invoice;
import io.growthline.domain.event.Payment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Invoices, and whether they are paid. */
final class BillingMeasures {
  private static final int OUTCOME_DAYS = 14;

  static final List<Measure> ALL =
      List.of(
          ofRowsOfCustomers(
              "paid_revenue_minor",
              Payment.class,
              "Payments of customers that succeeded in the period less those refunded in it",
              BillingMeasures::revenue),
          ofRows(
              "payment_attempts",
              Payment.class,
              "Payments of the period that succeeded or failed",
              e -> one(!e.refunded())),
          ofRows(
              "payments_failed",
              Payment.class,
              "Payments of the period that failed",
              e -> one(e.failed())),
          ofRows(
              "payments_succeeded",
              Payment.class,
              "Payments of the period that succeeded",
              e -> one(e.succeeded())),
          ofRows(
              "payments_refunded",
              Payment.class,
              "Payments refunded in the period",
              e -> one(e.refunded())),
          ofCustomers(
              "invoices_failed",
              List.of(Payment.class),
              "Invoices of customers whose first failed payment was in the period, once 14 days have"
                  + " passed",
              p -> failed(p, false),
              Payment.class::isInstance),
          ofCustomers(
              "invoices_recovered",
              List.of(Payment.class),
              "Of these, invoices with a payment that succeeded in these 14 days",
              p -> failed(p, true),
              Payment.class::isInstance),
          ofCustomers(
              "invoices_due_minor",
              List.of(Invoice.class),
              "Amounts of customers' invoices due in the period, once 14 days have passed",
              p -> due(p, false),
              Invoice.class::isInstance),
          ofCustomers(
              "invoices_unpaid_minor",
              List.of(Payment.class),
              "What of these was not paid by the end of these 14 days",
              p -> due(p, true),
              Invoice.class::isInstance));

  private BillingMeasures() {}

  private static long revenue(Payment payment) {
    return payment.succeeded()
        ? payment.amountMinor()
        : payment.refunded() ? Math.negateExact(payment.amountMinor()) : 0;
  }

  private static long failed(CustomerPeriod period, boolean recoveredOnly) {
    long count = 0;
    Set<String> seen = new HashSet<>();
    for (Payment payment : period.events(Payment.class)) {
      if (payment.failed()
          && seen.add(payment.invoiceId())
          && period.havePassed(OUTCOME_DAYS, Measure.day(payment))
          && !failedBefore(period, payment.invoiceId())
          && (!recoveredOnly || isRecovered(period, payment))) {
        count++;
      }
    }
    return count;
  }

  private static boolean failedBefore(CustomerPeriod period, String invoice) {
    for (Payment payment : period.customer().known().until(Payment.class, period.start())) {
      if (payment.failed() && payment.invoiceId().equals(invoice)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRecovered(CustomerPeriod period, Payment failed) {
    LocalDate day = Measure.day(failed);
    for (Payment payment :
        period.customer().known().between(Payment.class, day, day.plusDays(OUTCOME_DAYS))) {
      if (payment.succeeded()
          && payment.invoiceId().equals(failed.invoiceId())
          && !payment.occurredAt().isBefore(failed.occurredAt())) {
        return true;
      }
    }
    return false;
  }

  private static long due(CustomerPeriod period, boolean unpaidOnly) {
    long sum = 0;
    for (Invoice invoice : period.customer().known().all(Invoice.class)) {
      if (period.contains(invoice.dueOn()) && period.havePassed(OUTCOME_DAYS, invoice.dueOn())) {
        long paid = unpaidOnly ? paid(period, invoice) : 0;
        sum = Math.addExact(sum, Math.max(0, invoice.amountMinor() - paid));
      }
    }
    return sum;
  }

  private static long paid(CustomerPeriod period, Invoice invoice) {
    Instant end = invoice.dueOn().plusDays(OUTCOME_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
    long sum = 0;
    for (Payment payment : period.customer().known().all(Payment.class)) {
      if (payment.succeeded()
          && payment.invoiceId().equals(invoice.invoiceId())
          && payment.occurredAt().isBefore(end)) {
        sum = Math.addExact(sum, payment.amountMinor());
      }
    }
    return sum;
  }
}
