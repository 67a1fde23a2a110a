package io.growthline.pages.grid;

import io.growthline.pages.Html;
import io.growthline.pages.Notation;
import io.growthline.pages.chart.Chart;
import io.growthline.warehouse.Row;
import java.util.function.Function;

/**
 * A column as people see it.
 *
 * @param key column of the rows by which it sorts; empty when it cannot be sorted or searched
 * @param title heading
 * @param numeric whether it is aligned right
 * @param text a cell as plain text
 * @param html a cell as HTML
 * @param inText whether the column says something in words
 */
public record Column(
    String key,
    String title,
    boolean numeric,
    Function<Row, String> text,
    Function<Row, String> html,
    boolean inText) {

  /** Values of one column of the rows. */
  public static Column of(String key, String title, Notation notation) {
    return new Column(
        key,
        title,
        notation.numeric(),
        row -> notation.text(row.get(key)),
        row -> notation.html(row.get(key)),
        true);
  }

  /** Numbers whose format depends on the row; sorted by the column {@code key}. */
  public static Column number(String key, String title, Function<Row, String> text) {
    return new Column(key, title, true, text, row -> Html.escape(text.apply(row)), true);
  }

  /** Words made of several columns of the rows; sorted by the column {@code key}, if any. */
  public static Column words(String key, String title, Function<Row, String> text) {
    return new Column(key, title, false, text, row -> Html.escape(text.apply(row)), true);
  }

  /** Numbers made of several columns of the rows, such as an interval. */
  public static Column composed(String title, Function<Row, String> text) {
    return new Column("", title, true, text, row -> Html.escape(text.apply(row)), true);
  }

  /** A drawing; its title is for those who cannot see it. */
  public static Column drawn(String title, Function<Row, Chart> chart) {
    return new Column("", title, false, row -> "", row -> chart.apply(row).svg(), false);
  }

  /** This column with links to another page. */
  public Column linked(Function<Row, String> address) {
    return new Column(
        key,
        title,
        numeric,
        text,
        row -> "<a href=\"" + Html.escape(address.apply(row)) + "\">" + html.apply(row) + "</a>",
        inText);
  }

  /** This column with a second, quiet line. */
  public Column over(String second, Notation notation) {
    return new Column(
        key,
        title,
        numeric,
        row -> text.apply(row) + " (" + notation.text(row.get(second)) + ")",
        row ->
            html.apply(row)
                + "<br><span class=\"quiet\">"
                + notation.html(row.get(second))
                + "</span>",
        inText);
  }

  public boolean sortable() {
    return !key.isEmpty();
  }

  /** Whether the search looks at it. */
  boolean searchable() {
    return sortable() && !numeric;
  }
}
