package io.growthline.pages.chart;

import io.growthline.pages.Format;
import java.util.List;

/**
 * How many reach each step. It is drawn twice, for broad and for narrow places; the style sheet
 * shows one.
 *
 * @param label what is drawn, in words
 * @param steps in order; the first is the whole
 */
public record Funnel(String label, List<Step> steps) implements Chart {
  private static final int ROW = 48;
  private static final int NAME = 16;
  private static final int BAR = 20;

  /**
   * @param name of the step
   * @param count of those who reached it
   * @param bottleneck whether the largest share is lost just before it
   */
  public record Step(String name, double count, boolean bottleneck) {}

  public Funnel {
    steps = List.copyOf(steps);
  }

  @Override
  public String svg() {
    return steps.isEmpty() || steps.get(0).count() <= 0
        ? ""
        : "<div class=\"wide\">%s</div><div class=\"narrow\">%s</div>"
            .formatted(svg(760, 190), svg(400, 105));
  }

  private String svg(int width, int values) {
    Svg svg = new Svg("chart", width, ROW * steps.size(), label + ": " + words());
    double broad = width - values;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      double y = i * ROW + NAME + 6;
      double share = step.count() / steps.get(0).count();
      svg.text("start", 0, i * ROW + NAME, step.name())
          .rect("track", 0, y, broad, BAR, "")
          .rect(
              step.bottleneck() ? "fill warn" : "fill",
              0,
              y,
              Math.max(1, broad * share),
              BAR,
              words(step))
          .text("start strong", broad + 10, y + BAR / 2.0 + 4, words(i, width > 500));
    }
    return svg.toString();
  }

  private String words(int index, boolean full) {
    Step step = steps.get(index);
    String reached =
        Format.COUNT.text(step.count())
            + " · "
            + Format.PERCENT.text(step.count() / steps.get(0).count());
    if (index == 0) {
      return Format.COUNT.text(step.count());
    }
    double before = steps.get(index - 1).count();
    return !full || before <= 0
        ? reached
        : reached + " (−" + Format.PERCENT.text(1 - step.count() / before) + ")";
  }

  private String words() {
    return String.join("; ", steps.stream().map(this::words).toList());
  }

  private String words(Step step) {
    return step.name()
        + " "
        + Format.COUNT.text(step.count())
        + ", "
        + Format.PERCENT.text(step.count() / steps.get(0).count())
        + (step.bottleneck() ? ", most are lost before it" : "");
  }
}
