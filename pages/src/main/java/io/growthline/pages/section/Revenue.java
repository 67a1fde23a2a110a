package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Drawing;
import io.growthline.pages.Format;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Series;
import io.growthline.pages.Source;
import io.growthline.pages.chart.LineChart;
import java.util.List;

/** Recurring revenue by month. */
public final class Revenue implements Section {
  @Override
  public String id() {
    return "revenue";
  }

  @Override
  public String title() {
    return "Monthly recurring revenue";
  }

  @Override
  public Place place() {
    return Place.MAIN;
  }

  @Override
  public List<Block> blocks(Source source) {
    Series series = Series.all(source).get("monthly_recurring_revenue_minor");
    if (series == null) {
      return List.of(new Sentence("There is no subscription in the data yet."));
    }
    String first = Format.MONTH.text(series.points().get(0).month());
    String last = Format.MONTH.text(series.last().month());
    return List.of(
        new Sentence("Complete months, " + first + " to " + last),
        new Drawing(
            "",
            new LineChart(
                "Monthly recurring revenue from "
                    + first
                    + " to "
                    + last
                    + ", now "
                    + series.value(),
                series.points().stream()
                    .map(p -> LineChart.Point.of(Format.MONTH.text(p.month()), p.value()))
                    .toList(),
                series.unit()),
            ""));
  }
}
