package io.growthline.pages.grid;

import io.growthline.warehouse.Row;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** CSV as RFC 4180 describes it. */
public final class Csv {
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");
  private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");

  private Csv() {}

  /** Rows that share their columns; empty without rows. */
  public static String of(List<Row> rows) {
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
    if (value instanceof String && FORMULA.matcher(text).find()) {
      text = "'" + text;
    }
    return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
