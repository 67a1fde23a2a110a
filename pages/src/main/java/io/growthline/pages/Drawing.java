package io.growthline.pages;

import io.growthline.pages.chart.Chart;

/**
 * A chart with a caption.
 *
 * @param title what is drawn; empty when the section's title says so
 * @param chart the chart
 * @param caption how to read it; may be empty
 */
public record Drawing(String title, Chart chart, String caption) implements Block {
  @Override
  public String html(Source source) {
    return "<figure>"
        + (title.isEmpty() ? "" : "<h3>" + Html.escape(title) + "</h3>")
        + chart.svg()
        + (caption.isEmpty() ? "" : "<figcaption>" + Html.escape(caption) + "</figcaption>")
        + "</figure>";
  }

  /** A chart says nothing in words; its caption does. */
  @Override
  public String markdown(Source source) {
    return "";
  }
}
