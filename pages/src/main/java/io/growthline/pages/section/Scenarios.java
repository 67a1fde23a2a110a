package io.growthline.pages.section;

import io.growthline.pages.Amounts;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.List;

/** The best and the worst prices by margin. */
public final class Scenarios implements Section {
  private static final int SHOWN = 3;

  @Override
  public String id() {
    return "scenarios";
  }

  @Override
  public String title() {
    return "Pricing scenarios";
  }

  @Override
  public List<Block> blocks(Source source) {
    Amounts amounts = source.amounts();
    List<Row> usable = usable(source);
    List<Row> shown = new ArrayList<>();
    int each = Math.min(SHOWN, usable.size() / 2);
    for (int i = 0; i < each; i++) {
      shown.add(labelled("Best " + (i + 1), usable.get(i)));
    }
    for (int i = each; i > 0; i--) {
      shown.add(labelled("Worst " + i, usable.get(usable.size() - i)));
    }
    Grid grid =
        Grid.of(
            "scenarios",
            title(),
            new ListedRows(shown),
            List.of(
                Column.of("label", "Scenario", Format.TEXT),
                Column.of("segment", "Segment", Format.TITLE),
                Column.of("price_minor", "Price", amounts.exact()),
                Column.of("incentive_minor", "Incentive", amounts.exact()),
                Column.of("conversion", "Conversion", Format.PERCENT),
                Column.of("revenue_minor", "Revenue, 12 months", amounts.whole()),
                Column.of("margin_minor", "Margin", amounts.whole()),
                Column.composed("90% interval", row -> interval(amounts, row))));
    return List.of(
        new Sentence(
            summary(source)
                + " Best and worst by margin within the guardrails; analysis, not a decision."),
        grid.orElse("No scenario can be ranked."));
  }

  /** Usable scenarios by margin, over all segments together when there are such. */
  private static List<Row> usable(Source source) {
    return source.query(
        "SELECT * FROM marts.pricing_scenarios WHERE verdict = 'ok' AND margin_minor IS NOT NULL"
            + " AND (segment = 'all' OR NOT EXISTS (SELECT 1 FROM marts.pricing_scenarios"
            + " WHERE verdict = 'ok' AND margin_minor IS NOT NULL AND segment = 'all'))"
            + " ORDER BY margin_minor DESC, segment, price_minor, incentive_minor");
  }

  private static Row labelled(String label, Row row) {
    List<String> columns = new ArrayList<>(List.of("label"));
    columns.addAll(row.columns());
    List<Object> values = new ArrayList<>(List.of(label));
    values.addAll(row.values());
    return new Row(columns, values);
  }

  private static String interval(Amounts amounts, Row row) {
    return amounts.whole().text(row.get("margin_lower_minor"))
        + " to "
        + amounts.whole().text(row.get("margin_upper_minor"));
  }

  private static String summary(Source source) {
    Row count =
        source
            .query(
                "SELECT COUNT(*) AS computed, SUM(CASE WHEN verdict = 'ok' THEN 0 ELSE 1 END) AS"
                    + " refused, MAX(excluded_vulnerable) AS protected FROM marts.pricing_scenarios")
            .get(0);
    return count.number("computed") == 0
        ? "There are no scenarios: no offers were seen at different prices."
        : "%s scenarios were computed; %s are withheld or uncertain, and up to %s vulnerable customers are left out of each."
            .formatted(
                Format.COUNT.text(count.get("computed")),
                Format.COUNT.text(count.get("refused")),
                Format.COUNT.text(count.get("protected")));
  }
}
