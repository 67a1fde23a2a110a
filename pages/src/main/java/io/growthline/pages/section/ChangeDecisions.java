package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.warehouse.Row;
import java.util.ArrayList;
import java.util.List;

/** What may be done with each declared change, and with the run itself. */
public final class ChangeDecisions implements Section {
  @Override
  public String id() {
    return "decisions";
  }

  @Override
  public String title() {
    return "Release decisions";
  }

  @Override
  public List<Block> blocks(Source source) {
    List<Row> rows =
        source.query(
            "SELECT * FROM marts.release_decisions ORDER BY CASE change_id WHEN 'this_run' THEN 1"
                + " ELSE 0 END, change_id");
    if (rows.isEmpty()) {
      return List.of(new Sentence("Nothing was decided: monitoring has not run yet."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Sentence(
            "A change may do no more than its strictest gate allows. A gate is withheld while the"
                + " interval of its figure does not settle it."));
    rows.forEach(row -> blocks.add(new DecisionCard(row)));
    return blocks;
  }
}
