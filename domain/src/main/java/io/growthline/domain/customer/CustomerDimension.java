package io.growthline.domain.customer;

import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import java.util.List;

/** The versions of customers. */
public final class CustomerDimension implements CustomerMart<DimCustomer> {
  @Override
  public Class<DimCustomer> table() {
    return DimCustomer.class;
  }

  @Override
  public List<DimCustomer> rows(CustomerAsOf customer) {
    return customer.versions().all();
  }

  @Override
  public String emptyBecause() {
    return "no raw.customer_profiles";
  }
}
