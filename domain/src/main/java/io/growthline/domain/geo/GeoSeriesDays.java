package io.growthline.domain.geo;

import io.growthline.domain.mart.AnalysisMart;
import io.growthline.domain.mart.TableReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The days of tests, to be drawn. */
public final class GeoSeriesDays implements AnalysisMart<GeoSeries> {
  @Override
  public Class<GeoSeries> table() {
    return GeoSeries.class;
  }

  @Override
  public List<GeoSeries> rows(TableReader tables, LocalDate asOf) {
    List<GeoSeries> rows = new ArrayList<>();
    for (GeoReading reading : new GeoDeclared(tables, asOf).readings()) {
      if (reading.fit() != null) {
        add(reading, rows);
      }
    }
    return rows;
  }

  @Override
  public String emptyBecause() {
    return GeoTests.NO_TEST + " of outcomes that can be compared";
  }

  private static void add(GeoReading reading, List<GeoSeries> rows) {
    Counterfactual fit = reading.fit();
    double[] gaps = fit.gaps();
    double error = usualError(gaps, fit.pre());
    for (int day = 0; day < gaps.length; day++) {
      rows.add(
          new GeoSeries(
              reading.test().testId(),
              reading.test().metric(),
              reading.method().id(),
              reading.from().plusDays(day),
              day >= fit.pre(),
              fit.actual()[day],
              fit.expected()[day],
              gaps[day],
              gaps[day] - error,
              gaps[day] + error));
    }
  }

  private static double usualError(double[] gaps, int pre) {
    double[] sizes = Arrays.stream(gaps, 0, pre).map(Math::abs).sorted().toArray();
    return sizes[(int) Math.ceil(sizes.length * (1 - Interval.ALPHA)) - 1];
  }
}
