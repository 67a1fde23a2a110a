package io.growthline.pipelines.stage;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.ExchangeRate;
import io.growthline.domain.event.KnownDays;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The as-of day of a stage: only what was known before it, UTC, is used. */
public final class AsOf {
  private static final int NAMED_AT_MOST = 10;
  // Stands for the rows of tables that are too large to count.
  private static final long MANY = 1_000;

  private AsOf() {}

  /**
   * The day asked for, else the day after the newest raw event was known; empty without events.
   * {@link KnownDays Strays} do not count. If scanning all events would bill too much, only recent
   * partitions are scanned: an event that occurred earlier and is known since counts when a newer
   * one has come.
   *
   * @throws UsageException when that would bill too much and there are no marts yet
   */
  public static Optional<LocalDate> ofEvents(StageOptions options, SqlWarehouse warehouse) {
    return asked(options).or(() -> newest(options, warehouse));
  }

  /**
   * One sentence about {@link KnownDays strays} that are not known yet on the as-of day, whoever
   * chose it. None where scanning all events would bill too much and the day was asked for.
   */
  public static List<String> notes(StageOptions options, SqlWarehouse warehouse, LocalDate asOf) {
    String all = daysOf(TableSpec::allRows);
    boolean counted = warehouse.affords(all);
    if (!counted && options.getAsOf() != null) {
      return List.of();
    }
    LocalDate from =
        counted
            ? dayAfterNewest(days(warehouse, all)).filter(day -> day.isAfter(asOf)).orElse(asOf)
            : asOf;
    List<String> strays =
        Stream.of(
                strays(TableSpec::allRows, from),
                strays(table -> table.rowsSince(from.minusDays(1)), from))
            .filter(warehouse::affords)
            .findFirst()
            .map(sql -> warehouse.query(sql, Map.of()).rows())
            .orElse(List.of())
            .stream()
            .map(row -> row.get(0) + " " + row.get(1) + " (" + row.get(2) + ")")
            .toList();
    if (strays.isEmpty()) {
      return List.of();
    }
    boolean more = strays.size() > NAMED_AT_MOST;
    return List.of(
        "Events dated long after all others are not in the marts as of %s: %s%s. Correct them, or pass --asOf to move the day."
            .formatted(
                asOf,
                String.join(", ", strays.subList(0, Math.min(NAMED_AT_MOST, strays.size()))),
                more ? " and others" : ""));
  }

  private static Optional<LocalDate> newest(StageOptions options, SqlWarehouse warehouse) {
    String all = daysOf(TableSpec::allRows);
    if (warehouse.affords(all)) {
      return dayAfterNewest(days(warehouse, all));
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
            .map(first -> daysOf(table -> table.rowsSince(first)))
            .filter(warehouse::affords)
            .findFirst()
            .orElseGet(() -> daysOf(table -> table.rowsSince(built)));
    Map<LocalDate, Long> days = days(warehouse, recent);
    days.merge(built.minusDays(1), MANY, Long::sum);
    return dayAfterNewest(days).filter(day -> day.isAfter(built)).or(() -> Optional.of(built));
  }

  // Rates go on when nothing happens.
  private static Stream<TableSpec<? extends Record>> events() {
    return Contracts.RAW.stream().filter(table -> table.type() != ExchangeRate.class);
  }

  private static String daysOf(Function<TableSpec<?>, String> rows) {
    return "SELECT day, SUM(n) FROM ("
        + events()
            .map(rows)
            .map(
                t ->
                    "SELECT CAST(greatest(occurred_at, ingested_at) AS DATE) AS day, COUNT(*) AS n"
                        + (" FROM " + t + " AS t GROUP BY day"))
            .collect(Collectors.joining(" UNION ALL "))
        + ") AS events GROUP BY day";
  }

  // No event occurs more than a day after it is known: the first condition leaves old rows out.
  private static String strays(Function<TableSpec<?>, String> rows, LocalDate from) {
    return "SELECT name, event_id, day FROM ("
        + events()
            .map(
                table ->
                    "SELECT '%s' AS name, event_id, CAST(greatest(occurred_at, ingested_at) AS DATE) AS day FROM %s AS t WHERE ingested_at >= CAST(DATE '%s' AS TIMESTAMP)"
                        .formatted(table.id(), rows.apply(table), from.minusDays(1)))
            .collect(Collectors.joining(" UNION ALL "))
        + ") AS events WHERE day >= DATE '"
        + from
        + "' ORDER BY day, name, event_id LIMIT "
        + (NAMED_AT_MOST + 1);
  }

  private static Map<LocalDate, Long> days(SqlWarehouse warehouse, String sql) {
    Map<LocalDate, Long> days = new TreeMap<>();
    warehouse
        .query(sql, Map.of())
        .rows()
        .forEach(row -> days.put((LocalDate) row.get(0), ((Number) row.get(1)).longValue()));
    return days;
  }

  private static Optional<LocalDate> dayAfterNewest(Map<LocalDate, Long> days) {
    return new KnownDays(days).newest().map(day -> day.plusDays(1));
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
