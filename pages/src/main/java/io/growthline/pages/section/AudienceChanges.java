package io.growthline.pages.section;

import io.growthline.domain.decision.AudienceChange;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;

/** Who joins and who leaves those contacted, against the plan before. */
public final class AudienceChanges implements Section {
  private static final SqlRows ROWS =
      new SqlRows("SELECT * FROM scores.audience_changes", "change, customer_id", Map.of());

  @Override
  public String id() {
    return "audience";
  }

  @Override
  public String title() {
    return "Since the plan before";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(finding(source)),
        Grid.of(
                "audience",
                "Customers who joined, left or moved",
                ROWS,
                List.of(
                    Column.of("customer_id", "Customer", Format.TEXT).linked(Customers::address),
                    Column.of("change", "Change", Format.STATUS),
                    Column.of("action", "Action now", Format.TITLE),
                    Column.of("previous_action", "Action before", Format.TITLE),
                    Column.words(
                        "reason",
                        "Why it ended",
                        row ->
                            row.get("reason") == null
                                ? Format.NONE
                                : RejectionWords.of(row.get("reason")))))
            .filteredBy(Filter.allowed(AudienceChange.class, "change", "Change"))
            .inPagesOf(10)
            .orElse("Nobody joined, left or moved."));
  }

  private static String finding(Source source) {
    Row count =
        source
            .query(
                "SELECT COUNT(*) AS changes, MAX(previous_as_of) AS previous,"
                    + " SUM(CASE WHEN change = 'joined' THEN 1 ELSE 0 END) AS joined,"
                    + " SUM(CASE WHEN change = 'left' THEN 1 ELSE 0 END) AS departed,"
                    + " SUM(CASE WHEN change = 'moved' THEN 1 ELSE 0 END) AS moved"
                    + " FROM scores.audience_changes")
            .get(0);
    if (count.number("changes") == 0) {
      return "Nothing has changed since the plan before, or there is no plan.";
    }
    return count.get("previous") == null
        ? "This is the first plan: all %s customers join."
            .formatted(Format.COUNT.text(count.get("joined")))
        : "Since the plan of %s, %s customers joined those contacted, %s left and %s get another action."
            .formatted(
                Format.DAY.text(count.get("previous")),
                Format.COUNT.text(count.get("joined")),
                Format.COUNT.text(count.get("departed")),
                Format.COUNT.text(count.get("moved")));
  }
}
