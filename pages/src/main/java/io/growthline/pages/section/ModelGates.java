package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.SqlRows;
import java.util.List;
import java.util.Map;

/** The release gates that look at models. */
public final class ModelGates implements Section {
  private static final SqlRows ROWS =
      new SqlRows(
          "SELECT g.* FROM monitoring.release_gates g WHERE g.gate LIKE '%drift%' OR EXISTS (SELECT 1"
              + " FROM monitoring.model_calibration c WHERE STRPOS(g.gate, c.model) = 1)",
          Gates.ORDER, Map.of());

  @Override
  public String id() {
    return "model-gates";
  }

  @Override
  public String title() {
    return "Gates of models";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence("What a model must keep before anyone relies on its scores."),
        Gates.grid("model-gates", ROWS).orElse("No gate has looked at a model yet."));
  }
}
