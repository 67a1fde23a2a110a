package io.growthline.cloudrun.api;

import io.growthline.domain.metric.Grain;
import io.growthline.warehouse.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sets values of metrics beside those of an earlier period. */
final class Comparison {
  /** Which earlier period. */
  enum With {
    PREVIOUS,
    YEAR;

    static final List<String> NAMES = List.of("previous", "year");

    static With of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** First day of the earlier period. Of weeks, a year is 52, so that weekdays are the same. */
    LocalDate before(LocalDate start, Grain grain) {
      return grain.plus(start, this == PREVIOUS ? -1 : -periodsOfAYear(grain));
    }

    private static int periodsOfAYear(Grain grain) {
      return switch (grain) {
        case WEEK -> 52;
        case MONTH -> 12;
        case QUARTER -> 4;
      };
    }
  }

  private record Key(String metric, String dimensionValue, LocalDate periodStart) {}

  private final With with;
  private final Grain grain;
  private final Map<Key, Row> rows = new HashMap<>();

  /**
   * @param all values of one grain and one dimension, among which the earlier ones are found
   */
  Comparison(With with, Grain grain, List<Row> all) {
    this.with = with;
    this.grain = grain;
    all.forEach(row -> rows.put(key(row, row.date("period_start")), row));
  }

  /**
   * The earlier value and the change since; what is missing or not complete has no change, and a
   * reason. The change over the earlier value is absent unless that is above 0.
   */
  Map<String, Object> of(Row row) {
    LocalDate before = with.before(row.date("period_start"), grain);
    Row earlier = rows.get(key(row, before));
    Double then = earlier == null ? null : (Double) earlier.get("value");
    Map<String, Object> compared = new LinkedHashMap<>();
    compared.put("period_start", before);
    compared.put("value", then);
    String reason = reason(row);
    if (reason == null) {
      reason = earlier == null ? "there is no value for " + before : reason(earlier);
    }
    Double change = reason != null ? null : (Double) ((Double) row.get("value") - then);
    compared.put("change", change);
    compared.put("relative_change", change == null || then <= 0 ? null : (Double) (change / then));
    compared.put(
        "reason",
        change != null && then <= 0
            ? "the value of " + before + " is not above 0: there is no relative change"
            : reason);
    return compared;
  }

  private static String reason(Row row) {
    String period = "the period of " + row.date("period_start");
    if (!row.flag("is_complete")) {
      return period + " is not complete";
    }
    if (row.get("value") != null) {
      return null;
    }
    String because = row.text("withheld_because");
    return period + " has no value" + (because == null ? "" : ": " + because);
  }

  private static Key key(Row row, LocalDate start) {
    return new Key(row.text("metric"), row.text("dimension_value"), start);
  }
}
