package io.growthline.pages.chart;

/**
 * An estimate with its interval, beside others on the same scale.
 *
 * @param lower lower end of the interval
 * @param estimate the estimate
 * @param upper upper end of the interval
 * @param from lower end of the scale
 * @param to upper end of the scale
 * @param label in words
 */
public record Whisker(
    double lower, double estimate, double upper, double from, double to, String label)
    implements Chart {
  private static final int WIDTH = 200;
  private static final int HEIGHT = 18;
  private static final int EDGE = 6;

  @Override
  public String svg() {
    return new Svg("whisker", WIDTH, HEIGHT, label)
        .line("grid", x(0), 0, x(0), HEIGHT)
        .line("interval", x(lower), HEIGHT / 2.0, x(upper), HEIGHT / 2.0)
        .dot("point", x(estimate), HEIGHT / 2.0, 4, "")
        .toString();
  }

  private double x(double value) {
    double share = to == from ? 0.5 : (value - from) / (to - from);
    return EDGE + (WIDTH - 2 * EDGE) * Math.max(0, Math.min(1, share));
  }
}
