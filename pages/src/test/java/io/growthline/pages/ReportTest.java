package io.growthline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.growthline.pages.section.KeyFigures;
import io.growthline.pages.section.Retention;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir static Path directory;
  private static String html;
  private static String markdown;

  @BeforeAll
  static void render() throws Exception {
    Tables full = PublishedFixture.full(directory);
    html = Report.STANDARD.html(full, "run-1").replace("<wbr>", "");
    markdown = Report.STANDARD.markdown(full, "run-1");
  }

  @Test
  void theFindingComesFirstWithTheComputedNumbers() {
    String expected =
        "Monthly recurring revenue grew 10.0% to £11,000 in Dec 2025, and 30 of 500 customers are at high risk of leaving.";
    assertThat(markdown, containsString("# " + expected));
    assertThat(html, containsString("<h1>" + expected + "</h1>"));
  }

  @Test
  void bothFormsHoldTheComputedValues() {
    for (String report : List.of(markdown, html)) {
      assertThat(report, containsString("0.812"));
      assertThat(report, containsString("0.0810"));
      assertThat(report, containsString("0.314"));
      assertThat(report, containsString("No activity in the last 40 days"));
      assertThat(report, containsString("−1.40"));
      assertThat(report, containsString("−1.80 to −1.00"));
      assertThat(report, containsString("invalid_type"));
      assertThat(report, containsString("1 of 12 gates fail"));
      assertThat(report, containsString("newest days were checked of raw.transactions."));
    }
  }

  @Test
  void tablesAreScoredTheWorstFirstAndTheRiskIsInWords() {
    assertThat(markdown, containsString("Of 3 tables, 1 are at risk and 1 could not be judged"));
    assertThat(
        markdown,
        containsString(
            """
            | raw.transactions | critical | 0.88 | 1.00 | 1.00 | 0.99 | 1.00 | 0.40 | – | 900 |
            | raw.sessions | ok | 1.00 | 1.00 | 1.00 | 1.00 | 1.00 | 1.00 | – | 500 |
            | raw.referrals | withheld | – | – | – | – | – | – | – | 0 |
            """));
    assertThat(
        markdown, containsString("| raw.transactions | critical | Freshness | Spend is wrong. |"));
  }

  @Test
  void everyPercentageIsWrittenTheSameWay() {
    assertThat(markdown, containsString("81.20% of pairs"));
    for (String report : List.of(markdown, html)) {
      assertThat(report.replaceAll("\\d %", "SPACED"), not(containsString("SPACED")));
    }
  }

  @Test
  void aScoreMovesByPointsAndNeverByPercent() {
    assertThat(markdown, containsString("| Net promoter score | Dec 2025 | 5 | +10.0 pt |"));
  }

  @Test
  void theBestScenarioIsTheOneWithTheHighestMargin() {
    assertThat(markdown, containsString("| Best 1 | All | £12.00 |"));
    assertThat(markdown, containsString("| Worst 1 | All | £9.00 |"));
  }

  @Test
  void htmlNeedsNothingFromElsewhereAndEscapesText() {
    String withoutFont = html.replaceAll("base64,[A-Za-z0-9+/=]+", "base64");
    assertThat(withoutFont, not(containsString("http")));
    assertThat(html, not(containsString("<script")));
    assertThat(html, not(containsString("<form")));
    assertThat(html, containsString("expected &lt;number&gt;"));
    assertThat(html, containsString("<svg class=\"plot\""));
    assertThat(html, containsString("url(\"data:font/woff2;base64,"));
  }

  @Test
  void withoutAnyDataTheReportSaysSo(@TempDir Path nothing) {
    Tables empty = PublishedFixture.empty(nothing);
    assertThat(
        Report.STANDARD.html(empty, "run-1"), containsString("There is not enough data yet"));
    assertThat(Report.STANDARD.markdown(empty, "run-1"), containsString("No model is in use."));
    assertThat(Report.STANDARD.markdown(empty, "run-1"), containsString("Nobody is scored."));
  }

  @Test
  void whatHasNoSourceIsWithheldWithTheReason(@TempDir Path other) {
    Tables tables =
        PublishedFixture.of(
            other,
            List.of(
                "INSERT INTO marts.kpi_values (metric, grain, period_start, dimension,"
                    + " dimension_value, unit, is_complete, withheld_because) VALUES"
                    + " ('active_customers', 'month', DATE '2026-01-01', 'all', 'all', 'customers',"
                    + " true, 'no events in raw.sessions')"));
    Report report =
        new Report("Withheld", source -> "", List.of(new KeyFigures(5), Retention.CUSTOMERS));

    assertThat(
        report.markdown(tables, "run-1"),
        allOf(
            containsString("**Active customers** withheld: no events in raw.sessions."),
            containsString("**Retention** withheld: no events in raw.sessions.")));
  }

  @Test
  void aLongGridSaysHowManyRowsItLeavesOut(@TempDir Path other) {
    Report report =
        new Report(
            "Long",
            source -> "",
            List.of(new io.growthline.pages.section.Customers("All customers", 25)));
    Tables full = PublishedFixture.full(other);
    assertThat(report.markdown(full, "run-1"), containsString("450 more rows are left out."));
    assertThat(report.html(full, "run-1"), containsString("450 more rows are left out."));
  }
}
