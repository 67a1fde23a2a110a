package io.growthline.pages.chart;

import io.growthline.pages.Unit;
import java.util.List;

/**
 * A line with axes from zero, and a band where values are uncertain. It is drawn twice, for broad
 * and for narrow places; the style sheet shows one.
 *
 * @param label what is drawn, in words
 * @param points left to right
 * @param unit of the values
 */
public record LineChart(String label, List<Point> points, Unit unit) implements Chart {
  private static final int RIGHT = 18;
  private static final int TOP = 12;
  private static final int BOTTOM = 30;
  private static final int LABEL = 78;

  /**
   * @param label on the horizontal axis
   * @param value height
   * @param lower lower end of the interval, equal to the value when there is none
   * @param upper upper end of the interval
   * @param marked whether to mark the point
   */
  public record Point(String label, double value, double lower, double upper, boolean marked) {
    /** A value that is certain. */
    public static Point of(String label, double value) {
      return new Point(label, value, value, value, false);
    }
  }

  public LineChart {
    points = List.copyOf(points);
  }

  @Override
  public String svg() {
    return points.size() < 2
        ? ""
        : "<div class=\"wide\">%s</div><div class=\"narrow\">%s</div>"
            .formatted(svg(760, 320), svg(400, 260));
  }

  /** In one size, for a place that is as wide on every screen. */
  public String svg(int width, int height) {
    if (points.size() < 2) {
      return "";
    }
    Axis axis =
        Axis.of(
            Math.min(0, points.stream().mapToDouble(Point::lower).min().orElse(0)),
            Math.max(0, points.stream().mapToDouble(Point::upper).max().orElse(1)),
            unit);
    return new Plot(axis, width, height).draw();
  }

  private final class Plot {
    private final Axis axis;
    private final int width;
    private final int height;
    private final double left;
    private final Svg svg;

    Plot(Axis axis, int width, int height) {
      this.axis = axis;
      this.width = width;
      this.height = height;
      this.left = axis.left();
      this.svg = new Svg("chart", width, height, label);
    }

    String draw() {
      axis.draw(svg, width - RIGHT, TOP, height - BOTTOM);
      int step = labelStep();
      int last = points.size() - 1;
      for (int i = last % step; i <= last; i += step) {
        svg.text(
            i == last ? "end" : "mid",
            i == last ? width - 2 : Math.max(x(i), 24),
            height - 8,
            points.get(i).label());
      }
      band();
      StringBuilder path = new StringBuilder();
      for (int i = 0; i <= last; i++) {
        path.append(Svg.step(i == 0, x(i), y(points.get(i).value())));
      }
      svg.path("line", path.toString());
      for (int i = 0; i <= last; i++) {
        Point point = points.get(i);
        svg.dot(
            point.marked() ? "mark" : "dot",
            x(i),
            y(point.value()),
            5,
            point.label() + ": " + unit.text(point.value()));
      }
      return svg.toString();
    }

    private void band() {
      if (points.stream().allMatch(p -> p.lower() == p.upper())) {
        return;
      }
      StringBuilder path = new StringBuilder();
      for (int i = 0; i < points.size(); i++) {
        path.append(Svg.step(i == 0, x(i), y(points.get(i).upper())));
      }
      for (int i = points.size() - 1; i >= 0; i--) {
        path.append(Svg.step(false, x(i), y(points.get(i).lower())));
      }
      svg.path("band", path + "Z");
    }

    /** Points between two labels; the first point gets one too where that leaves enough. */
    private int labelStep() {
      int least = Math.max(1, (int) Math.ceil(points.size() / ((width - left) / LABEL)));
      for (int step = least; step <= 2 * least && step < points.size(); step++) {
        if ((points.size() - 1) % step == 0) {
          return step;
        }
      }
      return least;
    }

    private double x(int index) {
      return left + (double) index / (points.size() - 1) * (width - left - RIGHT);
    }

    private double y(double value) {
      return axis.y(value, TOP, height - BOTTOM);
    }
  }
}
