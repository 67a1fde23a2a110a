package io.growthline.cloudrun.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * A line chart as SVG with classes for colours, so that a strict content policy and both themes
 * hold.
 *
 * @param label what a screen reader says
 * @param points left to right
 * @param format of the labels on the vertical axis
 * @param fromZero whether the vertical axis begins at zero
 */
record Chart(String label, List<Point> points, DoubleFunction<String> format, boolean fromZero) {
  private static final int LEFT = 62;
  private static final int RIGHT = 16;
  private static final int TOP = 12;
  private static final int BOTTOM = 30;
  private static final int LINES = 5;

  /**
   * @param label on the horizontal axis
   * @param value height
   * @param lower lower end of the interval, equal to the value when there is none
   * @param upper upper end of the interval
   * @param marked whether to mark the point
   */
  record Point(String label, double value, double lower, double upper, boolean marked) {
    static Point of(String label, double value) {
      return new Point(label, value, value, value, false);
    }
  }

  String svg(int width, int height) {
    if (points.size() < 2) {
      return "";
    }
    Scale scale = scale(width, height);
    StringBuilder svg = new StringBuilder();
    svg.append("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 ")
        .append(width)
        .append(' ')
        .append(height)
        .append("\" aria-label=\"")
        .append(label)
        .append("\">");
    for (double tick : scale.ticks) {
      String y = number(scale.y(tick));
      svg.append("<line class=\"")
          .append(tick == 0 && scale.min < 0 ? "zero" : "grid")
          .append("\" x1=\"" + LEFT + "\" x2=\"")
          .append(width - RIGHT)
          .append("\" y1=\"" + y + "\" y2=\"" + y + "\"/>")
          .append("<text class=\"axis end\" x=\"" + (LEFT - 8) + "\" y=\"")
          .append(number(scale.y(tick) + 4))
          .append("\">")
          .append(format.apply(tick))
          .append("</text>");
    }
    int step = labelStep(width);
    for (int i = (points.size() - 1) % step; i < points.size(); i += step) {
      boolean last = i == points.size() - 1;
      svg.append("<text class=\"axis ")
          .append(last ? "end" : "mid")
          .append("\" x=\"")
          .append(number(last ? width - RIGHT + 12 : scale.x(i)))
          .append("\" y=\"")
          .append(height - 8)
          .append("\">")
          .append(points.get(i).label())
          .append("</text>");
    }
    band(svg, scale);
    line(svg, scale);
    return svg.append("</svg>").toString();
  }

  /** Points between two labels; the first point gets one too where that leaves enough labels. */
  private int labelStep(int width) {
    int least = Math.max(1, (int) Math.ceil(points.size() / ((width - LEFT) / 86.0)));
    for (int step = least; step <= 2 * least && step < points.size(); step++) {
      if ((points.size() - 1) % step == 0) {
        return step;
      }
    }
    return least;
  }

  private void band(StringBuilder svg, Scale scale) {
    if (points.stream().allMatch(p -> p.lower() == p.upper())) {
      return;
    }
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      path.append(i == 0 ? 'M' : 'L').append(place(scale, i, points.get(i).upper()));
    }
    for (int i = points.size() - 1; i >= 0; i--) {
      path.append('L').append(place(scale, i, points.get(i).lower()));
    }
    svg.append("<path class=\"band\" d=\"").append(path).append("Z\"/>");
  }

  private void line(StringBuilder svg, Scale scale) {
    StringBuilder path = new StringBuilder();
    StringBuilder dots = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      path.append(i == 0 ? 'M' : 'L').append(place(scale, i, point.value()));
      dots.append("<circle class=\"")
          .append(point.marked() ? "mark" : "dot")
          .append("\" r=\"5\" cx=\"")
          .append(number(scale.x(i)))
          .append("\" cy=\"")
          .append(number(scale.y(point.value())))
          .append("\"><title>")
          .append(point.label())
          .append(": ")
          .append(format.apply(point.value()))
          .append("</title></circle>");
    }
    svg.append("<path class=\"line\" d=\"").append(path).append("\"/>").append(dots);
  }

  private static String place(Scale scale, int index, double value) {
    return number(scale.x(index)) + " " + number(scale.y(value));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private Scale scale(int width, int height) {
    double min = points.stream().mapToDouble(Point::lower).min().orElse(0);
    double max = points.stream().mapToDouble(Point::upper).max().orElse(1);
    if (fromZero) {
      min = Math.min(0, min);
      max = Math.max(0, max);
    }
    double step = step(max > min ? max - min : Math.max(1, Math.abs(max)));
    double low = Math.floor(min / step) * step;
    double high = Math.max(low + step, Math.ceil(max / step) * step);
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; low + i * step <= high + step / 2; i++) {
      ticks.add(low + i * step);
    }
    return new Scale(width, height, low, high, ticks, points.size());
  }

  /** 1, 2 or 5 times a power of ten, so that about five lines fit. */
  private static double step(double range) {
    double raw = range / LINES;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double first = raw / power;
    return power * (first <= 1 ? 1 : first <= 2 ? 2 : first <= 5 ? 5 : 10);
  }

  private record Scale(
      int width, int height, double min, double max, List<Double> ticks, int points) {
    double x(int index) {
      return LEFT + (double) index / (points - 1) * (width - LEFT - RIGHT);
    }

    double y(double value) {
      return TOP + (max - value) / (max - min) * (height - TOP - BOTTOM);
    }
  }
}
