package io.growthline.pipelines.marts;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.CustomerGroups;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.monitoring.CustomerGroup;
import io.growthline.domain.monitoring.MartGroup;
import io.growthline.pipelines.models.SqlRows;
import io.growthline.transforms.mart.MartPlan;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.TreeMap;

/** Finds out which customers the marts must be built of. */
final class MartsPlan {
  private static final String UNKNOWN = "unknown";

  private MartsPlan() {}

  /**
   * Groups whose raw rows have changed since their marts were built. All groups, when the marts
   * reflect another day, were built by other code, or it is not known from what.
   */
  static MartPlan of(
      LocalDate asOf, SqlWarehouse warehouse, String code, ReportingCurrency currency) {
    TreeMap<Integer, String> changed = changedBy(warehouse);
    for (MartGroup built : new SqlRows(warehouse).read(TableSpec.of(MartGroup.class))) {
      int group = (int) built.customerGroup();
      if (built.asOf().equals(asOf)
          && built.code().equals(code)
          && !built.builtFrom().equals(UNKNOWN)
          && built.builtFrom().equals(changed.get(group))) {
        changed.remove(group);
      }
    }
    return new MartPlan(asOf, changed, code, currency);
  }

  /** All groups, whatever was built before. */
  static MartPlan everything(
      LocalDate asOf, SqlWarehouse warehouse, String code, ReportingCurrency currency) {
    return new MartPlan(asOf, changedBy(warehouse), code, currency);
  }

  private static TreeMap<Integer, String> changedBy(SqlWarehouse warehouse) {
    TreeMap<Integer, String> changed = new TreeMap<>();
    CustomerGroups.all().forEach(group -> changed.put(group, UNKNOWN));
    new SqlRows(warehouse)
        .read(TableSpec.of(CustomerGroup.class))
        .forEach(group -> changed.put((int) group.customerGroup(), group.changedBy()));
    return changed;
  }
}
