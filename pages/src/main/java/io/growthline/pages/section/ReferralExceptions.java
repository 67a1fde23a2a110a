package io.growthline.pages.section;

import io.growthline.domain.finance.ReferralException;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Filter;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;

/** Where referrals and the ledger of rewards disagree. */
public final class ReferralExceptions implements Section {
  private static final SqlRows KINDS =
      new SqlRows(
          "SELECT kind, COUNT(*) AS exceptions, SUM(amount_minor) AS amount_minor"
              + " FROM marts.referral_exceptions GROUP BY kind",
          "exceptions DESC, kind",
          Map.of());

  private static final SqlRows WORST =
      new SqlRows(
          "SELECT * FROM marts.referral_exceptions",
          "amount_minor DESC NULLS LAST, found_on DESC, exception_id",
          Map.of());

  @Override
  public String id() {
    return "referral-exceptions";
  }

  @Override
  public String title() {
    return "Rewards that do not add up";
  }

  @Override
  public List<Block> blocks(Source source) {
    Row all =
        source
            .query(
                "SELECT COUNT(*) AS exceptions, COUNT(DISTINCT reward_id) AS rewards"
                    + " FROM marts.referral_exceptions")
            .get(0);
    if (all.number("exceptions") == 0) {
      return List.of(
          new Sentence("Referrals and the ledger of rewards agree, as far as both are known."));
    }
    return List.of(
        new Sentence(
            "Referrals and the ledger disagree %s times, about %s rewards."
                .formatted(
                    Format.COUNT.text(all.get("exceptions")),
                    Format.COUNT.text(all.get("rewards")))),
        Grid.of(
            "referral-exceptions",
            "Disagreements by kind",
            KINDS,
            List.of(
                Column.of("kind", "Kind", Format.TITLE),
                Column.of("exceptions", "Cases", Format.COUNT),
                Column.of("amount_minor", "Amount", source.amounts().whole()))),
        Grid.of(
                "referral-exceptions-worst",
                "Disagreements, the largest first",
                WORST,
                List.of(
                    Column.of("reward_id", "Reward", Format.CODE).over("journal_id", Format.CODE),
                    Column.of("amount_minor", "Amount", source.amounts().whole()),
                    Column.of("found_on", "Since", Format.DAY),
                    Column.of("explanation", "Why", Format.SENTENCE).over("kind", Format.TITLE)))
            .filteredBy(Filter.allowed(ReferralException.class, "kind", "Kind"))
            .inPagesOf(5));
  }
}
