package io.growthline.domain.value;

import io.growthline.domain.customer.PurchaseHistories;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The parameters of the models of customer value. */
public final class ValueModelParameters implements TotalMart<ValueTotals, ValueModelParameter> {
  @Override
  public Class<ValueModelParameter> table() {
    return ValueModelParameter.class;
  }

  @Override
  public ValueTotals empty() {
    return new ValueTotals();
  }

  @Override
  public void count(CustomerAsOf customer, ValueTotals into) {
    customer.rows(new PurchaseHistories()).forEach(into::count);
  }

  @Override
  public List<ValueModelParameter> rows(ValueTotals all, LocalDate asOf) {
    List<ValueModelParameter> rows = new ArrayList<>();
    PurchaseTimes times = all.purchases();
    if (times.size() == 0) {
      return rows;
    }
    add("bg_nbd", List.of("r", "alpha", "a", "b"), Fit.ofPurchases(times), asOf, rows);
    PurchaseValues values = all.values();
    add("gamma_gamma", List.of("p", "q", "v"), Fit.ofValues(values), asOf, rows);
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no customer has bought anything";
  }

  private static void add(
      String model,
      List<String> parameters,
      Fit<?> fit,
      LocalDate asOf,
      List<ValueModelParameter> rows) {
    Fitted<?> fitted = fit.fitted();
    for (int i = 0; i < parameters.size(); i++) {
      rows.add(
          new ValueModelParameter(
              model,
              parameters.get(i),
              asOf,
              fitted == null ? null : (Double) fitted.estimate(i),
              fitted == null ? null : (Double) fitted.standardError(i),
              fit.customers(),
              fitted == null ? null : (Double) fitted.logLikelihood(),
              fit.reason()));
    }
  }
}
