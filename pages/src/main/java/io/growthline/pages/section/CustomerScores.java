package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import java.util.List;
import java.util.Map;

/** Scores of the customer whose id is in the path, with their reasons. */
public final class CustomerScores implements Section {

  @Override
  public String id() {
    return "scores";
  }

  @Override
  public String title() {
    return "Scores and reasons";
  }

  @Override
  public List<Block> blocks(Source source) {
    Map<String, ?> customer = CustomerProfile.id(source);
    SqlRows scores =
        new SqlRows(
            "SELECT * FROM scores.customer_scores WHERE customer_id = @id", "model", customer);
    SqlRows reasons =
        new SqlRows(
            "SELECT * FROM scores.score_reasons WHERE customer_id = @id",
            "model, position",
            customer);
    return List.of(
        new Sentence(
            "For helpful prioritisation only; never the sole ground of a decision about a person."),
        Grid.of(
                "scores",
                "Scores",
                scores,
                List.of(
                    Column.of("model", "Model", Format.TITLE),
                    Column.of("score", "Probability", Format.PERCENT),
                    ScoreBand.column(),
                    Column.of("as_of", "As of", Format.DAY),
                    Column.of("model_version", "Version", Format.CODE)))
            .orElse("This customer is not scored."),
        Grid.of(
                "scores-reasons",
                "Reasons",
                reasons,
                List.of(
                    Column.of("model", "Model", Format.TITLE),
                    Column.of("position", "Rank", Format.COUNT),
                    Column.of("text", "Reason", Format.SENTENCE),
                    Column.of("feature", "Feature", Format.FEATURE),
                    Column.words(
                        "contribution",
                        "Effect",
                        row -> row.number("contribution") > 0 ? "raises" : "lowers")))
            .orElse("No reason stands out."));
  }
}
