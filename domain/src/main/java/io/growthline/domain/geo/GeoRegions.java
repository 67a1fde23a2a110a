package io.growthline.domain.geo;

import io.growthline.domain.mart.AnalysisMart;
import io.growthline.domain.mart.TableReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What each region adds to the tests. */
public final class GeoRegions implements AnalysisMart<GeoRegion> {
  @Override
  public Class<GeoRegion> table() {
    return GeoRegion.class;
  }

  @Override
  public List<GeoRegion> rows(TableReader tables, LocalDate asOf) {
    List<GeoRegion> rows = new ArrayList<>();
    for (GeoReading reading : new GeoDeclared(tables, asOf).readings()) {
      if (reading.fit() != null) {
        rows.addAll(rows(reading));
      }
    }
    return rows;
  }

  @Override
  public String emptyBecause() {
    return GeoTests.NO_TEST + " of outcomes that can be compared";
  }

  static List<GeoRegion> rows(GeoReading reading) {
    List<GeoRegion> rows = new ArrayList<>();
    Comparison all = reading.comparison();
    for (int i = 0; i < all.treated().length; i++) {
      String region = reading.test().treated().get(i);
      rows.add(row(reading, region, "treated", null, all.ofOne(all.treated()[i])));
    }
    for (String region : reading.test().neighbours()) {
      rows.add(
          row(
              reading,
              region,
              "neighbour",
              null,
              all.ofOne(reading.panel().series(List.of(region))[0])));
    }
    List<String> controls = reading.controls();
    for (int i = 0; i < controls.size(); i++) {
      String region = controls.get(i);
      Double weight = reading.fit().weights()[i];
      rows.add(row(reading, region, "control", weight, all.placebo(new int[] {i})));
    }
    return rows;
  }

  private static GeoRegion row(
      GeoReading reading, String region, String role, Double weight, Comparison alone) {
    Interval interval = reading.method().interval(alone);
    return new GeoRegion(
        reading.test().testId(),
        reading.test().metric(),
        reading.method().id(),
        region,
        role,
        weight,
        reading.method().fit(alone).att(),
        GeoEffect.finite(interval.lower()),
        GeoEffect.finite(interval.upper()));
  }
}
