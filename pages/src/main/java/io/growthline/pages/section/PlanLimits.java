package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Notation;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import java.util.List;
import java.util.Map;

/** How much of each limit the plan uses, and what more of it would bring. */
public final class PlanLimits implements Section {
  @Override
  public String id() {
    return "limits";
  }

  @Override
  public String title() {
    return "Limits of the plan";
  }

  @Override
  public List<Block> blocks(Source source) {
    Notation exact = source.amounts().exact();
    double major = source.tables().money().minorPerMajor();
    return List.of(
        new Sentence(
            "What is left, and what more would bring while the other limits stay. A reserve is what"
                + " only those it is for may use, and nobody has to; its last figure is what one"
                + " more for all others would bring."),
        grid(
            "limits-money",
            "Budget, reserves and shares",
            "minor",
            source.amounts().whole(),
            Column.number(
                "price",
                exact.text(major) + " more brings",
                row -> exact.text(major * row.number("price")))),
        grid(
            "limits-contacts",
            "Capacities",
            "contacts",
            Format.COUNT,
            Column.of("price", "One more brings", exact)));
  }

  private static Block grid(String id, String title, String unit, Notation notation, Column price) {
    return Grid.of(
            id,
            title,
            new SqlRows(
                "SELECT * FROM scores.plan_limits WHERE unit = '" + unit + "'",
                "kind, name",
                Map.of()),
            List.of(
                Column.of("name", "Limit", Format.TITLE),
                Column.of("bound", "Most", notation),
                Column.of("used", "Used", notation),
                Column.of("remaining", "Left", notation),
                price,
                Column.of("left_out", "Kept out by it", Format.COUNT)))
        .orElse("The policy has no such limit.");
  }
}
