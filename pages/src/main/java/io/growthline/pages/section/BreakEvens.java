package io.growthline.pages.section;

import io.growthline.domain.decision.BreakEven;
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

/** From where on each action pays. */
public final class BreakEvens implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT b.*, CASE WHEN churn_at_zero IS NULL THEN 'never pays'"
              + " WHEN mean_churn > churn_at_zero THEN 'pays' ELSE 'does not pay' END AS verdict"
              + " FROM scores.break_even AS b",
          "action, CASE value_band WHEN 'high' THEN 1 WHEN 'medium' THEN 2 WHEN 'low' THEN 3"
              + " ELSE 4 END",
          Map.of());

  @Override
  public String id() {
    return "break-even";
  }

  @Override
  public String title() {
    return "From where on actions pay";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(
            "Of customers whom an action fits: the chance of leaving, and the share of leavers kept,"
                + " from which on it brings more than it costs. A dash means that none is enough."),
        Grid.of(
                "break-even",
                title(),
                ROWS,
                List.of(
                    Column.of("action", "Action", Format.TITLE),
                    Column.of("value_band", "Value", Format.RANK),
                    Column.of("customers", "Customers", Format.COUNT),
                    Column.of("mean_value_minor", "Mean value", source.amounts().whole()),
                    Column.of("churn_at_zero", "Pays from a chance of", Format.PERCENT),
                    Column.of("mean_churn", "Mean chance", Format.PERCENT),
                    Column.of("success_at_zero", "Pays from a success of", Format.PERCENT),
                    Column.of("success", "Success taken", Format.PERCENT),
                    Column.of("verdict", "On average", Format.STATUS)))
            .filteredBy(Filter.allowed(BreakEven.class, "value_band", "Value"))
            .orElse("No action fits a customer whose value is known."));
  }
}
