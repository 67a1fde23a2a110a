package io.growthline.domain.value;

import io.growthline.domain.customer.PurchaseHistories;
import io.growthline.domain.customer.PurchaseHistory;
import io.growthline.domain.mart.CustomerMart;
import io.growthline.domain.mart.PopulationMart;
import java.time.LocalDate;
import java.util.List;

/** What each customer bought and is expected to buy, by models of all customers. */
public final class CustomerValue
    implements PopulationMart<PurchaseHistory, ValueTotals, ValueModel, CustomerLtv> {
  @Override
  public Class<CustomerLtv> table() {
    return CustomerLtv.class;
  }

  @Override
  public CustomerMart<PurchaseHistory> input() {
    return new PurchaseHistories();
  }

  @Override
  public ValueTotals empty() {
    return new ValueTotals();
  }

  @Override
  public void count(PurchaseHistory row, ValueTotals into) {
    into.count(row);
    into.countHoldout(row);
  }

  @Override
  public ValueModel fit(ValueTotals all, LocalDate asOf) {
    return ValueModel.fit(all);
  }

  @Override
  public List<CustomerLtv> rows(PurchaseHistory row, ValueModel model) {
    return List.of(model.row(row));
  }

  @Override
  public String emptyBecause() {
    return "no customer has bought anything";
  }
}
