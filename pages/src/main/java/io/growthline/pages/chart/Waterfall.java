package io.growthline.pages.chart;

import io.growthline.pages.Html;
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
  private static final double GAP = 0.28;
  private static final int NAME = 84;
  private static final int ROW = 40;
  private static final int BAR = 14;
  private static final int VALUES = 70;

  /** Changes that span less of the largest total would be slivers on a scale from 0. */
  private static final double SLIVERS = 0.25;

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
    double lower() {
      return Math.min(from, to);
    }

    double upper() {
      return Math.max(from, to);
    }

    String kind() {
      return step.total() ? "fill" : step.value() < 0 ? "fill fail" : "fill pass";
    }
  }

  public Waterfall {
    steps = List.copyOf(steps);
  }

  @Override
  public String svg() {
    if (steps.isEmpty()) {
      return "";
    }
    List<Column> columns = columns();
    Axis axis = Axis.of(base(columns), highest(columns), unit);
    String note =
        axis.min() > 0
            ? "<p class=\"sub\">The scale begins at "
                + Html.escape(unit.text(axis.min()))
                + ", not at 0.</p>"
            : "";
    return "<div class=\"wide\">%s</div><div class=\"narrow\">%s</div>%s"
        .formatted(broad(columns, axis), narrow(columns, axis), note);
  }

  /** Where the scale begins. */
  private static double base(List<Column> columns) {
    double lowest =
        columns.stream().mapToDouble(c -> c.step.total() ? c.to : c.lower()).min().orElse(0);
    double highest = highest(columns);
    double span = highest - lowest;
    return lowest > 0 && span > 0 && span < SLIVERS * highest
        ? Math.max(0, lowest - span / 2)
        : Math.min(0, lowest);
  }

  private static double highest(List<Column> columns) {
    return columns.stream().mapToDouble(Column::upper).max().orElse(1);
  }

  private String broad(List<Column> columns, Axis axis) {
    int width = 760;
    int height = 300;
    double ground = height - BOTTOM;
    double left = axis.left();
    double slot = (width - left - RIGHT) / columns.size();
    // Names of neighbours would touch on one line.
    boolean crowded = slot < NAME;
    Svg svg = new Svg("chart", width, height, label);
    axis.draw(svg, width - RIGHT, TOP, ground);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      double upper = axis.y(column.upper(), TOP, ground);
      double lower = axis.y(Math.max(axis.min(), column.lower()), TOP, ground);
      double x = left + i * slot;
      svg.rect(
              column.kind(),
              x + slot * GAP / 2,
              upper,
              slot * (1 - GAP),
              Math.max(1, lower - upper),
              words(column.step))
          .text("mid strong", x + slot / 2, upper - 6, written(column.step))
          .text(
              "mid", x + slot / 2, height - (crowded && i % 2 == 0 ? 26 : 10), column.step.name());
      if (i + 1 < columns.size()) {
        double level = axis.y(column.to, TOP, ground);
        svg.line("grid", x + slot * (1 - GAP / 2), level, x + slot * (1 + GAP / 2), level);
      }
    }
    return svg.toString();
  }

  /** From above, because names beside each other need more room than a narrow place has. */
  private String narrow(List<Column> columns, Axis axis) {
    int width = 400;
    double broad = width - VALUES;
    Svg svg = new Svg("chart", width, ROW * columns.size(), label);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      double from = broad * axis.share(Math.max(axis.min(), column.lower()));
      double y = i * ROW + 20;
      svg.text("start", 0, y - 6, column.step.name())
          .rect(
              column.kind(),
              from,
              y,
              Math.max(1, broad * axis.share(column.upper()) - from),
              BAR,
              words(column.step))
          .text("end strong", width, y + BAR - 3, written(column.step));
    }
    return svg.toString();
  }

  private String words(Step step) {
    return step.name() + ": " + written(step);
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
}
