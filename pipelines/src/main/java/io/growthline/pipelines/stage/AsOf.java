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
import java.util.function.Function;
import java.util.stream.Collectors;

/** The day of which a stage speaks: everything known before it counts, UTC. */
public final class AsOf {
  private AsOf() {}

  /**
   * The day asked for, else the day after the newest raw event was known; empty without events.
   * Where looking at all events would bill too much, those since the marts were built, and shortly
   * before, are looked at: an event that occurred earlier and is known since counts when a newer
   * one has come.
   *
   * @throws UsageException when that would bill too much and there are no marts yet
   */
  public static Optional<LocalDate> ofEvents(StageOptions options, SqlWarehouse warehouse) {
    return asked(options).or(() -> newest(options, warehouse));
  }

  private static Optional<LocalDate> newest(StageOptions options, SqlWarehouse warehouse) {
    String all = newestOf(TableSpec::allRows);
    if (warehouse.affords(all)) {
      return dayAfter(warehouse, all);
    }
    LocalDate built =
        ofMarts(options, warehouse)
            .orElseThrow(
                () ->
                    new UsageException(
                        "The raw tables of "
                            + options.getWarehouse()
                            + " are too large to find their newest event; pass --asOf"));
    String recent =
        NewestDays.before(built).stream()
            .map(first -> newestOf(table -> table.rowsSince(first)))
            .filter(warehouse::affords)
            .findFirst()
            .orElseGet(() -> newestOf(table -> table.rowsSince(built)));
    return dayAfter(warehouse, recent)
        .filter(day -> day.isAfter(built))
        .or(() -> Optional.of(built));
  }

  private static String newestOf(Function<TableSpec<?>, String> rows) {
    return "SELECT max(newest) FROM ("
        + Contracts.RAW.stream()
            .map(rows)
            .map(
                t -> "SELECT max(greatest(occurred_at, ingested_at)) AS newest FROM " + t + " AS t")
            .collect(Collectors.joining(" UNION ALL "))
        + ") AS events";
  }

  private static Optional<LocalDate> dayAfter(SqlWarehouse warehouse, String newest) {
    return Optional.ofNullable((Instant) single(warehouse, newest))
        .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(1));
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
