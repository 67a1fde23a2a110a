package io.growthline.pages.chart;

/**
 * A horizontal bar.
 *
 * @param share of the full width, cut at 0 and 1
 * @param kind class of the style sheet: {@code accent}, or a status
 * @param label in words
 */
public record Bar(double share, String kind, String label) implements Chart {
  private static final int WIDTH = 100;

  @Override
  public String svg() {
    return Svg.stretched("bar", WIDTH, 8, label)
        .rect("track", 0, 0, WIDTH, 8, "")
        .rect("fill " + kind, 0, 0, WIDTH * Math.max(0, Math.min(1, share)), 8, "")
        .toString();
  }
}
