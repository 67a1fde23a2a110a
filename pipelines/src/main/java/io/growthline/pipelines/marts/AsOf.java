package io.growthline.pipelines.marts;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.SqlWarehouse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The day before which everything known counts. */
final class AsOf {
  private AsOf() {}

  /** The day asked for, else the day after the newest raw event was known. */
  static LocalDate of(StageOptions options) {
    if (options.getAsOf() == null) {
      return afterNewest(options.getWarehouse());
    }
    try {
      return LocalDate.parse(options.getAsOf());
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "--asOf is \"" + options.getAsOf() + "\"; it must be a day like 2026-01-31");
    }
  }

  private static LocalDate afterNewest(String warehouse) {
    String sql =
        Contracts.RAW.stream()
            .map(TableSpec::id)
            .map(id -> "select max(greatest(occurred_at, ingested_at)) as newest from " + id)
            .collect(Collectors.joining(" union all "));
    try (SqlWarehouse tables = Warehouses.sql(warehouse)) {
      return tables.query(sql, Map.of()).rows().stream()
          .map(row -> row.get(0))
          .filter(Objects::nonNull)
          .map(Instant.class::cast)
          .max(Instant::compareTo)
          .map(newest -> LocalDate.ofInstant(newest, ZoneOffset.UTC).plusDays(1))
          .orElseThrow(
              () ->
                  new UsageException(
                      "No raw events in " + warehouse + ": run ingest first, or pass --asOf"));
    }
  }
}
