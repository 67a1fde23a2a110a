package io.growthline.transforms.scoring;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * A customer to be scored.
 *
 * @param customerId the customer
 * @param vulnerableCustomer whether the customer needs protection; carried, never an input
 * @param features inputs in the order of the model; NaN is missing
 */
public record ScoringRow(String customerId, boolean vulnerableCustomer, double[] features)
    implements Serializable {
  // An array in a record would be compared by identity.
  @Override
  public boolean equals(Object other) {
    return other instanceof ScoringRow row
        && row.customerId.equals(customerId)
        && row.vulnerableCustomer == vulnerableCustomer
        && Arrays.equals(row.features, features);
  }

  @Override
  public int hashCode() {
    return Objects.hash(customerId, vulnerableCustomer, Arrays.hashCode(features));
  }
}
