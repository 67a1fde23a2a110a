package io.growthline.domain.value;

import io.growthline.domain.customer.PurchaseHistories;
import io.growthline.domain.customer.PurchaseHistory;
import io.growthline.domain.customer.ValueRules;
import io.growthline.domain.mart.CustomerMart;
import io.growthline.domain.mart.PopulationMart;
import io.growthline.domain.mart.TotalMart;
import io.growthline.domain.mart.TotalRows;
import java.time.LocalDate;
import java.util.List;

/** What each customer bought and earned, and is expected to, by models of all customers. */
public final class CustomerValue
    implements PopulationMart<PurchaseHistory, CustomerTotals, CustomerModel, CustomerLtv> {
  private static final ValueRules RULES = ValueRules.standard();

  @Override
  public Class<CustomerLtv> table() {
    return CustomerLtv.class;
  }

  @Override
  public CustomerMart<PurchaseHistory> input() {
    return new PurchaseHistories();
  }

  @Override
  public List<TotalMart<?, ?>> restsOn() {
    return List.of(new MonthlyMargins(), new PlanRetentions());
  }

  @Override
  public CustomerTotals empty() {
    return new CustomerTotals();
  }

  @Override
  public void count(PurchaseHistory row, CustomerTotals into) {
    into.count(row);
  }

  @Override
  public CustomerModel fit(CustomerTotals all, TotalRows tables, LocalDate asOf) {
    return CustomerModel.fit(RULES, all, tables, asOf);
  }

  @Override
  public List<CustomerLtv> rows(PurchaseHistory row, CustomerModel model) {
    return List.of(model.row(row));
  }

  @Override
  public String emptyBecause() {
    return "no raw events of customers";
  }
}
