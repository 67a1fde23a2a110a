package io.growthline.domain.value;

import io.growthline.domain.customer.PurchaseHistories;
import io.growthline.domain.customer.PurchaseHistory;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Checks the model of purchases by the last 13 weeks. */
public final class ValueModelHoldouts implements TotalMart<ValueTotals, ValueModelHoldout> {
  @Override
  public Class<ValueModelHoldout> table() {
    return ValueModelHoldout.class;
  }

  @Override
  public ValueTotals empty() {
    return new ValueTotals();
  }

  @Override
  public void count(CustomerAsOf customer, ValueTotals into) {
    customer.rows(new PurchaseHistories()).forEach(into::countHoldout);
  }

  @Override
  public List<ValueModelHoldout> rows(ValueTotals all, LocalDate asOf) {
    List<ValueModelHoldout> rows = new ArrayList<>();
    PurchaseTimes before = all.calibration();
    if (before.size() == 0) {
      return rows;
    }
    Holdout check = new Holdout(before);
    rows.add(row("all", check.all(), check.isFitted(), asOf, check.verdict(), check.doubt()));
    check
        .groups()
        .forEach(
            (from, group) -> rows.add(row(range(from), group, check.isFitted(), asOf, null, null)));
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no customer had bought anything before the last 13 weeks";
  }

  private static String range(long from) {
    return from < 2 ? String.valueOf(from) : from + "-" + (2 * from - 1);
  }

  private static ValueModelHoldout row(
      String repeatDays,
      Holdout.Group group,
      boolean fitted,
      LocalDate asOf,
      String verdict,
      String reason) {
    return new ValueModelHoldout(
        repeatDays,
        asOf,
        PurchaseHistory.holdoutFrom(asOf),
        group.customers(),
        group.actual(),
        fitted ? (Double) group.expected() : null,
        fitted && group.actual() > 0 ? (Double) (group.expected() / group.actual() - 1) : null,
        verdict,
        reason);
  }
}
