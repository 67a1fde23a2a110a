package io.growthline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;

import io.growthline.pages.section.CustomerOutcomes;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about outcomes says of the fixture. */
class OutcomesTest {
  private static final Page OUTCOMES =
      Pages.ALL.stream().filter(p -> p.path().equals("/outcomes")).findFirst().orElseThrow();

  @TempDir static Path directory;
  private static String page;

  @BeforeAll
  static void render() {
    page = Site.page(OUTCOMES, Source.of(PublishedFixture.full(directory)));
  }

  @Test
  void thePageLeadsWithTheClearestGap() {
    assertThat(
        page,
        containsString(
            "60.0% of customers with high digital confidence were activated within 7 days, but"
                + " 40.0% of those with low digital confidence."));
  }

  @Test
  void clearGapsComeFirstAndEachHasItsIntervalAndVerdict() {
    String grid = page.substring(page.indexOf("id=\"outcomes-grid\""));
    assertThat(
        grid,
        stringContainsInOrder(
            "high: 60.0% of 400",
            "low: 40.0% of 200",
            "13.0% to 27.0%",
            "Complained within 90 days",
            "inconclusive",
            "there is one."));
  }

  @Test
  void anAssistedRouteIsRecommendedWhereManyAbandon() {
    assertThat(
        page,
        allOf(
            containsString(
                "Help from a person is recommended at: account funded with low digital confidence"
                    + " (40.0% abandon, 34.5% to 45.8%)."),
            containsString("Digital confidence: low"),
            containsString("not needed")));
  }

  @Test
  void protectionSpeaksOfTheNewestCompleteMonthAndBlocksNothing() {
    assertThat(
        page,
        allOf(
            containsString("No transfer is blocked"),
            containsString(
                "In Dec 2025, 40 of 120 checked transfers would come with an intervention (33.3%).")));
  }

  @Test
  void signsOfWellbeingComeWithWhatTheyMayAndMayNotBeUsedFor() {
    assertThat(
        page,
        allOf(
            containsString("Shares of customers in Dec 2025."),
            containsString("3.6% to 6.9%"),
            containsString("offer help from a person"),
            containsString("pricing, credit decisions"),
            not(containsString("6.0%"))));
  }

  @Test
  void withoutAClearGapThePageSaysHowManyAreOpen(@TempDir Path other) {
    String open =
        OutcomeRows.ALL.get(0).replace("'large', 'low', 'ok'", "NULL, NULL, 'inconclusive'");
    assertThat(
        CustomerOutcomes.finding(Source.of(PublishedFixture.of(other, List.of(open)))),
        containsString(
            "No group of customers is known to fare clearly worse than others; 2 of 4 gaps are"
                + " open."));
  }

  @Test
  void withoutDataEachSectionSaysWhatIsMissing(@TempDir Path other) {
    String empty = Site.page(OUTCOMES, Source.of(PublishedFixture.empty(other)));
    assertThat(
        empty,
        allOf(
            containsString("No group of customers can be compared with others yet."),
            containsString("the sources tell nothing of outcomes"),
            containsString("No applicant has had 30 days"),
            containsString("raw.transfer_checks"),
            containsString("No customer has had an account for a whole month")));
  }

  @Test
  void aReportTellsTheGapsToo() {
    Source source = Source.of(PublishedFixture.full(directory));
    String report =
        new CustomerOutcomes()
            .blocks(source).stream()
                .map(block -> block.markdown(source))
                .collect(Collectors.joining("\n"));
    assertThat(
        report,
        allOf(
            containsString("40.0% of those with low digital confidence."),
            containsString("| 13.0% to 27.0% |")));
    assertThat(
        Report.STANDARD.sections().stream().map(Section::title).toList().toString(),
        containsString("Customer outcomes"));
  }
}
