package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Drawing;
import io.growthline.pages.HandMade;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.chart.LineChart;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.List;

/** What the plan would bring with another budget. */
public final class BudgetCurve implements Section {
  @Override
  public String id() {
    return "budget";
  }

  @Override
  public String title() {
    return "Other budgets";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> points = source.query("SELECT * FROM scores.budget_curve ORDER BY budget_minor");
    if (points.isEmpty()) {
      return List.of(new Sentence("Without a plan there is no budget to compare with others."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Sentence(finding(source, points)));
    blocks.add(
        new Drawing(
            "",
            new LineChart(
                "Expected net by budget",
                points.stream().map(row -> point(source, row)).toList(),
                source.unit("minor")),
            "Expected net by budget, within all other limits: an upper bound. The budget of the policy is marked."));
    if (points.size() > 1) {
      blocks.add(new HandMade(BudgetSlider.html(source, points)));
    }
    blocks.add(grid(source, points));
    return blocks;
  }

  private Grid grid(Source source, List<Row> points) {
    double major = source.tables().money().minorPerMajor();
    return Grid.of(
            "budget",
            title(),
            new ListedRows(points),
            List.of(
                Column.of("budget_minor", "Budget", source.amounts().whole()),
                Column.of("net_minor", "Expected net", source.amounts().whole()),
                Column.number(
                    "shadow_price",
                    source.amounts().exact().text(major) + " more brings",
                    row -> source.amounts().exact().text(major * row.number("shadow_price"))),
                Column.words(
                    "is_policy", "Chosen by", row -> row.flag("is_policy") ? "policy" : "")))
        .inPagesOf(points.size());
  }

  private static String finding(Source source, List<Row> points) {
    return points.stream()
        .filter(row -> row.flag("is_policy"))
        .findFirst()
        .map(
            row ->
                "With the budget of %s at most %s net can be expected. %s"
                    .formatted(
                        source.amounts().whole().text(row.get("budget_minor")),
                        source.amounts().whole().text(row.get("net_minor")),
                        PlanSummary.shadowPrice(source, row)))
        .orElse("The budget of the policy is not among those that were compared.");
  }

  private static LineChart.Point point(Source source, Row row) {
    double net = row.number("net_minor");
    return new LineChart.Point(
        source.amounts().brief().text(row.get("budget_minor")),
        net,
        net,
        net,
        row.flag("is_policy"));
  }
}
