package io.growthline.cloudrun.dashboard;

import java.util.Map;
import java.util.Optional;

/** The one sentence under the title, computed from the metrics. */
final class Finding {
  private Finding() {}

  static String of(Map<String, Series> series, Optional<Series> revenue, Optional<Series> churn) {
    if (series.isEmpty()) {
      return "No complete month has been measured yet.";
    }
    String first = revenue.flatMap(Finding::revenue).orElse("");
    String second = churn.flatMap(Finding::churn).orElse("");
    if (first.isEmpty() && second.isEmpty()) {
      return series.size() + " metrics are measured; two months are needed to speak of a change.";
    }
    if (first.isEmpty() || second.isEmpty()) {
      return first + second + ".";
    }
    boolean against =
        revenue.orElseThrow().tone().equals("good") != churn.orElseThrow().tone().equals("good");
    return first + (against ? ", but " : ", and ") + lower(second) + ".";
  }

  private static Optional<String> revenue(Series series) {
    return series
        .previous()
        .map(
            before -> {
              Series.Point now = series.last().orElseThrow();
              String change = Formats.change(before.value(), now.value(), series.unit());
              String verb =
                  now.value() > before.value()
                      ? " grew "
                      : now.value() < before.value() ? " fell " : " stayed at ";
              String size = now.value() == before.value() ? "" : change.substring(1) + " to ";
              return series.title()
                  + verb
                  + size
                  + Formats.value(now.value(), series.unit())
                  + " in "
                  + Formats.month(now.month());
            });
  }

  private static Optional<String> churn(Series series) {
    return series
        .previous()
        .map(
            before -> {
              Series.Point now = series.last().orElseThrow();
              String verb =
                  now.value() > before.value()
                      ? " rose to "
                      : now.value() < before.value() ? " fell to " : " stayed at ";
              return series.title()
                  + verb
                  + Formats.value(now.value(), series.unit())
                  + " in "
                  + Formats.month(now.month());
            });
  }

  private static String lower(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
