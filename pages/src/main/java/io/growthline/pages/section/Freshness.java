package io.growthline.pages.section;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which tables are later than their contracts promise. */
public final class Freshness implements Section {
  private static final Map<String, Integer> PROMISED_DAYS =
      Contracts.all().stream()
          .filter(table -> table.freshDays().isPresent())
          .collect(Collectors.toMap(TableSpec::id, table -> table.freshDays().getAsInt()));

  @Override
  public String id() {
    return "freshness";
  }

  @Override
  public String title() {
    return "Freshness";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> promised =
        source
            .query(
                "SELECT table_name, freshness, business_risk FROM monitoring.data_quality_scores"
                    + " ORDER BY freshness, table_name")
            .stream()
            .filter(row -> PROMISED_DAYS.containsKey(row.text("table_name")))
            .toList();
    if (promised.isEmpty()) {
      return List.of(new Sentence("No table that promises to be fresh has been judged yet."));
    }
    List<Row> late =
        promised.stream().filter(row -> row.number("freshness") < 1).map(Freshness::late).toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Sentence(words(promised, late.size())));
    if (!late.isEmpty()) {
      blocks.add(
          Grid.of(
                  "freshness",
                  "Late tables",
                  new ListedRows(late),
                  List.of(
                      Column.of("table_name", "Table", Format.CODE),
                      Column.number(
                          "age_days", "Newest row", row -> days(row.number("age_days")) + " old"),
                      Column.number(
                          "promised_days", "Promised", row -> days(row.number("promised_days"))),
                      Column.of("business_risk", "Business risk", Format.SENTENCE)))
              .inPagesOf(5));
    }
    return blocks;
  }

  private static String words(List<Row> promised, int late) {
    List<String> unknown =
        promised.stream()
            .filter(row -> row.get("freshness") == null)
            .map(row -> row.text("table_name"))
            .toList();
    int judged = promised.size() - unknown.size();
    return (late == 0
            ? "All %d tables that promise to be fresh, and have rows, are.".formatted(judged)
            : "%d of %d tables that promise to be fresh are late.".formatted(late, judged))
        + (unknown.isEmpty()
            ? ""
            : " Without rows, nothing can be said of " + String.join(", ", unknown) + ".");
  }

  /** A late table's score is the promised days over the age of its newest row. */
  private static Row late(Row row) {
    long promised = PROMISED_DAYS.get(row.text("table_name"));
    return new Row(
        List.of("table_name", "promised_days", "age_days", "business_risk"),
        Arrays.asList(
            row.get("table_name"),
            promised,
            Math.round(promised / row.number("freshness")),
            row.get("business_risk")));
  }

  private static String days(double count) {
    return Format.COUNT.text(count) + (count == 1 ? " day" : " days");
  }
}
