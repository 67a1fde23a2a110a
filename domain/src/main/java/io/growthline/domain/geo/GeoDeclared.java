package io.growthline.domain.geo;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.CampaignSpend;
import io.growthline.domain.event.GeoTreatment;
import io.growthline.domain.mart.TableReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** What a campaign spent in a region. */
  public record Spent(String region, long spendMinor) {}

  private final TableReader tables;
  private final RegionPanels outcomes;
  private final Map<String, ?> known;

  GeoDeclared(TableReader tables, LocalDate asOf) {
    this.tables = tables;
    this.outcomes = new RegionPanels(tables, asOf);
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
      return GeoAnalysis.of(test, outcomes.of(test.metric()));
    } catch (PanelException e) {
      return GeoAnalysis.refused(test, e.getMessage());
    }
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
