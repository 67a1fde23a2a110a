package io.growthline.domain.geo;

import io.growthline.domain.mart.AnalysisMart;
import io.growthline.domain.mart.TableReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The effects that methods find in regions that were not treated. */
public final class GeoPlacebos implements AnalysisMart<GeoPlacebo> {
  @Override
  public Class<GeoPlacebo> table() {
    return GeoPlacebo.class;
  }

  @Override
  public List<GeoPlacebo> rows(TableReader tables, LocalDate asOf) {
    List<GeoPlacebo> rows = new ArrayList<>();
    for (GeoReading reading : new GeoDeclared(tables, asOf).readings()) {
      if (reading.fit() != null) {
        rows.add(row(reading, new Placebo(reading.test().treated(), reading.fit()), true));
        for (Placebo placebo : reading.placebos()) {
          rows.add(row(reading, placebo, false));
        }
      }
    }
    return rows;
  }

  @Override
  public String emptyBecause() {
    return GeoTests.NO_TEST + " of outcomes that can be compared";
  }

  private static GeoPlacebo row(GeoReading reading, Placebo placebo, boolean treated) {
    return new GeoPlacebo(
        reading.test().testId(),
        reading.test().metric(),
        reading.method().id(),
        String.join(" + ", placebo.regions()),
        treated,
        placebo.fit().att(),
        GeoEffect.finite(placebo.fit().lift()),
        Placebo.ratio(placebo.fit()));
  }
}
