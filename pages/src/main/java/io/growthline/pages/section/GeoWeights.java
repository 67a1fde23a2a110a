package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.chart.Bar;
import io.growthline.pages.chart.Chart;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;

/** Regions by what they add: treated ones by their effect, others by their weight. */
public final class GeoWeights implements Section {
  @Override
  public String id() {
    return "geo-regions";
  }

  @Override
  public String title() {
    return "Regions";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> rows =
        source.query(
            "SELECT * FROM marts.geo_regions WHERE method = @method ORDER BY test_id, metric,"
                + " CASE role WHEN 'treated' THEN 0 WHEN 'neighbour' THEN 1 ELSE 2 END,"
                + " weight DESC, effect DESC, region",
            Map.of("method", GeoRows.DRAWN));
    return List.of(
        new Sentence(
            "The effect in each region alone, and the weight of those compared with. Effects in"
                + " regions that were not treated show what chance does."),
        Grid.of(
                "geo-regions",
                title(),
                new ListedRows(rows),
                List.of(
                    Column.of("test_id", "Test", Format.TITLE),
                    Column.of("region", "Region", Format.TEXT).over("role", Format.TEXT),
                    Column.number(
                        "effect",
                        "Effect a day",
                        row -> GeoRows.unit(source, row).text(row.get("effect"))),
                    Column.composed(
                        "90% interval",
                        row -> GeoRows.ends(row, "", GeoRows.unit(source, row).notation())),
                    Column.of("weight", "Weight", Format.PERCENT),
                    Column.drawn("Drawn", GeoWeights::weight)))
            .orElse(GeoRows.NOT_READ));
  }

  private static Chart weight(Row row) {
    return row.get("weight") == null
        ? () -> ""
        : new Bar(
            row.number("weight"),
            "accent",
            "Weight of %s: %s"
                .formatted(row.text("region"), Format.PERCENT.text(row.get("weight"))));
  }
}
