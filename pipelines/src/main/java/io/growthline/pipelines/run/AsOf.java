package io.growthline.pipelines.run;

import io.growthline.domain.contract.Contracts;
import io.growthline.warehouse.SqlWarehouse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The day a run speaks of. */
final class AsOf {
  private AsOf() {}

  /** The day after the newest thing that is known; empty when there is none. */
  static Optional<LocalDate> latest(SqlWarehouse warehouse) {
    String newest =
        Contracts.RAW.stream()
            .map(t -> "SELECT max(greatest(occurred_at, ingested_at)) AS newest FROM " + t.id())
            .collect(Collectors.joining(" UNION ALL "));
    Object at =
        warehouse
            .query("SELECT max(newest) FROM (" + newest + ") AS events", Map.of())
            .rows()
            .get(0)
            .get(0);
    return Optional.ofNullable((Instant) at)
        .map(instant -> instant.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1));
  }
}
