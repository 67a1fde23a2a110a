package io.growthline.domain.finance;

import io.growthline.domain.event.Invoice;
import io.growthline.domain.event.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What a subscription costs at a moment, and what it cost before. */
final class Terms {
  /** Changes since the last start up to the moment, the one in force last; never empty. */
  private final List<Subscription> course;

  private Terms(List<Subscription> course) {
    this.course = course;
  }

  /** The terms at a moment; null while the subscription does not run. */
  static Terms at(List<Subscription> changes, Instant moment) {
    List<Subscription> course = new ArrayList<>();
    for (Subscription change : changes) {
      if (change.occurredAt().isAfter(moment)) {
        break;
      }
      if (change.starts() || change.cancels()) {
        course.clear();
      }
      if (!change.cancels()) {
        course.add(change);
      }
    }
    return course.isEmpty() ? null : new Terms(course);
  }

  /** The terms at the end of a day; null while the subscription does not run. */
  static Terms at(List<Subscription> changes, LocalDate day) {
    return at(changes, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1));
  }

  /** The terms that an invoice must follow: the cheaper of its issue and its period's first day. */
  static Terms of(Invoice invoice, List<Subscription> changes) {
    Terms issued = at(changes, invoice.occurredAt());
    Terms began = at(changes, invoice.periodStart());
    if (issued == null || began == null) {
      return issued;
    }
    LocalDate period = invoice.periodStart();
    return began.dueMinor(period) < issued.dueMinor(period) ? began : issued;
  }

  long priceMinor() {
    return current().priceMinor();
  }

  /** What a period costs. */
  long dueMinor(LocalDate period) {
    return Math.max(0, priceMinor() - discountMinor(period));
  }

  /** What is deducted from the price of a period. */
  long discountMinor(LocalDate period) {
    Subscription now = current();
    return now.discountMinor() == null || ended(now, period) ? 0 : now.discountMinor();
  }

  /** The discount that ended last before a period; 0 without one. */
  long endedDiscountMinor(LocalDate period) {
    for (int i = course.size() - 1; i >= 0; i--) {
      Subscription change = course.get(i);
      if (change.discountMinor() != null) {
        return ended(change, period) ? change.discountMinor() : 0;
      }
    }
    return 0;
  }

  /** Lower prices before the one in force, newest first. */
  List<Long> lowerPricesBefore() {
    List<Long> prices = new ArrayList<>();
    for (int i = course.size() - 2; i >= 0; i--) {
      if (course.get(i).priceMinor() < priceMinor()) {
        prices.add(course.get(i).priceMinor());
      }
    }
    return prices;
  }

  private Subscription current() {
    return course.get(course.size() - 1);
  }

  private static boolean ended(Subscription change, LocalDate period) {
    return change.discountEndsOn() != null && period.isAfter(change.discountEndsOn());
  }
}
