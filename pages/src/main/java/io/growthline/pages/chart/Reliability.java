package io.growthline.pages.chart;

import io.growthline.pages.Format;
import io.growthline.pages.Unit;
import java.util.List;

/**
 * Predicted against observed: on the diagonal, what was predicted happened as often as predicted.
 *
 * @param label what is drawn, in words
 * @param bins by predicted probability, ascending
 */
public record Reliability(String label, List<Bin> bins) implements Chart {
  private static final int WIDTH = 340;
  private static final int HEIGHT = 270;
  private static final int LEFT = 52;
  private static final int RIGHT = 26;
  private static final int TOP = 12;
  private static final int BOTTOM = 50;

  /**
   * @param predicted mean prediction, a share
   * @param observed share that happened
   * @param rows rows in the bin
   */
  public record Bin(double predicted, double observed, long rows) {}

  public Reliability {
    bins = List.copyOf(bins);
  }

  @Override
  public String svg() {
    if (bins.isEmpty()) {
      return "";
    }
    double top =
        bins.stream().mapToDouble(b -> Math.max(b.predicted(), b.observed())).max().orElse(1);
    Axis axis = Axis.of(0, Math.max(top, 0.01), Unit.of("share"));
    Svg svg = new Svg("plot", WIDTH, HEIGHT, label + ": " + words());
    for (int i = 0; i < axis.ticks().size(); i++) {
      double tick = axis.ticks().get(i);
      svg.line("grid", LEFT, y(axis, tick), WIDTH - RIGHT, y(axis, tick))
          .text("end", LEFT - 8, y(axis, tick) + 4, axis.labels().get(i))
          .text("mid", x(axis, tick), HEIGHT - BOTTOM + 18, axis.labels().get(i));
    }
    svg.line("ideal", x(axis, 0), y(axis, 0), x(axis, axis.max()), y(axis, axis.max()));
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < bins.size(); i++) {
      path.append(
          Svg.step(i == 0, x(axis, bins.get(i).predicted()), y(axis, bins.get(i).observed())));
    }
    svg.path("line", path.toString());
    for (Bin bin : bins) {
      svg.dot("point", x(axis, bin.predicted()), y(axis, bin.observed()), 3.5, words(bin));
    }
    return svg.text("mid", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "predicted").toString();
  }

  private String words() {
    return words(bins.get(0)) + "; " + words(bins.get(bins.size() - 1));
  }

  private static String words(Bin bin) {
    return "%s predicted, %s happened, %s rows"
        .formatted(
            Format.PERCENT.text(bin.predicted()),
            Format.PERCENT.text(bin.observed()),
            Format.COUNT.text(bin.rows()));
  }

  private static double x(Axis axis, double value) {
    return LEFT + axis.share(value) * (WIDTH - LEFT - RIGHT);
  }

  private static double y(Axis axis, double value) {
    return TOP + (1 - axis.share(value)) * (HEIGHT - TOP - BOTTOM);
  }
}
