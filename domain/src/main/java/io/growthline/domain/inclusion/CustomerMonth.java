package io.growthline.domain.inclusion;

import io.growthline.domain.customer.MerchantCategories;
import io.growthline.domain.customer.MonthlyCustomerSpending;
import io.growthline.domain.customer.MonthlySpending;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** A complete month of a customer. Not thread-safe. */
final class CustomerMonth {
  private static final MonthlySpending SPENDING = new MonthlySpending();
  private static final MerchantCategories CATEGORIES = MerchantCategories.standard();
  private static final int MONTHS_BEFORE = 3;

  private final CustomerAsOf customer;
  private final LocalDate first;
  private final boolean comparable;
  private final Map<LocalDate, Purchases> spending;

  /**
   * Purchases of a month.
   *
   * @param minor what they cost; null where one has no rate
   * @param essentialMinor what those of necessities cost
   */
  record Purchases(long purchases, Long minor, long essentialMinor) {
    static final Purchases NONE = new Purchases(0, 0L, 0);

    Double essentialShare() {
      return minor == null || minor <= 0 ? null : (Double) ((double) essentialMinor / minor);
    }

    private Purchases plus(MonthlyCustomerSpending row) {
      boolean essential =
          MerchantCategories.NECESSITY.equals(CATEGORIES.type(row.merchantCategory()));
      boolean known = minor != null && row.purchasedMinor() != null;
      return new Purchases(
          purchases + row.purchases(),
          known ? (Long) Math.addExact(minor, row.purchasedMinor()) : null,
          known && essential
              ? Math.addExact(essentialMinor, row.purchasedMinor())
              : essentialMinor);
    }
  }

  /**
   * @param first first day of a month that has ended
   * @param openedOn day before that month on which the account was opened
   * @param spending of all months
   */
  CustomerMonth(
      CustomerAsOf customer,
      LocalDate first,
      LocalDate openedOn,
      Map<LocalDate, Purchases> spending) {
    this.customer = customer;
    this.first = first;
    this.comparable = !openedOn.isAfter(first.minusMonths(MONTHS_BEFORE));
    this.spending = spending;
  }

  /** Purchases of a customer by month. */
  static Map<LocalDate, Purchases> spending(CustomerAsOf customer) {
    Map<LocalDate, Purchases> months = new HashMap<>();
    for (MonthlyCustomerSpending row : customer.rows(SPENDING)) {
      months.put(row.month(), months.getOrDefault(row.month(), Purchases.NONE).plus(row));
    }
    return months;
  }

  /** Events of the month. */
  <E extends RawEvent> double count(Class<E> type, Predicate<E> which) {
    return count(type, first, first.plusMonths(1), which);
  }

  Purchases spending() {
    return spending.getOrDefault(first, Purchases.NONE);
  }

  /** Change of what purchases cost from the mean of the three months before, over it. */
  Double spendChange() {
    long before = 0;
    for (int back = 1; back <= MONTHS_BEFORE; back++) {
      Long minor = spending.getOrDefault(first.minusMonths(back), Purchases.NONE).minor();
      if (minor == null) {
        return null;
      }
      before = Math.addExact(before, minor);
    }
    Long now = spending().minor();
    return now == null ? null : change(now, before);
  }

  /** The same of sessions. */
  Double sessionChange() {
    return change(
        count(Session.class, session -> true),
        count(Session.class, first.minusMonths(MONTHS_BEFORE), first, session -> true));
  }

  private Double change(double now, double before) {
    double mean = before / MONTHS_BEFORE;
    return comparable && mean > 0 ? (Double) ((now - mean) / mean) : null;
  }

  private <E extends RawEvent> double count(
      Class<E> type, LocalDate from, LocalDate to, Predicate<E> which) {
    return customer.known().between(type, from, to).stream().filter(which).count();
  }
}
