package io.growthline.pages.chart;

import io.growthline.pages.Html;
import java.util.Locale;

/** Builds one drawing. */
final class Svg {
  private final StringBuilder svg = new StringBuilder();

  /**
   * @param kind class of the style sheet
   * @param label the drawing in words
   */
  Svg(String kind, int width, int height, String label) {
    svg.append(
        "<svg class=\"%s\" role=\"img\" viewBox=\"0 0 %d %d\" aria-label=\"%s\">"
            .formatted(kind, width, height, Html.escape(label)));
  }

  /** A drawing that is stretched to fill its place. */
  static Svg stretched(String kind, int width, int height, String label) {
    Svg drawing = new Svg(kind, width, height, label);
    drawing.svg.insert(drawing.svg.length() - 1, " preserveAspectRatio=\"none\"");
    return drawing;
  }

  Svg line(String kind, double x1, double y1, double x2, double y2) {
    svg.append(
        "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
            .formatted(kind, at(x1), at(y1), at(x2), at(y2)));
    return this;
  }

  /**
   * @param anchor {@code start}, {@code mid} or {@code end}: which part of the text is at x
   */
  Svg text(String anchor, double x, double y, String text) {
    svg.append(
        "<text class=\"axis %s\" x=\"%s\" y=\"%s\">%s</text>"
            .formatted(anchor, at(x), at(y), Html.escape(text)));
    return this;
  }

  Svg path(String kind, String path) {
    svg.append("<path class=\"%s\" d=\"%s\"/>".formatted(kind, path));
    return this;
  }

  /** A point; its title shows under the pointer. */
  Svg dot(String kind, double x, double y, double radius, String title) {
    svg.append(
        "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\">"
            .formatted(kind, at(x), at(y), at(radius)));
    return titled(title, "circle");
  }

  /** A rectangle; its title shows under the pointer. */
  Svg rect(String kind, double x, double y, double width, double height, String title) {
    svg.append(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\">"
            .formatted(kind, at(x), at(y), at(width), at(height)));
    return titled(title, "rect");
  }

  private Svg titled(String title, String element) {
    if (!title.isEmpty()) {
      svg.append("<title>").append(Html.escape(title)).append("</title>");
    }
    svg.append("</").append(element).append('>');
    return this;
  }

  /** One step of a path. */
  static String step(boolean first, double x, double y) {
    return (first ? "M" : "L") + at(x) + " " + at(y);
  }

  private static String at(double coordinate) {
    return String.format(Locale.ROOT, "%.1f", coordinate);
  }

  @Override
  public String toString() {
    return svg + "</svg>";
  }
}
