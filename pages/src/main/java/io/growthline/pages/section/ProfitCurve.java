package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Drawing;
import io.growthline.pages.Format;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.chart.LineChart;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.List;

/** How many customers it would pay to contact if nothing were shared. */
public final class ProfitCurve implements Section {
  @Override
  public String id() {
    return "profit";
  }

  @Override
  public String title() {
    return "How many to contact";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> points =
        source.query("SELECT * FROM scores.profit_curve ORDER BY customers, threshold DESC");
    if (points.isEmpty()) {
      return List.of(
          new Sentence(
              "No action fits a customer whose value is known, so there is nothing to compare."));
    }
    return List.of(
        new Sentence(finding(source, points)),
        new Drawing(
            "",
            new LineChart(
                "Expected net by number of customers contacted",
                points.stream().map(ProfitCurve::point).toList(),
                source.unit("minor")),
            "Expected net by number of customers, the likeliest to leave first; the optimum is marked."),
        Grid.of(
                "profit",
                title(),
                new ListedRows(points),
                List.of(
                    Column.of("threshold", "Chance at least", Format.PERCENT),
                    Column.of("customers", "Customers", Format.COUNT),
                    Column.of("contacted_value_minor", "Their value", source.amounts().whole()),
                    Column.of("expected_cost_minor", "Cost", source.amounts().whole()),
                    Column.of("net_minor", "Net", source.amounts().whole()),
                    Column.of("marginal_net_minor", "Added", source.amounts().whole()),
                    Column.of("return_on_cost", "Net over cost", Format.DECIMAL_2),
                    Column.words(
                        "is_optimum", "Best", row -> row.flag("is_optimum") ? "optimum" : "")))
            .inPagesOf(8));
  }

  private static String finding(Source source, List<Row> points) {
    return points.stream()
        .filter(row -> row.flag("is_optimum"))
        .findFirst()
        .map(
            row ->
                "Without budget, capacities and shares it would pay most to contact the %s customers whose chance of leaving is at least %s: %s net at a cost of %s."
                    .formatted(
                        Format.COUNT.text(row.get("customers")),
                        Format.PERCENT.text(row.get("threshold")),
                        source.amounts().whole().text(row.get("net_minor")),
                        source.amounts().whole().text(row.get("expected_cost_minor"))))
        .orElse("No number of customers is marked as the best.");
  }

  private static LineChart.Point point(Row row) {
    double net = row.number("net_minor");
    return new LineChart.Point(
        Format.COUNT.text(row.get("customers")), net, net, net, row.flag("is_optimum"));
  }
}
