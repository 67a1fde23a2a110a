package io.growthline.warehouse;

import io.growthline.domain.money.Money;
import java.util.Map;

/** The currency that the amounts of published tables are in. */
public final class PublishedMoney {
  private static final String REPORTING =
      "SELECT currency FROM marts.dim_currency WHERE is_reporting";

  private PublishedMoney() {}

  /** The reporting currency; unknown where no data name one. */
  public static Money of(SqlWarehouse warehouse) {
    return warehouse.query(REPORTING, Map.of()).rows().stream()
        .findFirst()
        .map(row -> Money.of((String) row.get(0)))
        .orElse(Money.UNKNOWN);
  }
}
