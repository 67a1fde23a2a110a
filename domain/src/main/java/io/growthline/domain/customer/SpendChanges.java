package io.growthline.domain.customer;

import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The changes of a customer's spending from one month to the next. */
public final class SpendChanges implements CustomerMart<MetricMomSpendChange> {
  @Override
  public Class<MetricMomSpendChange> table() {
    return MetricMomSpendChange.class;
  }

  @Override
  public List<MetricMomSpendChange> rows(CustomerAsOf customer) {
    List<MonthlyCustomerSpending> spending = customer.rows(new MonthlySpending());
    List<MetricMomSpendChange> rows = new ArrayList<>();
    if (spending.isEmpty()) {
      return rows;
    }
    Long previous = null;
    int next = 0;
    LocalDate month = spending.get(0).month();
    for (; !month.plusMonths(1).isAfter(customer.asOf()); month = month.plusMonths(1)) {
      Long spend = 0L;
      for (; next < spending.size() && spending.get(next).month().equals(month); next++) {
        spend = sum(spend, spending.get(next).spendMinor());
      }
      rows.add(row(customer.id(), month, spend, previous));
      previous = spend;
    }
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no customer has bought anything in a month that has ended";
  }

  private static Long sum(Long a, Long b) {
    return a == null || b == null ? null : (Long) Math.addExact(a, b);
  }

  private static MetricMomSpendChange row(
      String customerId, LocalDate month, Long spend, Long previous) {
    Long change =
        spend == null || previous == null ? null : (Long) Math.subtractExact(spend, previous);
    return new MetricMomSpendChange(
        customerId,
        month,
        spend,
        previous,
        change,
        change == null || previous <= 0 ? null : (Double) ((double) change / previous));
  }
}
