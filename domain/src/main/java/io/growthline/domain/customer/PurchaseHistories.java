package io.growthline.domain.customer;

import io.growthline.domain.event.Payment;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/**
 * Purchases of a customer by day, UTC. Purchases of one day are one, as in the data sets to which
 * models of repeat purchases were first fitted.
 */
public final class PurchaseHistories implements CustomerMart<PurchaseHistory> {
  @Override
  public Class<PurchaseHistory> table() {
    return PurchaseHistory.class;
  }

  @Override
  public List<PurchaseHistory> rows(CustomerAsOf customer) {
    KnownEvents known = customer.known();
    long holdoutFrom = PurchaseHistory.holdoutFrom(customer.asOf()).toEpochDay();
    long days = 0;
    long calibrationDays = 0;
    long first = 0;
    long last = 0;
    long calibrationLast = 0;
    Long repeatValue = 0L;
    for (Transaction transaction : known.all(Transaction.class)) { // in the order of time
      if (!known.isPurchase(transaction)) {
        continue;
      }
      long day = Math.floorDiv(transaction.occurredAt().getEpochSecond(), 86_400L);
      if (days == 0 || day != last) {
        first = days == 0 ? day : first;
        last = day;
        days++;
        if (day < holdoutFrom) {
          calibrationDays++;
          calibrationLast = day;
        }
      }
      if (day != first) {
        repeatValue = sum(repeatValue, known.reportingMinor(transaction));
      }
    }
    LocalDate ended = customer.asOf().withDayOfMonth(1);
    SubscriptionState subscription = SubscriptionState.at(known, customer.asOf());
    boolean bought = days > 0;
    boolean calibrated = calibrationDays > 0;
    return List.of(
        new PurchaseHistory(
            customer.id(),
            customer.asOf(),
            bought ? LocalDate.ofEpochDay(first) : null,
            bought ? LocalDate.ofEpochDay(last) : null,
            bought ? days - 1 : 0,
            repeatValue,
            customer.rows(new Customer360()).get(0).spendMinor(),
            Billing.of(customer).paidMinor(),
            calibrated ? LocalDate.ofEpochDay(calibrationLast) : null,
            calibrated ? (Long) (calibrationDays - 1) : null,
            days - calibrationDays,
            customer.openedOn().orElse(null),
            customer.versions().current().map(DimCustomer::cardType).orElse(null),
            subscription.plan(),
            subscription.monthlyMinor(),
            Billing.paid(known.until(Payment.class, ended)),
            Spending.of(known, known.until(Transaction.class, ended)).minor()));
  }

  @Override
  public String emptyBecause() {
    return "no raw events of customers";
  }

  private static Long sum(Long sum, OptionalLong amount) {
    return sum == null || amount.isEmpty()
        ? null
        : (Long) Math.addExact((long) sum, amount.getAsLong());
  }
}
