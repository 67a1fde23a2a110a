package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Drawing;
import io.growthline.pages.Format;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.chart.Spread;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.List;

/** How the effect stands out from those in regions that were not treated. */
public final class GeoChance implements Section {
  @Override
  public String id() {
    return "geo-chance";
  }

  @Override
  public String title() {
    return "What chance does";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Block> blocks = new ArrayList<>();
    GeoRows.drawn(source, "geo_placebos", "effect, region")
        .forEach((test, sets) -> blocks.addAll(spread(source, test, sets)));
    return blocks.isEmpty() ? List.of(new Sentence(GeoRows.NOT_READ)) : blocks;
  }

  private static List<Block> spread(Source source, String test, List<Row> sets) {
    long larger = sets.stream().filter(row -> !row.flag("treated") && asLarge(row, sets)).count();
    String found =
        "%s of %s sets of regions that were not treated stand out as much, by the size of the effect over the error before."
            .formatted(Format.COUNT.text(larger), Format.COUNT.text(sets.size() - 1L));
    return List.of(
        new Drawing(
            test,
            new Spread(
                test + ": effects in treated regions and in others",
                sets.stream()
                    .map(
                        row ->
                            new Spread.Value(
                                row.text("region"), row.number("effect"), row.flag("treated")))
                    .toList(),
                GeoRows.unit(source, sets.get(0))),
            "Effects in sets of as many regions, the smallest first; that of the treated ones has the other colour."),
        new Sentence(found));
  }

  private static boolean asLarge(Row row, List<Row> sets) {
    return sets.stream()
        .filter(set -> set.flag("treated"))
        .allMatch(treated -> row.number("ratio") >= treated.number("ratio"));
  }
}
