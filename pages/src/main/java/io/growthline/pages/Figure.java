package io.growthline.pages;

import io.growthline.pages.chart.Sparkline;
import java.time.LocalDate;

/**
 * One number.
 *
 * @param title what it counts
 * @param value written for people
 * @param change since the period before; may be empty
 * @param period what it speaks of; may be empty
 * @param tone {@code good}, {@code bad} or {@code flat}: what the change means
 * @param spark its course, or null
 * @param definition what it means, or null
 */
public record Figure(
    String title,
    String value,
    String change,
    String period,
    String tone,
    Sparkline spark,
    Definition definition) {
  /** A number alone. */
  public static Figure of(String title, String value) {
    return new Figure(title, value, "", "", "flat", null, null);
  }

  /** The newest month of a metric. */
  public static Figure of(Series series) {
    Series.Point last = series.last();
    return new Figure(
        series.title(),
        series.unit().brief().text(last.value()),
        series.change(),
        month(last.month()),
        series.tone(),
        new Sparkline(
            series.points().stream().map(Series.Point::value).toList(),
            series.title() + " over " + series.points().size() + " months"),
        Definition.of(series.metric()));
  }

  private static String month(LocalDate month) {
    return Format.MONTH.text(month);
  }
}
