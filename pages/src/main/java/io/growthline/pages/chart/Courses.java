package io.growthline.pages.chart;

import io.growthline.pages.Html;
import io.growthline.pages.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

/**
 * Several numbers over the same periods: columns that stack up from zero, and lines over them. It
 * is drawn twice, for broad and for narrow places; the style sheet shows one.
 *
 * @param label what is drawn, in words
 * @param periods left to right
 * @param courses in the order of the legend
 * @param unit of the values
 */
public record Courses(String label, List<String> periods, List<Course> courses, Unit unit)
    implements Chart {
  private static final int RIGHT = 26;
  private static final int TOP = 12;
  private static final int BOTTOM = 30;
  private static final int LABEL = 78;
  private static final double GAP = 0.3;

  /**
   * One number.
   *
   * @param name in the legend
   * @param form how it is drawn
   * @param values one a period; null where there is none
   */
  public record Course(String name, Form form, List<Double> values) {
    public Course {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  /** How a course is drawn. */
  public enum Form {
    LINE,
    COLUMN
  }

  public Courses {
    periods = List.copyOf(periods);
    courses = List.copyOf(courses);
    for (Course course : courses) {
      if (course.values().size() != periods.size()) {
        throw new IllegalArgumentException(
            "%s has %d values for %d periods"
                .formatted(course.name(), course.values().size(), periods.size()));
      }
    }
  }

  /** Whether there is too little to draw. */
  public boolean isEmpty() {
    return periods.size() < 2
        || courses.stream().flatMap(c -> c.values().stream()).noneMatch(Objects::nonNull);
  }

  @Override
  public String svg() {
    return isEmpty()
        ? ""
        : "<div class=\"wide\">%s</div><div class=\"narrow\">%s</div>%s"
            .formatted(svg(760, 300), svg(400, 260), legend());
  }

  private String legend() {
    StringBuilder legend = new StringBuilder("<ul class=\"legend\">");
    for (int i = 0; i < courses.size(); i++) {
      legend
          .append("<li class=\"c")
          .append(i)
          .append("\">")
          .append(Html.escape(courses.get(i).name()))
          .append("</li>");
    }
    return legend.append("</ul>").toString();
  }

  private String svg(int width, int height) {
    Axis axis = Axis.of(Math.min(0, lowest()), Math.max(0, highest()), unit);
    double left = axis.left();
    double slot = (width - left - RIGHT) / periods.size();
    Svg svg = new Svg("chart", width, height, label);
    axis.draw(svg, width - RIGHT, TOP, height - BOTTOM);
    int step = Math.max(1, (int) Math.ceil(LABEL / slot));
    int last = periods.size() - 1;
    for (int i = last % step; i <= last; i += step) {
      svg.text("mid", left + (i + 0.5) * slot, height - 8, periods.get(i));
    }
    for (int i = 0; i <= last; i++) {
      columns(svg, axis, i, left + i * slot, slot, height);
    }
    for (int c = 0; c < courses.size(); c++) {
      if (courses.get(c).form() == Form.LINE) {
        line(svg, axis, c, left, slot, height);
      }
    }
    return svg.toString();
  }

  private void columns(Svg svg, Axis axis, int period, double x, double slot, int height) {
    double up = 0;
    double down = 0;
    for (int c = 0; c < courses.size(); c++) {
      Course course = courses.get(c);
      Double value = course.values().get(period);
      if (course.form() != Form.COLUMN || value == null || value == 0) {
        continue;
      }
      double from = value > 0 ? up : down;
      double to = from + value;
      svg.rect(
          "fill c" + c,
          x + slot * GAP / 2,
          y(axis, Math.max(from, to), height),
          slot * (1 - GAP),
          Math.max(0.5, y(axis, Math.min(from, to), height) - y(axis, Math.max(from, to), height)),
          words(course, period));
      if (value > 0) {
        up = to;
      } else {
        down = to;
      }
    }
  }

  private void line(Svg svg, Axis axis, int c, double left, double slot, int height) {
    Course course = courses.get(c);
    StringBuilder path = new StringBuilder();
    boolean first = true;
    for (int i = 0; i < periods.size(); i++) {
      Double value = course.values().get(i);
      if (value != null) {
        path.append(Svg.step(first, left + (i + 0.5) * slot, y(axis, value, height)));
      }
      first = value == null;
    }
    svg.path("line c" + c, path.toString());
    for (int i = 0; i < periods.size(); i++) {
      Double value = course.values().get(i);
      if (value != null) {
        svg.dot("dot", left + (i + 0.5) * slot, y(axis, value, height), 5, words(course, i));
      }
    }
  }

  private String words(Course course, int period) {
    return "%s, %s: %s"
        .formatted(periods.get(period), course.name(), unit.text(course.values().get(period)));
  }

  private double highest() {
    return Math.max(stacked(true).max().orElse(0), lines().max().orElse(0));
  }

  private double lowest() {
    return Math.min(stacked(false).min().orElse(0), lines().min().orElse(0));
  }

  private DoubleStream lines() {
    return courses.stream()
        .filter(course -> course.form() == Form.LINE)
        .flatMap(course -> course.values().stream())
        .filter(Objects::nonNull)
        .mapToDouble(value -> value);
  }

  private DoubleStream stacked(boolean up) {
    double[] heights = new double[periods.size()];
    for (Course course : courses) {
      for (int i = 0; i < heights.length && course.form() == Form.COLUMN; i++) {
        Double value = course.values().get(i);
        heights[i] += value != null && value > 0 == up ? value : 0;
      }
    }
    return DoubleStream.of(heights);
  }

  private static double y(Axis axis, double value, int height) {
    return axis.y(value, TOP, height - BOTTOM);
  }
}
