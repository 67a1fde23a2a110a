package io.growthline.domain.geo;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.RegionOutcome;
import io.growthline.domain.mart.TableReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Daily outcomes of all regions, from published tables: counted from events, and imported. */
public final class RegionPanels {
  private static final String COUNTED =
      """
      SELECT region, day, value
      FROM %s AS counted
      WHERE metric = @metric AND region <> 'unknown'
      ORDER BY region, day
      """
          .formatted(TableSpec.of(RegionDaily.class).allRows());

  private static final String REGIONS =
      """
      SELECT region, MIN(day) AS first_day
      FROM %s AS counted
      WHERE region <> 'unknown'
      GROUP BY region
      ORDER BY region
      """
          .formatted(TableSpec.of(RegionDaily.class).allRows());

  private static final String IMPORTED =
      """
      SELECT region, measured_on AS day, value
      FROM %s AS outcomes
      WHERE metric = @metric AND occurred_at < @as_of AND ingested_at < @as_of
      ORDER BY region, day, event_id
      """
          .formatted(TableSpec.of(RegionOutcome.class).allRows());

  /** A value counted from events; absent when it lacks a rate. */
  public record Counted(String region, LocalDate day, Long value) {}

  /** A region, and the first day with anything. */
  public record Known(String region, LocalDate firstDay) {}

  /** A value from elsewhere. */
  public record Imported(String region, LocalDate day, double value) {}

  private final TableReader tables;
  private final LocalDate asOf;

  public RegionPanels(TableReader tables, LocalDate asOf) {
    this.tables = tables;
    this.asOf = asOf;
  }

  /**
   * The panel of a metric.
   *
   * @throws PanelException when there are no outcomes, or they have gaps
   */
  public Panel of(String metric) throws PanelException {
    List<Panel.Outcome> outcomes = outcomes(metric);
    if (outcomes.isEmpty()) {
      throw new PanelException(
          "There are no outcomes of %s: name signups, activations or spend_minor, or import outcomes of this metric into raw.region_outcomes."
              .formatted(metric));
    }
    return Panel.of(outcomes);
  }

  private List<Panel.Outcome> outcomes(String metric) {
    List<Panel.Outcome> outcomes = new ArrayList<>();
    Map<String, ?> ofMetric = Map.of("metric", metric);
    List<Counted> counted = tables.select(Counted.class, COUNTED, ofMetric);
    if (!counted.isEmpty()) {
      Set<List<Object>> seen = new HashSet<>();
      for (Counted row : counted) {
        double value = row.value() == null ? Double.NaN : row.value();
        outcomes.add(new Panel.Outcome(row.region(), row.day(), value));
        seen.add(List.of(row.region(), row.day()));
      }
      outcomes.addAll(nothing(seen));
    }
    Map<String, Object> until = new HashMap<>(ofMetric);
    until.put("as_of", asOf.atStartOfDay(ZoneOffset.UTC).toInstant());
    for (Imported row : tables.select(Imported.class, IMPORTED, until)) {
      outcomes.add(new Panel.Outcome(row.region(), row.day(), row.value()));
    }
    return outcomes;
  }

  /** The days, from the first of any region on, on which nothing happened. */
  private List<Panel.Outcome> nothing(Set<List<Object>> seen) {
    List<Known> regions = tables.select(Known.class, REGIONS, Map.of());
    LocalDate first = regions.stream().map(Known::firstDay).min(LocalDate::compareTo).orElse(asOf);
    List<Panel.Outcome> nothing = new ArrayList<>();
    for (Known region : regions) {
      for (LocalDate day = first; day.isBefore(asOf); day = day.plusDays(1)) {
        if (!seen.contains(List.<Object>of(region.region(), day))) {
          nothing.add(new Panel.Outcome(region.region(), day, 0));
        }
      }
    }
    return nothing;
  }
}
