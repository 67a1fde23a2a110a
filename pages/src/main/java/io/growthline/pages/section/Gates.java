package io.growthline.pages.section;

import io.growthline.domain.monitoring.CheckStatus;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Names;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What must hold before anyone relies on a run. */
public final class Gates implements Section {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)+");

  /** What a gate can say. */
  public static final List<String> VERDICTS = new CheckStatus.Any().get();

  /** What blocks first; what could not be judged before what passes. */
  public static final String ORDER =
      "CASE verdict WHEN 'fail' THEN 1 WHEN 'warn' THEN 2 WHEN 'withheld' THEN 3 ELSE 4 END, gate";

  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT * FROM monitoring.release_gates WHERE gate <> 'overall'", ORDER, Map.of());

  /**
   * The worst of all gates.
   *
   * @param withheld gates that could not be judged
   */
  public record Overall(String verdict, String explanation, long withheld) {
    /** The verdict in words, with how much of it is missing. */
    public String words() {
      return withheld == 0
          ? verdict
          : "%s, with %d gate%s withheld".formatted(verdict, withheld, withheld == 1 ? "" : "s");
    }
  }

  @Override
  public String id() {
    return "gates";
  }

  @Override
  public String title() {
    return "Release gates";
  }

  @Override
  public Place place() {
    return Place.MAIN;
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(
            "What must hold before anyone relies on this run. " + overall(source).explanation()),
        grid("gates", ROWS).inPagesOf(6).orElse("Monitoring has not run yet."));
  }

  /** Gates as a table; shared with the page of the models. */
  static Grid grid(String id, SqlRows rows) {
    return Grid.of(
        id,
        "Release gates",
        rows,
        List.of(
            Column.of("gate", "Gate", Format.GATE),
            Column.of("verdict", "Verdict", Format.STATUS),
            Column.of("explanation", "Result", Format.SENTENCE),
            Column.of("withheld_because", "Withheld because", Format.TEXT),
            Column.of("threshold", "Rule", Format.TEXT),
            Column.of("false_alarm_rate", "False alarms at most", Format.PERCENT)));
  }

  /** The verdict on the whole run; {@code none} when nothing was judged. */
  public static Overall overall(Source source) {
    return source
        .query(
            "SELECT verdict, explanation, (SELECT COUNT(*) FROM monitoring.release_gates WHERE"
                + " verdict = 'withheld') AS withheld FROM monitoring.release_gates WHERE gate ="
                + " 'overall'")
        .stream()
        .findFirst()
        .map(Gates::overall)
        .orElse(new Overall("none", "Monitoring has not run yet.", 0));
  }

  /** The overall gate lists others by their names; readers get their titles. */
  private static Overall overall(Row row) {
    return new Overall(
        row.text("verdict"),
        NAME.matcher(row.text("explanation")).replaceAll(m -> Names.gate(m.group())),
        (long) row.number("withheld"));
  }
}
