package io.growthline.pages.chart;

import io.growthline.pages.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A scale with about five evenly spaced ticks, all written with the same digits.
 *
 * @param min lower end
 * @param max upper end
 * @param ticks from the lower to the upper end
 * @param labels of the ticks
 */
record Axis(double min, double max, List<Double> ticks, List<String> labels) {
  /** Width of a character of a label, which is the width of a digit. */
  private static final double CHARACTER = 6.6;

  private static final int STEPS = 5;

  /**
   * An axis that covers a range.
   *
   * @param unit of the range; money is written in major units, shares in percent
   */
  static Axis of(double low, double high, Unit unit) {
    double step = step(high > low ? high - low : Math.max(least(unit), Math.abs(high)));
    if (unit.isMoney()) {
      step = Math.max(1, step);
    }
    long first = (long) Math.floor(low / step + 1e-9);
    long last = Math.max(first + 1, (long) Math.ceil(high / step - 1e-9));
    List<Double> ticks = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    double factor = factor(unit);
    int digits = (int) Math.max(0, -Math.floor(Math.log10(step * factor) + 1e-9));
    if (unit.isMoney() && digits > 0) {
      digits = unit.money().digits();
    }
    for (long i = first; i <= last; i++) {
      double tick = i * step;
      ticks.add(tick);
      labels.add(label(tick * factor, digits, unit));
    }
    return new Axis(first * step, last * step, List.copyOf(ticks), List.copyOf(labels));
  }

  // What a scale of nothing but zeros spans.
  private static double least(Unit unit) {
    return unit.isMoney() ? 5 * unit.money().minorPerMajor() : 1;
  }

  private static double factor(Unit unit) {
    return unit.isMoney()
        ? 1 / unit.money().minorPerMajor()
        : unit.name().equals("share") ? 100 : 1;
  }

  private static String label(double shown, int digits, Unit unit) {
    String number = String.format(Locale.ROOT, "%,." + digits + "f", Math.abs(shown));
    String sign = shown < 0 ? "−" : "";
    return switch (unit.name()) {
      case "minor" -> sign + unit.money().sign() + number;
      case "share" -> sign + number + "%";
      default -> sign + number;
    };
  }

  /** 1, 2 or 5 times a power of ten. */
  private static double step(double range) {
    double raw = range / STEPS;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double first = raw / power;
    return power * (first <= 1 ? 1 : first <= 2 ? 2 : first <= 5 ? 5 : 10);
  }

  /** Position of a value: 0 at the lower end, 1 at the upper. */
  double share(double value) {
    return (value - min) / (max - min);
  }

  /** Where the plot begins at the left, beside the labels. */
  double left() {
    return 14 + CHARACTER * labels.stream().mapToInt(String::length).max().orElse(0);
  }

  /** Height of a value in a plot. */
  double y(double value, double top, double bottom) {
    return top + (1 - share(value)) * (bottom - top);
  }

  /** A line for each tick, labelled at its left end; zero stands out where values are below it. */
  void draw(Svg svg, double right, double top, double bottom) {
    for (int i = 0; i < ticks.size(); i++) {
      double tick = ticks.get(i);
      double y = y(tick, top, bottom);
      svg.line(tick == 0 && min < 0 ? "zero" : "grid", left(), y, right, y)
          .text("end", left() - 8, y + 4, labels.get(i));
    }
  }
}
