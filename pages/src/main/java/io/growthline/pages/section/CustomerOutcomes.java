package io.growthline.pages.section;

import io.growthline.domain.inclusion.OutcomeGap;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.ListedRows;
import io.growthline.warehouse.Row;
import java.util.List;

/** Which groups of customers fare worse, and by how much. */
public final class CustomerOutcomes implements Section {
  /** Clear gaps first, the largest of them on top; then those that are open. */
  private static final String GAPS =
      "SELECT * FROM marts.outcome_gaps ORDER BY CASE WHEN worse_group IS NOT NULL THEN 0"
          + " WHEN verdict = 'inconclusive' THEN 1 WHEN verdict = 'ok' THEN 2 ELSE 3 END,"
          + " CASE WHEN gap IS NULL THEN 0 ELSE -gap END, outcome, dimension";

  @Override
  public String id() {
    return "outcomes";
  }

  @Override
  public String title() {
    return "Customer outcomes";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> gaps = source.query(GAPS);
    Intervals intervals =
        Intervals.of(
            gaps,
            "gap",
            row -> OutcomeWords.title(row) + " by " + row.text("dimension").replace('_', ' '));
    return List.of(
        new Sentence(finding(gaps)),
        new Sentence(
            "Each line compares the groups with the highest and the lowest share. A gap says who"
                + " fares worse, not why; one whose interval includes the threshold gets no verdict."
                + " The chance is that of such a gap without any difference, adjusted for the"
                + " number of gaps."),
        Grid.of(
                "outcomes",
                title(),
                new ListedRows(gaps),
                List.of(
                    Column.words("outcome", "Outcome", OutcomeWords::title),
                    Column.of("dimension", "By", Format.TITLE),
                    Column.words(
                        "higher_group", "Highest", row -> OutcomeWords.share(row, "higher")),
                    Column.words("lower_group", "Lowest", row -> OutcomeWords.share(row, "lower")),
                    Column.of("gap", "Gap", Format.PERCENT),
                    Intervals.text(),
                    intervals.drawn(),
                    Column.of("q_value", "Chance", Format.DECIMAL_3),
                    Column.of("worse_group", "Fares worse", Format.TITLE),
                    Column.of("size", "Size", Format.STATUS),
                    Column.of("verdict", "Verdict", Format.STATUS),
                    Column.of("verdict_reason", "Note", Format.SENTENCE)))
            .filteredBy(Filter.allowed(OutcomeGap.class, "dimension", "By"))
            .orElse(
                "No customer has had an account for long enough, or the sources tell nothing of"
                    + " outcomes."));
  }

  /** The sentence to remember: the clearest gap. */
  public static String finding(Source source) {
    return finding(source.query(GAPS));
  }

  private static String finding(List<Row> gaps) {
    if (gaps.isEmpty()) {
      return "No group of customers can be compared with others yet.";
    }
    List<Row> clear = gaps.stream().filter(row -> row.get("worse_group") != null).toList();
    long open = gaps.stream().filter(row -> row.text("verdict").equals("inconclusive")).count();
    if (clear.isEmpty()) {
      return "No group of customers is known to fare clearly worse than others; %d of %d gaps are open."
          .formatted(open, gaps.size());
    }
    Row most = clear.get(0);
    String others =
        clear.size() == 1
            ? ""
            : " %d of %d gaps between groups are clear, %d are open."
                .formatted(clear.size(), gaps.size(), open);
    return "%s of customers with %s %s, but %s of those with %s.%s"
        .formatted(
            Format.PERCENT.text(most.get("higher_rate")),
            OutcomeWords.group(most, "higher_group"),
            OutcomeWords.outcome(most),
            Format.PERCENT.text(most.get("lower_rate")),
            OutcomeWords.group(most, "lower_group"),
            others);
  }
}
