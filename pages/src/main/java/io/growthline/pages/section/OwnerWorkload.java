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

/** How much each owner has to do, and for how many customers capacity is missing. */
public final class OwnerWorkload implements Section {
  // The detail of a rejection for capacity is "owner NAME" or "action NAME".
  private static final String TURNED_AWAY =
      "SELECT CASE WHEN STARTS_WITH(r.detail, 'owner ') THEN SUBSTR(r.detail, 7)"
          + " ELSE COALESCE(o.owner, 'unknown') END AS owner, 0 AS customers, 0 AS cost_minor,"
          + " 0 AS net_minor, 1 AS turned_away FROM scores.action_rejections AS r"
          + " LEFT JOIN (SELECT action, MIN(owner) AS owner FROM scores.action_plan"
          + " GROUP BY action) AS o ON o.action = r.action WHERE r.reason = 'capacity'";

  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT owner, SUM(customers) AS customers, SUM(cost_minor) AS cost_minor,"
              + " SUM(net_minor) AS net_minor, SUM(turned_away) AS turned_away,"
              + " CASE WHEN SUM(turned_away) > 0 THEN 'used up' ELSE 'enough' END AS capacity"
              + " FROM (SELECT owner, 1 AS customers, expected_cost_minor AS cost_minor,"
              + " expected_value_minor AS net_minor, 0 AS turned_away FROM scores.action_plan"
              + " WHERE arm = 'treated' UNION ALL "
              + TURNED_AWAY
              + ") AS work GROUP BY owner",
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
        new Sentence(
            "Capacity is used up where it keeps customers out for whom an action would pay."),
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
                    Column.of("capacity", "Capacity", Format.STATUS),
                    Column.of("turned_away", "Kept out by it", Format.COUNT)))
            .orElse("No owner has anything to do."));
  }
}
