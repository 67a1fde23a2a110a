package io.growthline.pipelines.stage;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.warehouse.SqlWarehouse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The day of which a stage speaks: everything known before it counts, UTC. */
public final class AsOf {
  private AsOf() {}

  /** The day asked for, else the day after the newest raw event was known; empty without events. */
  public static Optional<LocalDate> ofEvents(StageOptions options, SqlWarehouse warehouse) {
    String newest =
        Contracts.RAW.stream()
            .map(TableSpec::allRows)
            .map(
                t -> "SELECT max(greatest(occurred_at, ingested_at)) AS newest FROM " + t + " AS t")
            .collect(Collectors.joining(" UNION ALL "));
    return asked(options)
        .or(
            () ->
                Optional.ofNullable(
                        (Instant)
                            single(warehouse, "SELECT max(newest) FROM (" + newest + ") AS events"))
                    .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(1)));
  }

  /** The day asked for, else the day that the marts reflect; empty while they are empty. */
  public static Optional<LocalDate> ofMarts(StageOptions options, SqlWarehouse warehouse) {
    String sql = "SELECT max(as_of) FROM marts.customer_360_profile";
    return asked(options).or(() -> Optional.ofNullable((LocalDate) single(warehouse, sql)));
  }

  private static Optional<LocalDate> asked(StageOptions options) {
    try {
      return Optional.ofNullable(options.getAsOf()).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "--asOf is \"" + options.getAsOf() + "\"; it must be a day like 2026-01-31");
    }
  }

  private static Object single(SqlWarehouse warehouse, String sql) {
    return warehouse.query(sql, Map.of()).rows().get(0).get(0);
  }
}
