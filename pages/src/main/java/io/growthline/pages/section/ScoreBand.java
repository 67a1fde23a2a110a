package io.growthline.pages.section;

import io.growthline.domain.scoring.Models;
import io.growthline.pages.Format;
import io.growthline.pages.grid.Column;
import io.growthline.warehouse.Row;

/** Bands of scores: of a chance to leave high is a warning, of other chances it is welcome. */
final class ScoreBand {
  private ScoreBand() {}

  /** The column {@code band} of rows that name their {@code model}. */
  static Column column() {
    return new Column(
        "band",
        "Band",
        false,
        row -> Format.STATUS.text(row.get("band")),
        row -> notation(row).html(row.get("band")),
        true);
  }

  private static Format notation(Row row) {
    return row.text("model").equals(Models.CHURN) ? Format.STATUS : Format.RANK;
  }
}
