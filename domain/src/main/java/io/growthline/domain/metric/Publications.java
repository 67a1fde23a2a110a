package io.growthline.domain.metric;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.mart.TableReader;
import io.growthline.domain.monitoring.KpiPublication;
import io.growthline.domain.monitoring.Restatement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Reads what was published, and which rows came late. */
public final class Publications {
  private static final String COMPLETE =
      """
      SELECT
        metric, grain, period_start, dimension, dimension_value, value,
        @run_id AS run_id, @as_of AS as_of
      FROM %s AS k
      WHERE is_complete
      ORDER BY metric, grain, period_start, dimension, dimension_value
      """
          .formatted(TableSpec.of(KpiValue.class).allRows());

  private static final String LATE =
      """
      SELECT
        CAST(occurred_at AS DATE) AS day,
        COUNT(*) AS arrived,
        MIN(occurred_at) AS first_occurred_at,
        MAX(occurred_at) AS last_occurred_at
      FROM %s AS r
      WHERE occurred_at < @to AND ingested_at >= @since AND ingested_at < @as_of
      GROUP BY day
      ORDER BY day
      """;

  private Publications() {}

  /** The statement that finds late rows of a raw table. */
  static String late(TableSpec<?> raw, LocalDate from) {
    return LATE.formatted(raw.rowsSince(from));
  }

  /** The figures of complete periods in {@code marts.kpi_values}. */
  public static List<KpiPublication> current(TableReader tables, String runId, LocalDate asOf) {
    return tables.select(KpiPublication.class, COMPLETE, Map.of("run_id", runId, "as_of", asOf));
  }

  /**
   * All restatements: those of earlier runs, and those that {@code now} makes.
   *
   * @param now the figures of this run
   */
  public static List<Restatement> restatements(TableReader tables, List<KpiPublication> now) {
    List<KpiPublication> before = tables.rows(TableSpec.of(KpiPublication.class));
    return Restatements.appended(
        tables.rows(TableSpec.of(Restatement.class)),
        Restatements.between(
            before, now, (raw, from, to, since, asOf) -> late(tables, raw, from, to, since, asOf)));
  }

  private static List<LateRows.OfDay> late(
      TableReader tables,
      TableSpec<?> raw,
      LocalDate from,
      LocalDate to,
      LocalDate since,
      LocalDate asOf) {
    return tables.select(
        LateRows.OfDay.class,
        late(raw, from),
        Map.of("to", midnight(to), "since", midnight(since), "as_of", midnight(asOf)));
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
