package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.chart.Chart;
import io.growthline.pages.chart.Whisker;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How acceptance follows the price, by segment. */
public final class Elasticity implements Section {

  @Override
  public String id() {
    return "elasticity";
  }

  @Override
  public String title() {
    return "Price elasticity";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> rows = source.query("SELECT * FROM marts.price_elasticity ORDER BY segment");
    double from = Math.min(0, ends(rows).min().orElse(-1));
    double to = Math.max(0, ends(rows).max().orElse(1));
    return List.of(
        new Sentence(
            "Change of acceptance in percent when the price rises by one percent, with its 90%"
                + " interval."),
        Grid.of(
                "elasticity",
                title(),
                new ListedRows(rows),
                List.of(
                    Column.of("segment", "Segment", Format.TITLE),
                    Column.of("elasticity", "Elasticity", Format.DECIMAL_2),
                    Column.composed("90% interval", Elasticity::interval),
                    Column.drawn("Drawn", row -> whisker(row, from, to)),
                    Column.of("verdict", "Verdict", Format.STATUS),
                    Column.of("verdict_reason", "Note", Format.SENTENCE)))
            .orElse("No offers were seen, so nothing is known about prices."));
  }

  private static DoubleStream ends(List<Row> rows) {
    return rows.stream()
        .flatMap(row -> Stream.of(row.get("elasticity"), row.get("lower"), row.get("upper")))
        .filter(Objects::nonNull)
        .mapToDouble(Row::toNumber);
  }

  private static boolean known(Row row) {
    return Stream.of("elasticity", "lower", "upper").allMatch(key -> row.get(key) != null);
  }

  private static String interval(Row row) {
    return known(row)
        ? Format.DECIMAL_2.text(row.get("lower")) + " to " + Format.DECIMAL_2.text(row.get("upper"))
        : Format.NONE;
  }

  private static Chart whisker(Row row, double from, double to) {
    return known(row)
        ? new Whisker(
            row.number("lower"),
            row.number("elasticity"),
            row.number("upper"),
            from,
            to,
            "90% interval " + interval(row))
        : () -> "";
  }
}
