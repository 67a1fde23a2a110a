package io.growthline.pages;

import java.util.List;
import java.util.stream.Collectors;

/** Text and tables as Markdown. */
public final class Markdown {
  private Markdown() {}

  /** On one line. */
  public static String text(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }

  /**
   * A table.
   *
   * @param titles of the columns
   * @param numeric for each column whether it holds numbers, which are aligned right
   * @param rows cells in the order of the columns
   */
  public static String table(List<String> titles, List<Boolean> numeric, List<List<String>> rows) {
    StringBuilder table = new StringBuilder();
    line(table, titles);
    table.append(
        numeric.stream().map(n -> n ? "---:" : "---").collect(Collectors.joining("|", "|", "|")));
    for (List<String> row : rows) {
      table.append('\n');
      table.append(
          row.stream()
              .map(cell -> " " + text(cell).replace("|", "\\|") + " ")
              .collect(Collectors.joining("|", "|", "|")));
    }
    return table.toString();
  }

  private static void line(StringBuilder table, List<String> titles) {
    table
        .append(titles.stream().map(t -> " " + t + " ").collect(Collectors.joining("|", "|", "|")))
        .append('\n');
  }
}
