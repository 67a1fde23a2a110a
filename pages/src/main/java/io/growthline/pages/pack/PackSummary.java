package io.growthline.pages.pack;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.MissingPageException;
import io.growthline.pages.Names;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.section.DecisionWords;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The decision on the change whose id is in the path, in words. */
final class PackSummary implements Section {
  @Override
  public String id() {
    return "summary";
  }

  @Override
  public String title() {
    return "Summary";
  }

  @Override
  public List<Block> blocks(Source source) {
    return lines(source).stream().<Block>map(Sentence::new).toList();
  }

  /** One sentence or two a line. */
  static List<String> lines(Source source) {
    Row row = decision(source);
    List<String> lines = new ArrayList<>();
    lines.add(row.text("what"));
    lines.add(DecisionWords.decision(row.text("decision")) + " " + row.text("reason"));
    lines.add(
        "%d of %d gates pass, %d are withheld. Owner: %s. As of %s."
            .formatted(
                (long) row.number("passed"),
                (long) row.number("gates"),
                (long) row.number("withheld"),
                Names.words(row.text("owner")),
                Format.DAY.text(row.get("as_of"))));
    PackSheets.IMPACT.all(source).stream().map(PackSummary::impact).forEach(lines::add);
    return lines;
  }

  /** The title of the pack. */
  static String finding(Source source) {
    Row row = decision(source);
    return "%s: %s"
        .formatted(Names.title(row.text("change_id")), row.text("decision").replace('_', ' '));
  }

  private static String impact(Row row) {
    String name = Names.title(row.text("metric"));
    if (row.get("effect") == null) {
      return "%s: no effect can be told. %s"
          .formatted(name, row.get("verdict_reason") == null ? "" : row.text("verdict_reason"))
          .strip();
    }
    return "%s: %s with the change, %s without; an effect of %s (%s to %s), %s."
        .formatted(
            name,
            number(row, "mean"),
            number(row, "control_mean"),
            number(row, "effect"),
            number(row, "lower"),
            number(row, "upper"),
            row.text("verdict"));
  }

  private static String number(Row row, String key) {
    return Format.DECIMAL_4.text(row.get(key));
  }

  private static Row decision(Source source) {
    String id = source.path().get(DecisionPack.ID);
    return source
        .query(
            "SELECT * FROM marts.release_decisions WHERE change_id = @change", Map.of("change", id))
        .stream()
        .findFirst()
        .orElseThrow(() -> new MissingPageException("There is no change " + id));
  }
}
