package io.growthline.pipelines.marts;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.CustomerGroups;
import io.growthline.domain.monitoring.CustomerGroup;
import io.growthline.domain.monitoring.MartGroup;
import io.growthline.pipelines.models.SqlRows;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Which customers the marts must be built of.
 *
 * @param changed groups to build, each with the run of ingest that changed it last
 * @param code fingerprint of the code that builds
 */
record MartsPlan(LocalDate asOf, Map<Integer, String> changed, String code) {
  private static final String UNKNOWN = "unknown";

  /**
   * Groups whose raw rows have changed since their marts were built. All groups, when the marts
   * reflect another day, were built by other code, or it is not known from what.
   */
  static MartsPlan of(LocalDate asOf, SqlWarehouse warehouse, String code) {
    Map<Integer, String> changed = new HashMap<>();
    CustomerGroups.all().forEach(group -> changed.put(group, UNKNOWN));
    SqlRows rows = new SqlRows(warehouse);
    rows.read(TableSpec.of(CustomerGroup.class))
        .forEach(group -> changed.put((int) group.customerGroup(), group.changedBy()));
    for (MartGroup built : rows.read(TableSpec.of(MartGroup.class))) {
      int group = (int) built.customerGroup();
      if (built.asOf().equals(asOf)
          && built.code().equals(code)
          && !built.builtFrom().equals(UNKNOWN)
          && built.builtFrom().equals(changed.get(group))) {
        changed.remove(group);
      }
    }
    return new MartsPlan(asOf, changed, code);
  }

  /** The same for every customer. */
  MartsPlan everything(SqlWarehouse warehouse) {
    return new MartsPlan(asOf, of(LocalDate.MIN, warehouse, code).changed(), code);
  }

  boolean isPartial() {
    return changed.size() < CustomerGroups.all().size();
  }
}
