package io.growthline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.growthline.pages.section.ExecutiveSummary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each sentence of the summary rests on rows, and what is unknown is said. */
class ExecutiveSummaryTest {
  private static final Report SUMMARY =
      new Report("Summary", source -> "", List.of(new ExecutiveSummary()));

  @TempDir Path directory;

  @Test
  void everySentenceIsComputedFromTheTables() {
    assertThat(
        points(PublishedFixture.full(directory)),
        is(
            """
            - **Business health:** 72 of 100, good. 90.0% of the inputs are there; what is missing counts neither way. Weakest is growth with 30, critical. Missing inputs: Satisfaction lacks nps.
            - **What moved most:** Of the key figures, “Monthly recurring revenue” moved most for its size: by +10.0% to £11,000 in Dec 2025. Plus (plan) added most, +£1,000.
            - **Targets:** 1 of 3 metrics with a target and a value meet it. Far off are: Churn rate (5.1%). Slightly off are: Net promoter score (5). 1 metric has no value, so nothing is said of it.
            - **Money lost:** £100 of plan revenue was lost since May 2025, 5.0% of all invoices due. The largest kind, refund, lost £70.00 (70.0%).
            - **Release:** The verdict is fail, with 1 gate withheld. 1 of 12 gates fail: Data quality.
            - **Data at risk:** raw.transactions is critical: Spend is wrong. Nothing can be said of raw.referrals.
            """));
  }

  @Test
  void aRatioMovesByTheRateAndTheMixOfItsGroups() {
    Tables churn =
        PublishedFixture.of(
            directory,
            List.of(
                kpi("2025-11-01", 0.052),
                kpi("2025-12-01", 0.051),
                "INSERT INTO marts.metric_changes VALUES ('churn_rate', 'month', DATE '2025-12-01',"
                    + " DATE '2025-11-01', 'plan', 'plus', 'ratio', 0.06, 0.058, 0.5, 0.52, 0.002,"
                    + " -0.012, -0.01, -0.001, true), ('churn_rate', 'month', DATE '2025-12-01',"
                    + " DATE '2025-11-01', 'plan', 'metal', 'ratio', 0.04, 0.05, 0.5, 0.48, 0.001,"
                    + " 0.05, 0.051, -0.001, true), ('churn_rate', 'month', DATE '2025-12-01', DATE"
                    + " '2025-11-01', 'feature', 'pots', 'ratio', 0.9, 0.5, 0.5, 0.5, 0, -0.9, -0.9,"
                    + " -0.001, false)"));
    assertThat(
        points(churn),
        containsString(
            "moved most for its size: by −0.1 pt to 5.1% in Dec 2025. Plus (plan) added most,"
                + " −1.0 pt: −1.2 pt because its own rate changed, +0.2 pt because its share did."));
  }

  @Test
  void whatIsUnknownIsSaid() {
    assertThat(
        points(PublishedFixture.empty(directory)),
        allOf(
            containsString("Health is judged when a run has published its metrics."),
            containsString("No key figure has two complete months that differ."),
            containsString("No metric has been judged yet."),
            containsString("No money of plans is known to be lost."),
            containsString("Monitoring has not run yet."),
            containsString("The quality of the data has not been judged yet.")));
  }

  @Test
  void theHtmlSaysTheSame() {
    assertThat(
        SUMMARY.html(PublishedFixture.full(directory), "run-1"),
        containsString(
            "<dt>Data at risk</dt><dd>raw.transactions is critical: Spend is wrong. Nothing can be"
                + " said of raw.referrals.</dd>"));
  }

  private static String points(Tables tables) {
    String markdown = SUMMARY.markdown(tables, "run-1");
    return markdown.substring(markdown.indexOf("- **"));
  }

  private static String kpi(String month, double value) {
    return "INSERT INTO marts.kpi_values VALUES ('churn_rate', 'month', DATE '"
        + month
        + "', 'all', 'all', "
        + value
        + ", 0, NULL, 'share', true, 0, NULL)";
  }
}
