package io.growthline.domain.finance;

import io.growthline.domain.customer.Activity;
import io.growthline.domain.event.Invoice;
import io.growthline.domain.event.Subscription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Months of running subscriptions that no invoice asks for, though the customer used the bank. */
final class UnbilledPeriods {
  private static final int HALF_MONTH_DAYS = 15;
  private final Billed billed;
  private final List<LeakageFinding> findings;

  private UnbilledPeriods(Billed billed, List<LeakageFinding> findings) {
    this.billed = billed;
    this.findings = findings;
  }

  static void find(Billed billed, List<LeakageFinding> findings) {
    if (!billed.invoices().isEmpty()) {
      UnbilledPeriods periods = new UnbilledPeriods(billed, findings);
      billed.changes().forEach(periods::judge);
    }
  }

  private void judge(String subscriptionId, List<Subscription> changes) {
    TreeSet<LocalDate> invoiced = new TreeSet<>();
    for (Invoice invoice : billed.invoices().values()) {
      if (invoice.subscriptionId().equals(subscriptionId)) {
        invoiced.add(invoice.periodStart());
      }
    }
    LocalDate start = null;
    boolean runs = false;
    for (Subscription change : changes) {
      LocalDate day = Billed.day(change);
      if (change.cancels()) {
        if (runs) {
          add(subscriptionId, periods(start, day, invoiced), day);
        }
        runs = false;
      } else if (change.starts() && !runs) {
        start = day;
        runs = true;
      }
    }
    if (runs) {
      LocalDate asOf = billed.customer().asOf();
      add(subscriptionId, periods(start, asOf, invoiced), asOf);
    }
  }

  /** First days of months of {@code [start, end)} without an invoice. */
  private List<LocalDate> periods(LocalDate start, LocalDate end, TreeSet<LocalDate> invoiced) {
    List<LocalDate> missing = new ArrayList<>();
    LocalDate next = start;
    // Billing may begin with a later day of the month, but not after a whole month.
    int slack = 31;
    for (LocalDate period : invoiced.subSet(start, true, end, true)) {
      while (next.plusDays(slack).isBefore(period)) {
        missing.add(next);
        next = next.plusMonths(1);
      }
      next = period.plusMonths(1);
      slack = HALF_MONTH_DAYS;
    }
    for (; next.isBefore(end); next = next.plusMonths(1)) {
      missing.add(next);
    }
    return missing;
  }

  private void add(String subscriptionId, List<LocalDate> periods, LocalDate end) {
    for (LocalDate period : periods) {
      LocalDate foundOn = period.plusDays(RevenueLeakage.GRACE_DAYS + 1L);
      LocalDate next = period.plusMonths(1);
      Terms terms = Terms.at(billed.changesOf(subscriptionId), period);
      if (!foundOn.isAfter(billed.customer().asOf())
          && terms != null
          && terms.dueMinor(period) > 0
          && Activity.any(billed.customer().known(), period, next.isBefore(end) ? next : end)) {
        findings.add(finding(subscriptionId, period, foundOn, terms.dueMinor(period)));
      }
    }
  }

  private LeakageFinding finding(
      String subscriptionId, LocalDate period, LocalDate foundOn, long minor) {
    String kind = "usage_without_billing";
    return new LeakageFinding(
        billed.customer().id(),
        kind + " " + subscriptionId + " " + period,
        kind,
        subscriptionId,
        null,
        null,
        foundOn,
        minor,
        "The bank was used in the month from " + period + ", for which there is no invoice");
  }
}
