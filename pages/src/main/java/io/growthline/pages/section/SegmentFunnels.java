package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far customers get from signup to their second month, by who they are. */
public final class SegmentFunnels implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT dimension, dimension_value, MAX(CASE WHEN step_number = 1 THEN customers_reaching END)"
              + " AS customers, "
              + Stream.of("activation", "key_action", "paid", "month_1")
                  .map(
                      step ->
                          "MAX(CASE WHEN step = '%1$s' THEN share_of_first END) AS %1$s"
                              .formatted(step))
                  .collect(Collectors.joining(", "))
              + ", MAX(CASE WHEN is_bottleneck THEN step END) AS bottleneck,"
              + " MAX(customers_too_new) AS too_new"
              + " FROM marts.segment_funnel GROUP BY dimension, dimension_value",
          "CASE dimension WHEN 'all' THEN 0 ELSE 1 END, dimension, dimension_value",
          Map.of());

  @Override
  public String id() {
    return "segment-funnel";
  }

  @Override
  public String title() {
    return "From signup to the second month";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(
            "Share of customers who took each step and all before it; who is younger than 60 days"
                + " is left out and counted as too new."),
        Grid.of(
                "segment-funnel",
                title(),
                ROWS,
                List.of(
                    Column.of("dimension_value", "Who", Format.TITLE)
                        .over("dimension", Format.TITLE),
                    Column.of("customers", "Signups", Format.COUNT),
                    Column.of("activation", "Activated", Format.PERCENT),
                    Column.of("key_action", "Key action", Format.PERCENT),
                    Column.of("paid", "Paid", Format.PERCENT),
                    Column.of("month_1", "Month 1", Format.PERCENT),
                    Column.of("bottleneck", "Most lost at", Format.TITLE),
                    Column.of("too_new", "Too new", Format.COUNT)))
            .filteredBy(
                new Filter(
                    "dimension",
                    "By",
                    List.of("all", "signup_channel", "region", "income_segment")))
            .inPagesOf(8)
            .orElse("No customer has signed up yet."));
  }
}
