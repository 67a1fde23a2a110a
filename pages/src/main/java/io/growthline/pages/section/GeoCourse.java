package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Drawing;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.Unit;
import io.growthline.pages.chart.Courses;
import io.growthline.pages.chart.LineChart;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What treated regions showed by day beside what was expected of them, and the gap. */
public final class GeoCourse implements Section {
  /** Days before the treatment that are drawn. */
  private static final int BEFORE = 84;

  @Override
  public String id() {
    return "geo-course";
  }

  @Override
  public String title() {
    return "Actual and expected";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Block> blocks = new ArrayList<>();
    GeoRows.drawn(source, "geo_series", "day")
        .forEach((test, days) -> blocks.addAll(course(source, test, drawn(days))));
    return blocks.isEmpty() ? List.of(new Sentence(GeoRows.NOT_READ)) : blocks;
  }

  private static List<Block> course(Source source, String test, List<Row> days) {
    Unit unit = GeoRows.unit(source, days.get(0));
    int start = firstUnderTreatment(days);
    return List.of(
        new Drawing(
            test,
            new Courses(
                test + ": actual and expected by day",
                days.stream().map(row -> Format.DAY.text(row.get("day"))).toList(),
                List.of(line(days, "Actual", "actual"), line(days, "Expected", "counterfactual")),
                unit),
            "Mean of the treated regions by day, and what the weighted changes of the others let expect."),
        new Drawing(
            "",
            new LineChart(
                test + ": gap by day",
                IntStream.range(0, days.size())
                    .mapToObj(i -> gap(days.get(i), i == start))
                    .toList(),
                unit),
            "Actual less expected, with the error that nine of ten days before kept within. The first day of the treatment is marked."));
  }

  private static List<Row> drawn(List<Row> days) {
    return days.subList(Math.max(0, firstUnderTreatment(days) - BEFORE), days.size());
  }

  private static int firstUnderTreatment(List<Row> days) {
    int first = 0;
    while (first < days.size() && !days.get(first).flag("under_treatment")) {
      first++;
    }
    return first;
  }

  private static Courses.Course line(List<Row> days, String name, String column) {
    return new Courses.Course(
        name, Courses.Form.LINE, days.stream().map(row -> row.number(column)).toList());
  }

  private static LineChart.Point gap(Row row, boolean first) {
    return new LineChart.Point(
        Format.DAY.text(row.get("day")),
        row.number("gap"),
        row.number("lower"),
        row.number("upper"),
        first);
  }
}
