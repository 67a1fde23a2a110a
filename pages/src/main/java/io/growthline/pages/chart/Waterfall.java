package io.growthline.pages.chart;

import io.growthline.pages.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * How an opening amount becomes a closing one. It is drawn twice, for broad and for narrow places;
 * the style sheet shows one.
 *
 * @param label what is drawn, in words
 * @param steps from the left: totals stand on the ground, changes on what came before
 * @param unit of the values
 */
public record Waterfall(String label, List<Step> steps, Unit unit) implements Chart {
  private static final int TOP = 22;
  private static final int BOTTOM = 46;
  private static final int RIGHT = 10;
  private static final double CHARACTER = 6.6;
  private static final double GAP = 0.28;
  private static final int NAME = 84;

  /**
   * @param name under the column
   * @param value of a total, or the change with its sign
   * @param total whether it is a total
   */
  public record Step(String name, double value, boolean total) {
    public static Step total(String name, double value) {
      return new Step(name, value, true);
    }

    public static Step change(String name, double value) {
      return new Step(name, value, false);
    }
  }

  /** A column from one height to another. */
  private record Column(Step step, double from, double to) {
    String kind() {
      return step.total() ? "fill" : step.value() < 0 ? "fill fail" : "fill pass";
    }
  }

  public Waterfall {
    steps = List.copyOf(steps);
  }

  @Override
  public String svg() {
    return steps.isEmpty()
        ? ""
        : "<div class=\"wide\">%s</div><div class=\"narrow\">%s</div>"
            .formatted(svg(760, 300), svg(400, 280));
  }

  private String svg(int width, int height) {
    List<Column> columns = columns();
    Axis axis =
        Axis.of(
            columns.stream().mapToDouble(c -> Math.min(0, Math.min(c.from, c.to))).min().orElse(0),
            columns.stream().mapToDouble(c -> Math.max(c.from, c.to)).max().orElse(1),
            unit);
    double left = 14 + CHARACTER * axis.widest();
    double slot = (width - left - RIGHT) / columns.size();
    // Names of neighbours would touch on one line.
    boolean crowded = slot < NAME;
    Svg svg = new Svg("chart", width, height, label);
    for (int i = 0; i < axis.ticks().size(); i++) {
      double y = y(axis, axis.ticks().get(i), height);
      svg.line("grid", left, y, width - RIGHT, y)
          .text("end", left - 8, y + 4, axis.labels().get(i));
    }
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      double upper = y(axis, Math.max(column.from, column.to), height);
      double lower = y(axis, Math.min(column.from, column.to), height);
      double x = left + i * slot;
      String value = written(column.step);
      svg.rect(
              column.kind(),
              x + slot * GAP / 2,
              upper,
              slot * (1 - GAP),
              Math.max(1, lower - upper),
              column.step.name() + ": " + value)
          .text("mid strong", x + slot / 2, upper - 6, value)
          .text(
              "mid", x + slot / 2, height - (crowded && i % 2 == 0 ? 26 : 10), column.step.name());
      if (i + 1 < columns.size()) {
        double level = y(axis, column.to, height);
        svg.line("grid", x + slot * (1 - GAP / 2), level, x + slot * (1 + GAP / 2), level);
      }
    }
    return svg.toString();
  }

  private String written(Step step) {
    String value = unit.text(Math.abs(step.value()));
    return step.total() ? unit.text(step.value()) : (step.value() < 0 ? "−" : "+") + value;
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    double level = 0;
    for (Step step : steps) {
      double from = step.total() ? 0 : level;
      level = from + step.value();
      columns.add(new Column(step, from, level));
    }
    return columns;
  }

  private static double y(Axis axis, double value, int height) {
    return TOP + (1 - axis.share(value)) * (height - TOP - BOTTOM);
  }
}
