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

/** Contacts that cost little and pay even when estimates are too high. */
public final class QuickWins implements Section {
  /** What makes a quick win, as filters of the queue. */
  static final Map<String, String> FILTERS = Map.of("effort", "low", "gain", "sure");

  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT * FROM ("
              + ActionQueue.CONTACTS
              + ") AS queue WHERE effort = 'low' AND gain = 'sure'",
          ActionQueue.ORDER,
          Map.of());

  @Override
  public String id() {
    return "quick-wins";
  }

  @Override
  public String title() {
    return "Quick wins";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(
            "Contacts that cost no more than the mean of the plan, and bring more than they cost even"
                + " at the lower end of their 90% interval."),
        Grid.of(
                "quick-wins",
                title(),
                ROWS,
                List.of(
                    Column.of("customer_id", "Customer", Format.TEXT).linked(Customers::address),
                    Column.of("action", "Action", Format.TITLE),
                    Column.of("owner", "Owner", Format.TITLE),
                    Column.of("expected_cost_minor", "Cost", source.amounts().exact()),
                    ActionQueue.expectedValue(source.amounts()),
                    ActionQueue.interval(source.amounts())))
            .inPagesOf(5)
            .orElse("No contact is that cheap and that sure to pay."));
  }
}
