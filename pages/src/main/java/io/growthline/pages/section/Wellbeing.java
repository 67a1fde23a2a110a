package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.List;

/** Signs that life or money may have become harder, and what they may be used for. */
public final class Wellbeing implements Section {
  private static final String NEWEST =
      "SELECT * FROM marts.wellbeing_proxies WHERE month = (SELECT MAX(month) FROM"
          + " marts.wellbeing_proxies) ORDER BY proxy";

  @Override
  public String id() {
    return "wellbeing";
  }

  @Override
  public String title() {
    return "Signs of wellbeing";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> rows = source.query(NEWEST);
    if (rows.isEmpty()) {
      return List.of(
          new Sentence(
              "No customer has had an account for a whole month that the sources describe."));
    }
    Intervals intervals = Intervals.of(rows, "share", row -> row.text("proxy").replace('_', ' '));
    return List.of(
        new Sentence(
            "Shares of customers in %s. A sign is a proxy: it never says that a customer is in"
                    .formatted(Format.MONTH.text(rows.get(0).get("month")))
                + " difficulty, and it serves to offer help, nothing else."),
        Grid.of(
            "wellbeing",
            title(),
            new ListedRows(rows),
            List.of(
                Column.of("proxy", "Sign", Format.TITLE).over("description", Format.SENTENCE),
                Column.of("customers", "Customers", Format.COUNT),
                Column.of("share", "With the sign", Format.PERCENT),
                Intervals.text(),
                intervals.drawn(),
                Column.of("permitted_uses", "May be used to", Format.SENTENCE),
                Column.of("prohibited_uses", "Never for", Format.SENTENCE))));
  }
}
