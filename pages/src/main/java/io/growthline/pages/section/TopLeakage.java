package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.GridState;
import io.growthline.pages.grid.ListedRows;
import java.util.List;

/** The kinds of leakage that lose most. */
public final class TopLeakage implements Section {
  private static final int MOST = 5;

  @Override
  public String id() {
    return "leakage";
  }

  @Override
  public String title() {
    return "Money lost";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(Leakage.finding(source)),
        Grid.of(
                "leakage",
                title(),
                new ListedRows(
                    Leakage.kinds(source).read(source, GridState.ALL, List.of(), MOST).rows()),
                List.of(
                    Column.of("kind", "Kind", Format.TITLE)
                        .linked(
                            row ->
                                "/finance?leakage-findings.kind=" + row.text("kind") + "#leakage"),
                    Column.drawn("Share of all leakage as a bar", Leakage::bar),
                    Column.of("amount_minor", "Amount", source.amounts().whole()),
                    Column.of("recent_minor", "In 90 days", source.amounts().whole())))
            .orElse("No money is known to be lost."));
  }
}
