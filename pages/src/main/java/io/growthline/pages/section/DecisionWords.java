package io.growthline.pages.section;

import io.growthline.pages.Format;
import io.growthline.pages.Html;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;

/** How decisions on changes and their gates are written. */
public final class DecisionWords {
  /** What holds a change back most comes first. */
  public static final String GATE_ORDER =
      "CASE allows WHEN 'block' THEN 1 WHEN 'needs_human_review' THEN 2 WHEN 'experiment_only'"
          + " THEN 3 WHEN 'limited_rollout' THEN 4 ELSE 5 END, gate";

  /** Gates of a change, as people see them. */
  public static final List<Column> GATES =
      List.of(
          Column.of("gate", "Gate", Format.GATE),
          pill("status", "Says"),
          Column.of("allows", "Allows", Format.TITLE),
          Column.of("reason", "Because", Format.SENTENCE),
          Column.of("threshold", "Thresholds", Format.TEXT),
          Column.of("evidence_table", "Evidence", Format.CODE),
          Column.of("evidence_key", "Row", Format.TEXT));

  private DecisionWords() {}

  /** The decision as an instruction. */
  public static String decision(String decision) {
    return switch (decision) {
      case "ship" -> "Ship: give it to everybody.";
      case "limited_rollout" -> "Limited rollout: give it to some, and watch.";
      case "experiment_only" -> "Experiment only: the evidence does not suffice.";
      case "needs_human_review" -> "Needs human review: a person must decide.";
      case "block" -> "Block: give it to nobody.";
      default -> Format.TITLE.text(decision);
    };
  }

  /** A decision or a status as a coloured pill. */
  public static String pill(String word) {
    String tone =
        switch (word) {
          case "ship", "pass" -> "good";
          case "block" -> "bad";
          case "withheld", "experiment_only" -> "inconclusive";
          default -> "warn";
        };
    return "<span class=\"pill %s\">%s</span>".formatted(tone, Html.escape(words(word)));
  }

  private static String words(String word) {
    return word.replace('_', ' ');
  }

  private static Column pill(String key, String title) {
    return new Column(
        key, title, false, row -> words(row.text(key)), row -> pill(row.text(key)), true);
  }

  /** Gates of one change. */
  public static SqlRows gates(Row decision) {
    return new SqlRows(
        "SELECT * FROM marts.release_decision_gates WHERE change_id = @change",
        GATE_ORDER,
        Map.of("change", decision.text("change_id")));
  }
}
