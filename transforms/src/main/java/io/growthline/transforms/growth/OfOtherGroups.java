package io.growthline.transforms.growth;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.CustomerGroups;
import java.util.Set;
import org.apache.beam.sdk.transforms.SerializableFunction;

/** Whether a row is of a customer of other groups than these; rows without a customer are not. */
final class OfOtherGroups<T extends Record> implements SerializableFunction<T, Boolean> {
  private final Class<T> type;
  private final Set<Integer> groups;
  private final int customerId;

  OfOtherGroups(Class<T> type, Set<Integer> groups) {
    this.type = type;
    this.groups = Set.copyOf(groups);
    this.customerId = TableSpec.of(type).indexOf("customer_id");
  }

  @Override
  public Boolean apply(T row) {
    String customer = (String) TableSpec.of(type).value(row, customerId);
    return customer != null && !groups.contains(CustomerGroups.of(customer));
  }
}
