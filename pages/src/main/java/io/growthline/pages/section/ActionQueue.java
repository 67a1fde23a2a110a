package io.growthline.pages.section;

import io.growthline.domain.decision.ActionPlan;
import io.growthline.pages.Amounts;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import java.util.List;
import java.util.Map;

/** Who is to be contacted, by whom and how. Who is held out is not in it. */
public final class ActionQueue implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT * FROM scores.action_plan WHERE arm = 'treated'",
          "expected_value_minor DESC, customer_id",
          Map.of());

  @Override
  public String id() {
    return "queue";
  }

  @Override
  public String title() {
    return "Who is contacted, by whom";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(
            "The most expected value first; priority is the place in the list of each owner."
                + " Customers who are held out are not listed, because nobody contacts them."),
        Grid.of(
                "queue",
                title(),
                ROWS,
                List.of(
                    Column.of("customer_id", "Customer", Format.TEXT).linked(Customers::address),
                    Column.of("action", "Action", Format.TITLE).over("kind", Format.TEXT),
                    Column.of("owner", "Owner", Format.TITLE),
                    Column.of("channel", "Channel", Format.TITLE),
                    Column.of("segment", "Segment", Format.TITLE),
                    Column.of("value_band", "Value", Format.STATUS),
                    expectedValue(source.amounts()),
                    interval(source.amounts()),
                    Column.of("churn", "Chance of leaving", Format.PERCENT),
                    Column.of("priority", "Priority", Format.COUNT)))
            .filteredBy(
                filter(source, "action", "Action"),
                filter(source, "owner", "Owner"),
                filter(source, "segment", "Segment"),
                Filter.allowed(ActionPlan.class, "value_band", "Value"))
            .inPagesOf(15)
            .orElse("Nobody is to be contacted."));
  }

  static Column expectedValue(Amounts amounts) {
    return Column.of("expected_value_minor", "Expected value", amounts.whole());
  }

  static Column interval(Amounts amounts) {
    return Column.composed(
        "90% interval",
        row ->
            amounts.whole().text(row.get("expected_value_lower_minor"))
                + " to "
                + amounts.whole().text(row.get("expected_value_upper_minor")));
  }

  private static Filter filter(Source source, String column, String title) {
    return new Filter(
        column,
        title,
        source
            .query(
                "SELECT DISTINCT %1$s FROM scores.action_plan WHERE arm = 'treated' ORDER BY %1$s"
                    .formatted(column))
            .stream()
            .map(row -> row.text(column))
            .toList());
  }
}
