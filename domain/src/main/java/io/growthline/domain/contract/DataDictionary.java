package io.growthline.domain.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes the contracts as a Markdown document for analysts. */
public final class DataDictionary {
  private DataDictionary() {}

  /** The dictionary of these tables, in the order of their datasets. */
  public static String of(List<? extends TableSpec<?>> tables) {
    StringBuilder text =
        new StringBuilder(
            """
            # Data dictionary

            Generated from the contract records; do not edit. Money is whole minor units (pence), \
            times are UTC, ids are text. Columns marked PII identify a person.

            """);
    for (TableSpec<?> table : tables) {
      text.append("- [")
          .append(table.id())
          .append("](#")
          .append(anchor(table))
          .append("): ")
          .append(table.description())
          .append('\n');
    }
    String dataset = "";
    for (TableSpec<?> table : tables) {
      if (!table.dataset().equals(dataset)) {
        dataset = table.dataset();
        text.append("\n## Dataset ").append(dataset).append('\n');
      }
      append(table, text);
    }
    return text.toString();
  }

  private static void append(TableSpec<?> table, StringBuilder text) {
    text.append("\n### ").append(table.id()).append("\n\n").append(table.description());
    text.append("\n\n- One row: ").append(table.grain());
    text.append("\n- Key: ").append(names(table.key()));
    table.partition().ifPresent(p -> text.append("\n- Partitioned by day of: `" + p + "`"));
    table.keepDays().ifPresent(d -> text.append("\n- Kept in BigQuery for: " + d + " days"));
    table
        .freshDays()
        .ifPresent(
            d -> text.append("\n- Fresh while the newest row is at most " + d + " days old"));
    if (!table.cluster().isEmpty()) {
      text.append("\n- Clustered by: ").append(names(table.cluster()));
    }
    text.append("\n\n| column | type | null | meaning |\n|---|---|---|---|\n");
    for (ColumnSpec column : table.columns()) {
      text.append("| `" + column.name() + "` | " + column.type() + " | ")
          .append(column.nullable() ? "yes" : "no")
          .append(" | ")
          .append(cell(meaning(column)))
          .append(" |\n");
    }
  }

  private static String meaning(ColumnSpec column) {
    List<String> parts = new ArrayList<>();
    parts.add(column.description());
    if (!column.unit().isEmpty()) {
      parts.add("Unit: " + column.unit() + ".");
    }
    if (!column.allowed().isEmpty()) {
      parts.add("One of " + names(column.allowed()) + ".");
    }
    if (column.min() != Double.NEGATIVE_INFINITY) {
      parts.add("At least " + number(column.min()) + ".");
    }
    if (column.max() != Double.POSITIVE_INFINITY) {
      parts.add("At most " + number(column.max()) + ".");
    }
    if (!column.notBefore().equals(LocalDate.MIN)) {
      parts.add("Not before " + column.notBefore() + ".");
    }
    if (!column.notAfter().equals(LocalDate.MAX)) {
      parts.add("Not after " + column.notAfter() + ".");
    }
    if (column.expectZero()) {
      parts.add("Monitoring warns unless 0.");
    }
    if (!column.references().isEmpty()) {
      parts.add("Points at `" + column.references() + "`.");
    }
    if (column.pii()) {
      parts.add("**PII.**");
    }
    return String.join(" ", parts);
  }

  private static String names(List<String> names) {
    return "`" + String.join("`, `", names) + "`";
  }

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  // The anchor that GitHub gives to a heading: dots vanish.
  private static String anchor(TableSpec<?> table) {
    return table.id().replace(".", "");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
