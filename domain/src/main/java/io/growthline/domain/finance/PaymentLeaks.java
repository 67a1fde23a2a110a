package io.growthline.domain.finance;

import io.growthline.domain.customer.RunningSubscriptions;
import io.growthline.domain.event.Invoice;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.Subscription;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Invoices that are not paid, paid twice, or given back. */
final class PaymentLeaks {
  private final Billed billed;
  private final List<LeakageFinding> findings;

  private PaymentLeaks(Billed billed, List<LeakageFinding> findings) {
    this.billed = billed;
    this.findings = findings;
  }

  static void find(Billed billed, List<LeakageFinding> findings) {
    PaymentLeaks leaks = new PaymentLeaks(billed, findings);
    Set<String> ids = new TreeSet<>(billed.invoices().keySet());
    ids.addAll(billed.payments().keySet());
    ids.forEach(leaks::judge);
  }

  private void judge(String id) {
    Collected collected = Collected.of(billed.paymentsOf(id));
    Invoice invoice = billed.invoices().get(id);
    long due = invoice != null ? invoice.amountMinor() : collected.first;
    long excess = collected.successes > 1 ? Math.max(0, collected.paid - due) : 0;
    long returned = Math.min(excess, collected.refunded);
    if (excess > returned) {
      add(
          "duplicate_charge",
          id,
          collected.lastPaid,
          excess - returned,
          collected.successes
              + " payments of an invoice of "
              + Amounts.text(due)
              + " add up to "
              + Amounts.text(collected.paid));
    }
    if (collected.refunded > returned) {
      add(
          "refund",
          id,
          collected.lastRefund,
          collected.refunded - returned,
          Amounts.text(collected.refunded)
              + " of an invoice of "
              + Amounts.text(due)
              + " was given back");
    }
    if (invoice != null && due > collected.paid && !billed.payments().isEmpty()) {
      judgeUnpaid(invoice, collected, due - collected.paid);
    }
  }

  private void judgeUnpaid(Invoice invoice, Collected collected, long missing) {
    LocalDate foundOn = invoice.dueOn().plusDays(RevenueLeakage.GRACE_DAYS + 1L);
    boolean runs = runs(invoice.subscriptionId());
    if (foundOn.isAfter(billed.customer().asOf()) || (!runs && collected.failures == 0)) {
      return;
    }
    findings.add(
        finding(
            runs ? "unpaid_active_subscription" : "failed_never_recovered",
            invoice.invoiceId(),
            collected.lastFailure == null ? null : collected.lastFailure.paymentId(),
            foundOn,
            missing,
            Amounts.text(missing)
                + " due on "
                + invoice.dueOn()
                + " is not paid after "
                + collected.failures
                + (collected.failures == 1 ? " failed attempt" : " failed attempts")
                + "; the subscription "
                + (runs ? "runs" : "has ended")));
  }

  private boolean runs(String subscriptionId) {
    RunningSubscriptions running = new RunningSubscriptions();
    for (Subscription change : billed.changesOf(subscriptionId)) {
      running.take(change);
    }
    return !running.all().isEmpty();
  }

  private void add(String kind, String invoiceId, Payment last, long minor, String explanation) {
    findings.add(finding(kind, invoiceId, last.paymentId(), Billed.day(last), minor, explanation));
  }

  private LeakageFinding finding(
      String kind, String id, String paymentId, LocalDate foundOn, long minor, String explanation) {
    Invoice invoice = billed.invoices().get(id);
    return new LeakageFinding(
        billed.customer().id(),
        kind + " " + id,
        kind,
        invoice == null ? null : invoice.subscriptionId(),
        id,
        paymentId,
        foundOn,
        minor,
        explanation);
  }

  /** What the payments of one invoice add up to. */
  private static final class Collected {
    private long successes;
    private long first;
    private long paid;
    private long refunded;
    private long failures;
    private Payment lastPaid;
    private Payment lastRefund;
    private Payment lastFailure;

    static Collected of(List<Payment> payments) {
      Collected collected = new Collected();
      payments.forEach(collected::add);
      return collected;
    }

    private void add(Payment payment) {
      if (payment.succeeded()) {
        first = successes++ == 0 ? payment.amountMinor() : first;
        paid = Math.addExact(paid, payment.amountMinor());
        lastPaid = payment;
      } else if (payment.refunded()) {
        refunded = Math.addExact(refunded, payment.amountMinor());
        lastRefund = payment;
      } else {
        failures++;
        lastFailure = payment;
      }
    }
  }
}
