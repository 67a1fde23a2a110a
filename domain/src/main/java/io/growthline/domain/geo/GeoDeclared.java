package io.growthline.domain.geo;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.CampaignSpend;
import io.growthline.domain.event.GeoTreatment;
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
import java.util.TreeSet;

/** The declared tests that have started, each read by all methods from published tables. */
final class GeoDeclared {
  private static final String TESTS =
      """
      SELECT test_id, metric, region, role, starts_on, ends_on, spend_minor
      FROM %s AS treatments
      WHERE occurred_at < @as_of AND ingested_at < @as_of
      ORDER BY test_id, metric, role, region, starts_on, ends_on, event_id
      """
          .formatted(TableSpec.of(GeoTreatment.class).allRows());

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

  private static final String SPENT =
      """
      SELECT region, SUM(spend_minor) AS spend_minor
      FROM %s AS spend
      WHERE
        campaign_id = @campaign AND region IS NOT NULL AND spend_on BETWEEN @from AND @to
        AND occurred_at < @as_of AND ingested_at < @as_of
      GROUP BY region
      ORDER BY region
      """
          .formatted(TableSpec.of(CampaignSpend.class).allRows());

  /** A region of a test. */
  public record Declared(
      String testId,
      String metric,
      String region,
      String role,
      LocalDate startsOn,
      LocalDate endsOn,
      Long spendMinor) {}

  /** A value counted from events; absent when it lacks a rate. */
  public record Counted(String region, LocalDate day, Long value) {}

  /** A region, and the first day with anything. */
  public record Known(String region, LocalDate firstDay) {}

  /** A value from elsewhere. */
  public record Imported(String region, LocalDate day, double value) {}

  /** What a campaign spent in a region. */
  public record Spent(String region, long spendMinor) {}

  private final TableReader tables;
  private final LocalDate asOf;
  private final Map<String, ?> known;

  GeoDeclared(TableReader tables, LocalDate asOf) {
    this.tables = tables;
    this.asOf = asOf;
    this.known = Map.of("as_of", asOf.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** The readings of all tests, in the order of tests, metrics and methods. */
  List<GeoReading> readings() {
    Map<List<String>, List<Declared>> tests = new HashMap<>();
    List<List<String>> order = new ArrayList<>();
    for (Declared row : tables.select(Declared.class, TESTS, known)) {
      List<String> key = List.of(row.testId(), row.metric());
      if (!tests.containsKey(key)) {
        order.add(key);
      }
      tests.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    List<GeoReading> readings = new ArrayList<>();
    order.forEach(key -> readings.addAll(read(tests.get(key))));
    return readings;
  }

  private List<GeoReading> read(List<Declared> rows) {
    Declared first = rows.get(0);
    GeoTest test =
        new GeoTest(
            first.testId(),
            first.metric(),
            regions(rows, "treated"),
            regions(rows, "neighbour"),
            first.startsOn(),
            first.endsOn(),
            cost(rows));
    for (Declared row : rows) {
      if (!row.startsOn().equals(test.startsOn()) || !row.endsOn().equals(test.endsOn())) {
        return GeoAnalysis.refused(
            test,
            "Regions of the test have different days, %s to %s and, in %s, %s to %s: declare a test for each in raw.geo_treatments."
                .formatted(
                    test.startsOn(), test.endsOn(), row.region(), row.startsOn(), row.endsOn()));
      }
    }
    try {
      return GeoAnalysis.of(test, Panel.of(outcomes(test.metric())));
    } catch (PanelException e) {
      return GeoAnalysis.refused(test, e.getMessage());
    }
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
    Map<String, Object> until = new HashMap<>(known);
    until.put("metric", metric);
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

  /** What the treated regions declare, else what the campaign of the test spent in them. */
  private Long cost(List<Declared> rows) {
    Declared first = rows.get(0);
    List<String> treated = regions(rows, "treated");
    List<Long> declared = new ArrayList<>();
    for (Declared row : rows) {
      if (row.role().equals("treated") && row.spendMinor() != null) {
        declared.add(row.spendMinor());
      }
    }
    if (declared.isEmpty()) {
      Map<String, Object> during = new HashMap<>(known);
      during.put("campaign", first.testId());
      during.put("from", first.startsOn());
      during.put("to", first.endsOn());
      for (Spent spent : tables.select(Spent.class, SPENT, during)) {
        if (treated.contains(spent.region())) {
          declared.add(spent.spendMinor());
        }
      }
    }
    return declared.isEmpty() ? null : (Long) declared.stream().reduce(0L, Math::addExact);
  }

  private static List<String> regions(List<Declared> rows, String role) {
    TreeSet<String> regions = new TreeSet<>();
    rows.stream().filter(row -> row.role().equals(role)).forEach(row -> regions.add(row.region()));
    return List.copyOf(regions);
  }
}
