package io.growthline.transforms.mart;

import io.growthline.domain.contract.Micros;
import io.growthline.domain.customer.CustomerGroups;
import io.growthline.transforms.block.PackByBucket;
import io.growthline.transforms.block.RawRows;
import java.time.LocalDate;
import java.util.Set;

/** Raw rows that were known before a day, of some groups of customers. */
final class KnownRows implements PackByBucket.RowFilter {
  private final long before;
  private final Set<Integer> groups;
  private final boolean allGroups;

  KnownRows(LocalDate asOf, Set<Integer> groups) {
    this.before = Micros.of(asOf);
    this.groups = Set.copyOf(groups);
    this.allGroups = groups.containsAll(CustomerGroups.all());
  }

  @Override
  public boolean test(byte[] bytes, int offset) {
    int customer = RawRows.SHARED.position(bytes, offset, RawRows.CUSTOMER_ID);
    int occurred = RawRows.SHARED.skip(bytes, customer, RawRows.CUSTOMER_ID);
    int ingested = RawRows.SHARED.skip(bytes, occurred, RawRows.OCCURRED_AT);
    return RawRows.SHARED.number(bytes, occurred, RawRows.OCCURRED_AT) < before
        && RawRows.SHARED.number(bytes, ingested, RawRows.INGESTED_AT) < before
        && (allGroups || groups.contains(GroupOf.customerAt(bytes, customer)));
  }
}
