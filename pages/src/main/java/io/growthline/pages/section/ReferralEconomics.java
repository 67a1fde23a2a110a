package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import io.growthline.warehouse.Row;
import java.util.List;
import java.util.Map;

/** What rewards of referrals cost, and whether the ledger balances. */
public final class ReferralEconomics implements Section {
  private static final SqlRows ROWS =
      new SqlRows("SELECT * FROM marts.referral_economics", "month DESC", Map.of());

  @Override
  public String id() {
    return "referrals";
  }

  @Override
  public String title() {
    return "Referral rewards";
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence(finding(source)),
        Grid.of(
                "referrals",
                "Referral rewards by month of qualification",
                ROWS,
                List.of(
                    Column.of("month", "Month", Format.MONTH),
                    Column.of("entitled_minor", "Entitled", source.amounts().whole()),
                    Column.of("booked_minor", "Booked", source.amounts().whole()),
                    Column.of("settled_minor", "Settled", source.amounts().whole()),
                    Column.of("reversed_minor", "Reversed", source.amounts().whole()),
                    Column.of("outstanding_minor", "Outstanding", source.amounts().whole()),
                    Column.of("difference_minor", "Debits − credits", source.amounts().whole())))
            .inPagesOf(8)
            .orElse("No reward is known."));
  }

  private static String finding(Source source) {
    Row sums =
        source
            .query(
                "SELECT COUNT(*) AS months, COUNT(booked_minor) AS booked_months,"
                    + " SUM(entitled_minor) AS entitled, SUM(booked_minor) AS booked,"
                    + " SUM(settled_minor) AS settled, SUM(reversed_minor) AS reversed,"
                    + " SUM(unbalanced_journals) AS unbalanced FROM marts.referral_economics")
            .get(0);
    if (sums.number("months") == 0) {
      return "No referral with a reward is known.";
    }
    String entitled =
        "Qualified referrals entitle to " + source.amounts().whole().text(sums.get("entitled"));
    if (sums.number("booked_months") == 0) {
      return entitled + "; what the ledger says of them is not known.";
    }
    return entitled
        + "; the ledger booked %s, settled %s and reversed %s. "
            .formatted(
                source.amounts().whole().text(sums.get("booked")),
                source.amounts().whole().text(sums.get("settled")),
                source.amounts().whole().text(sums.get("reversed")))
        + (sums.number("unbalanced") == 0
            ? "All its journals balance."
            : "Journals that do not balance: " + Format.COUNT.text(sums.get("unbalanced")) + ".");
  }
}
