package io.growthline.pages.section;

import io.growthline.domain.release.ReleaseDecisions;
import io.growthline.pages.Block;
import io.growthline.pages.Details;
import io.growthline.pages.Html;
import io.growthline.pages.Markdown;
import io.growthline.pages.Names;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Grid;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The decision on one change: what may be done, why, and each gate with its evidence.
 *
 * @param row of {@code marts.release_decisions}
 */
record DecisionCard(Row row) implements Block {
  /** What packs are offered as, by their ending. */
  private static final Map<String, String> PACKS =
      new TreeMap<>(Map.of("html", "HTML", "md", "Markdown", "xlsx", "Excel"));

  @Override
  public String html(Source source) {
    return head() + gates().html(source) + packs();
  }

  @Override
  public String printed(Source source) {
    return head() + gates().printed(source);
  }

  @Override
  public String markdown(Source source) {
    return "### %s\n\n**%s** %s\n\n%s"
        .formatted(
            Markdown.text(title()),
            Markdown.text(DecisionWords.decision(row.text("decision"))),
            Markdown.text(row.text("what") + " " + row.text("reason")),
            gates().markdown(source));
  }

  private String title() {
    return isRun() ? "This run" : Names.title(row.text("change_id"));
  }

  private boolean isRun() {
    return row.text("change_id").equals(ReleaseDecisions.THIS_RUN);
  }

  private String head() {
    return "<h3>%s</h3><p class=\"release\">%s %s</p><p>%s Owner: %s. %s</p>"
        .formatted(
            Html.escape(title()),
            DecisionWords.pill(row.text("decision")),
            Html.escape(DecisionWords.decision(row.text("decision"))),
            Html.escape(row.text("what")),
            Html.escape(Names.words(row.text("owner"))),
            Html.escape(row.text("reason")));
  }

  private Details gates() {
    return new Details(
        "%s: %d of %d gates pass, %d withheld"
            .formatted(
                title(),
                (long) row.number("passed"),
                (long) row.number("gates"),
                (long) row.number("withheld")),
        List.of(
            Grid.of(
                "decisions-" + row.text("change_id").replace('_', '-'),
                "Gates of " + title(),
                DecisionWords.gates(row),
                DecisionWords.GATES)));
  }

  private String packs() {
    return isRun()
        ? ""
        : PACKS.entrySet().stream()
            .map(
                pack ->
                    "<a href=\"/decisions/%s/pack.%s\" download>%s</a>"
                        .formatted(
                            Html.escape(row.text("change_id")), pack.getKey(), pack.getValue()))
            .collect(Collectors.joining(" · ", "<p class=\"sub\">Decision pack: ", "</p>"));
  }
}
