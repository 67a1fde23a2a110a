package io.growthline.domain.finance;

import io.growthline.domain.event.Invoice;
import java.time.LocalDate;
import java.util.List;

/**
 * Invoices that ask for too little: at a price before a change, or with a discount that has ended.
 * What is less for another reason, such as a credit, is no finding.
 */
final class PriceLeaks {
  private PriceLeaks() {}

  static void find(Billed billed, List<LeakageFinding> findings) {
    for (Invoice invoice : billed.invoices().values()) {
      Terms terms = Terms.of(invoice, billed.changesOf(invoice.subscriptionId()));
      if (terms != null && invoice.amountMinor() < terms.dueMinor(invoice.periodStart())) {
        judge(billed.customer().id(), invoice, terms, findings);
      }
    }
  }

  private static void judge(
      String customerId, Invoice invoice, Terms terms, List<LeakageFinding> findings) {
    LocalDate period = invoice.periodStart();
    long asked = invoice.amountMinor();
    long due = terms.dueMinor(period);
    long off = terms.discountMinor(period);
    long ended = terms.endedDiscountMinor(period);
    if (ended > 0 && asked == Math.max(0, due - ended)) {
      findings.add(discount(customerId, invoice, due - asked, due));
      return;
    }
    for (long price : terms.lowerPricesBefore()) {
      long atOldPrice = Math.max(0, price - off);
      boolean both = ended > 0 && asked == Math.max(0, atOldPrice - ended);
      if (both) {
        findings.add(discount(customerId, invoice, atOldPrice - asked, due));
      }
      if (both || asked == atOldPrice) {
        findings.add(
            finding(
                "under_billed_plan_change",
                customerId,
                invoice,
                due - atOldPrice,
                Amounts.text(asked)
                    + " is asked for at the earlier price "
                    + Amounts.text(price)
                    + "; due is "
                    + Amounts.text(due)));
        return;
      }
    }
  }

  private static LeakageFinding discount(String customerId, Invoice invoice, long minor, long due) {
    return finding(
        "discount_past_end",
        customerId,
        invoice,
        minor,
        Amounts.text(invoice.amountMinor())
            + " is asked for with a discount that has ended; due is "
            + Amounts.text(due));
  }

  private static LeakageFinding finding(
      String kind, String customerId, Invoice invoice, long minor, String explanation) {
    return new LeakageFinding(
        customerId,
        kind + " " + invoice.invoiceId(),
        kind,
        invoice.subscriptionId(),
        invoice.invoiceId(),
        null,
        Billed.day(invoice),
        minor,
        explanation);
  }
}
