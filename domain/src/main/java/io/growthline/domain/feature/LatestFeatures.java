package io.growthline.domain.feature;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import java.util.Arrays;
import java.util.List;

/** The features of a customer at the as-of day, for online scoring. */
public final class LatestFeatures implements CustomerMart<CustomerFeaturesLatest> {
  @Override
  public Class<CustomerFeaturesLatest> table() {
    return CustomerFeaturesLatest.class;
  }

  @Override
  public List<CustomerFeaturesLatest> rows(CustomerAsOf customer) {
    return CustomerFeatures.at(customer.known(), null).map(LatestFeatures::latest).stream()
        .toList();
  }

  @Override
  public String emptyBecause() {
    return "no customer was active in the last 30 days";
  }

  /** The same features as a row for online scoring. */
  static CustomerFeaturesLatest latest(CustomerMonthFeatures features) {
    // Both tables have the same columns in the same order; the label comes last and is left out.
    Object[] values = TableSpec.of(CustomerMonthFeatures.class).values(features);
    return TableSpec.of(CustomerFeaturesLatest.class)
        .create(Arrays.copyOf(values, values.length - 1));
  }
}
