package io.growthline.cloudrun.dashboard;

import io.growthline.cloudrun.data.Row;
import java.util.List;
import java.util.stream.Collectors;

/** CSV as RFC 4180 describes it. */
final class Csv {
  private Csv() {}

  static String of(List<Row> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    StringBuilder csv = new StringBuilder(line(rows.get(0).columns()));
    rows.forEach(row -> csv.append(line(row.values())));
    return csv.toString();
  }

  private static String line(List<?> values) {
    return values.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    // A text that a spreadsheet would run as a formula is made a plain text.
    if (value instanceof String && text.matches("^[=+\\-@\\t\\r].*")) {
      text = "'" + text;
    }
    return text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
