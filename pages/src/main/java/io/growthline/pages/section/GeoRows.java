package io.growthline.pages.section;

import io.growthline.pages.Format;
import io.growthline.pages.Names;
import io.growthline.pages.Notation;
import io.growthline.pages.Source;
import io.growthline.pages.Unit;
import io.growthline.warehouse.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What sections about tests of regions have in common. */
final class GeoRows {
  /** The method that pages draw. */
  static final String DRAWN = "synthetic_control";

  static final String NONE =
      "No test of regions is declared. A row of raw.geo_treatments for each treated region declares one.";
  static final String NOT_READ = "No test of regions has outcomes that can be compared.";

  private GeoRows() {}

  /** Results by all methods, those of the newest test first. */
  static List<Row> results(Source source) {
    return source.query(
        "SELECT * FROM marts.geo_incrementality ORDER BY starts_on DESC, test_id, metric,"
            + " method DESC");
  }

  /** Rows of a table of the method that is drawn, by name of the test, in an order. */
  static Map<String, List<Row>> drawn(Source source, String table, String order) {
    return source
        .query(
            "SELECT * FROM marts."
                + table
                + " WHERE method = @method ORDER BY test_id, metric, "
                + order,
            Map.of("method", DRAWN))
        .stream()
        .collect(Collectors.groupingBy(GeoRows::name, LinkedHashMap::new, Collectors.toList()));
  }

  /** A test as it is called on pages. */
  static String name(Row row) {
    return Names.title(row.text("test_id")) + ", " + metric(row).toLowerCase(Locale.ROOT);
  }

  static String metric(Row row) {
    return Names.title(row.text("metric"));
  }

  static String method(Row row) {
    return row.text("method").equals("did") ? "Difference in differences" : "Synthetic control";
  }

  /** The unit of what the test was to change. */
  static Unit unit(Source source, Row row) {
    return source.unit(row.text("metric").endsWith("_minor") ? "minor" : "count");
  }

  /** A value with its interval, in which an end may be without a limit. */
  static String interval(Row row, String value, Notation notation) {
    return row.get(value) == null
        ? Format.NONE
        : notation.text(row.get(value)) + " (" + ends(row, value + "_", notation) + ")";
  }

  /**
   * The ends of an interval.
   *
   * @param prefix of the columns {@code lower} and {@code upper}
   */
  static String ends(Row row, String prefix, Notation notation) {
    Object lower = row.get(prefix + "lower");
    Object upper = row.get(prefix + "upper");
    if (lower == null && upper == null) {
      return "no limits";
    }
    return lower == null
        ? "at most " + notation.text(upper)
        : upper == null
            ? "at least " + notation.text(lower)
            : notation.text(lower) + " to " + notation.text(upper);
  }
}
