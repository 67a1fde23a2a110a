package io.growthline.pages.chart;

import io.growthline.pages.Unit;
import java.util.List;

/**
 * Values side by side from the smallest to the largest, one of which stands out. It is drawn twice,
 * for broad and for narrow places; the style sheet shows one.
 *
 * @param label what is drawn, in words
 * @param values ascending
 * @param unit of the values
 */
public record Spread(String label, List<Value> values, Unit unit) implements Chart {
  private static final int RIGHT = 18;
  private static final int TOP = 12;
  private static final int BOTTOM = 12;
  private static final double GAP = 0.2;

  /**
   * @param name in words
   * @param number height
   * @param marked whether it stands out
   */
  public record Value(String name, double number, boolean marked) {}

  public Spread {
    values = List.copyOf(values);
  }

  @Override
  public String svg() {
    return values.size() < 2
        ? ""
        : "<div class=\"wide\">%s</div><div class=\"narrow\">%s</div>"
            .formatted(svg(760, 260), svg(400, 220));
  }

  private String svg(int width, int height) {
    Axis axis =
        Axis.of(
            Math.min(0, values.stream().mapToDouble(Value::number).min().orElse(0)),
            Math.max(0, values.stream().mapToDouble(Value::number).max().orElse(1)),
            unit);
    Svg svg = new Svg("chart", width, height, label);
    axis.draw(svg, width - RIGHT, TOP, height - BOTTOM);
    double slot = (width - axis.left() - RIGHT) / values.size();
    double zero = axis.y(0, TOP, height - BOTTOM);
    for (int i = 0; i < values.size(); i++) {
      Value value = values.get(i);
      double y = axis.y(value.number(), TOP, height - BOTTOM);
      svg.rect(
          value.marked() ? "fill c1" : "fill c0",
          axis.left() + (i + GAP / 2) * slot,
          Math.min(y, zero),
          slot * (1 - GAP),
          Math.max(0.5, Math.abs(y - zero)),
          value.name() + ": " + unit.text(value.number()));
    }
    return svg.toString();
  }
}
