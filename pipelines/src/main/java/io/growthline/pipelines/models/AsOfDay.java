package io.growthline.pipelines.models;

import io.growthline.pipelines.stage.StageOptions;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The day of which a stage after the marts speaks. */
public final class AsOfDay {
  private AsOfDay() {}

  /** {@code --asOf}, or the day that the marts reflect; empty when they are empty. */
  public static Optional<LocalDate> of(StageOptions options, SqlWarehouse warehouse) {
    if (options.getAsOf() != null) {
      return Optional.of(LocalDate.parse(options.getAsOf()));
    }
    String sql = "SELECT max(as_of) FROM marts.customer_360_profile";
    return Optional.ofNullable((LocalDate) warehouse.query(sql, Map.of()).rows().get(0).get(0));
  }
}
