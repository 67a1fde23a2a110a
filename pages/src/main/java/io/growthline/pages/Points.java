package io.growthline.pages;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements, each of which stands alone.
 *
 * @param points in order
 */
public record Points(List<Point> points) implements Block {
  /**
   * @param title what it is about, in a few words
   * @param text one or more sentences
   */
  public record Point(String title, String text) {}

  public Points {
    points = List.copyOf(points);
  }

  @Override
  public String html(Source source) {
    return points.stream()
        .map(
            point ->
                "<div><dt>"
                    + Html.escape(point.title())
                    + "</dt><dd>"
                    + Html.escape(point.text())
                    + "</dd></div>")
        .collect(Collectors.joining("", "<dl class=\"points\">", "</dl>"));
  }

  @Override
  public String markdown(Source source) {
    return points.stream()
        .map(point -> "- **" + Markdown.text(point.title()) + ":** " + Markdown.text(point.text()))
        .collect(Collectors.joining("\n"));
  }
}
