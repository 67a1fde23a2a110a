package io.growthline.pages.chart;

import io.growthline.pages.Unit;
import java.util.List;

/**
 * An effect over time in two bands: the dark one is its interval for one look, the light one that
 * for any number of looks. It is drawn twice, for broad and for narrow places; the style sheet
 * shows one.
 *
 * @param label what is drawn, in words
 * @param points left to right
 * @param unit of the effect
 */
public record EffectChart(String label, List<Point> points, Unit unit) implements Chart {
  private static final int RIGHT = 26;
  private static final int TOP = 12;
  private static final int BOTTOM = 30;
  private static final int LABEL = 78;

  /**
   * @param label on the horizontal axis
   * @param effect the effect with its interval for one look
   * @param always its interval for any number of looks
   */
  public record Point(String label, Range effect, Range always) {}

  /** An estimate between its ends. */
  public record Range(double lower, double estimate, double upper) {}

  public EffectChart {
    points = List.copyOf(points);
  }

  @Override
  public String svg() {
    return points.size() < 2
        ? ""
        : "<div class=\"wide\">%s</div><div class=\"narrow\">%s</div>"
            .formatted(svg(760, 300), svg(400, 260));
  }

  private String svg(int width, int height) {
    Axis axis =
        Axis.of(
            Math.min(0, points.stream().mapToDouble(p -> p.always().lower()).min().orElse(0)),
            Math.max(0, points.stream().mapToDouble(p -> p.always().upper()).max().orElse(0)),
            unit);
    Plot plot = new Plot(axis, width, height);
    Svg svg = new Svg("chart", width, height, label);
    axis.draw(svg, width - RIGHT, TOP, height - BOTTOM);
    plot.labels(svg);
    svg.path("band", plot.band(points.stream().map(Point::always).toList()));
    svg.path("band", plot.band(points.stream().map(Point::effect).toList()));
    svg.path("line", plot.line(points.stream().map(Point::effect).toList()));
    Point last = points.get(points.size() - 1);
    svg.dot(
        "mark",
        plot.x(points.size() - 1),
        plot.y(last.effect().estimate()),
        5,
        last.label() + ": " + unit.text(last.effect().estimate()));
    return svg.toString();
  }

  private final class Plot {
    private final Axis axis;
    private final int width;
    private final int height;

    Plot(Axis axis, int width, int height) {
      this.axis = axis;
      this.width = width;
      this.height = height;
    }

    void labels(Svg svg) {
      int last = points.size() - 1;
      int step =
          Math.max(1, (int) Math.ceil(LABEL * points.size() / (width - RIGHT - axis.left())));
      for (int i = last; i >= 0; i -= step) {
        svg.text(
            i == last ? "end" : "mid",
            i == last ? width - 2 : Math.max(x(i), 24),
            height - 8,
            points.get(i).label());
      }
    }

    String line(List<Range> ranges) {
      StringBuilder path = new StringBuilder();
      for (int i = 0; i < ranges.size(); i++) {
        path.append(Svg.step(i == 0, x(i), y(ranges.get(i).estimate())));
      }
      return path.toString();
    }

    String band(List<Range> ranges) {
      StringBuilder path = new StringBuilder();
      for (int i = 0; i < ranges.size(); i++) {
        path.append(Svg.step(i == 0, x(i), y(ranges.get(i).upper())));
      }
      for (int i = ranges.size() - 1; i >= 0; i--) {
        path.append(Svg.step(false, x(i), y(ranges.get(i).lower())));
      }
      return path + "Z";
    }

    double x(int index) {
      double left = axis.left();
      return left + (double) index / (points.size() - 1) * (width - left - RIGHT);
    }

    double y(double value) {
      return axis.y(value, TOP, height - BOTTOM);
    }
  }
}
