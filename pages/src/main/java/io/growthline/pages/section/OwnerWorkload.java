package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import java.util.List;
import java.util.Map;

/** How much each owner has to do, and could do. */
public final class OwnerWorkload implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT owner, SUM(customers) AS customers, SUM(cost_minor) AS cost_minor,"
              + " SUM(net_minor) AS net_minor, MAX(bound) AS bound, MAX(unused) AS unused,"
              + " MAX(left_out) AS left_out"
              + " FROM (SELECT owner, 1 AS customers, expected_cost_minor AS cost_minor,"
              + " expected_value_minor AS net_minor, NULL AS bound, NULL AS unused, 0 AS left_out"
              + " FROM scores.action_plan WHERE arm = 'treated' UNION ALL"
              + " SELECT SUBSTR(name, LENGTH('owner ') + 1) AS owner, 0, 0, 0, bound,"
              + " remaining AS unused, left_out FROM scores.plan_limits"
              + " WHERE kind = 'owner_capacity') AS work GROUP BY owner",
          "customers DESC, owner",
          Map.of());

  @Override
  public String id() {
    return "workload";
  }

  @Override
  public String title() {
    return "Workload of owners";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence("Capacity in contacts of one plan. Without one, an owner does whatever pays."),
        Grid.of(
                "workload",
                title(),
                ROWS,
                List.of(
                    Column.of("owner", "Owner", Format.TITLE)
                        .linked(
                            row ->
                                "/actions?queue.owner="
                                    + Links.encoded(row.text("owner"))
                                    + "#queue"),
                    Column.of("customers", "Customers", Format.COUNT),
                    Column.of("cost_minor", "Expected cost", source.amounts().whole()),
                    Column.of("net_minor", "Expected value", source.amounts().whole()),
                    Column.of("bound", "Capacity", Format.COUNT),
                    Column.of("unused", "Left", Format.COUNT),
                    Column.of("left_out", "Kept out by it", Format.COUNT)))
            .orElse("No owner has anything to do."));
  }
}
