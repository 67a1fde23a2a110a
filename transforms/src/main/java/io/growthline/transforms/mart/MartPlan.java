package io.growthline.transforms.mart;

import io.growthline.domain.catalogue.Marts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.CustomerGroups;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.mart.CustomerMart;
import io.growthline.transforms.block.Buckets;
import io.growthline.transforms.block.PackByBucket;
import io.growthline.transforms.block.RowPacking;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * Which customers marts are built of.
 *
 * @param asOf the day that the marts reflect
 * @param changed groups of customers to build, each with the run of ingest that changed it last
 * @param code fingerprint of the code that builds, and of the currency
 * @param currency what amounts of transactions are added up in
 */
public record MartPlan(
    LocalDate asOf, TreeMap<Integer, String> changed, String code, ReportingCurrency currency)
    implements Serializable {

  /** Whether published rows of some groups are kept. */
  public boolean isPartial() {
    return changed.size() < CustomerGroups.all().size();
  }

  /** Packs the raw rows of the customers to build. */
  public RowPacking<Integer> packing(Buckets buckets) {
    return PackByBucket.some(buckets, new KnownRows(asOf, changed.keySet()));
  }

  /** Packs the published rows of all other customers, of the tables that {@link #kept} names. */
  public RowPacking<String> keeping() {
    return new PackKept(changed.keySet());
  }

  /** Published tables whose rows of other groups are kept. */
  public static List<TableSpec<?>> kept() {
    return Marts.CUSTOMERS.stream()
        .map(CustomerMart::table)
        .<TableSpec<?>>map(TableSpec::of)
        .toList();
  }
}
