package io.growthline.pages.chart;

import java.util.List;

/**
 * The course of a number without axes; it fills its place.
 *
 * @param values from left to right
 * @param label in words
 */
public record Sparkline(List<Double> values, String label) implements Chart {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 36;
  private static final int EDGE = 3;

  public Sparkline {
    values = List.copyOf(values);
  }

  @Override
  public String svg() {
    if (values.size() < 2) {
      return "";
    }
    double min = values.stream().mapToDouble(v -> v).min().orElseThrow();
    double max = values.stream().mapToDouble(v -> v).max().orElseThrow();
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      double share = max == min ? 0.5 : (values.get(i) - min) / (max - min);
      path.append(
          Svg.step(
              i == 0,
              (double) WIDTH * i / (values.size() - 1),
              EDGE + (1 - share) * (HEIGHT - 2 * EDGE)));
    }
    return Svg.stretched("spark", WIDTH, HEIGHT, label)
        .path("area", path + "L" + WIDTH + " " + HEIGHT + "L0 " + HEIGHT + "Z")
        .path("line", path.toString())
        .toString();
  }
}
