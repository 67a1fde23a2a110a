package io.growthline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about tests of regions and the report say of the fixture. */
class GeoTest {
  private static final Page PAGE =
      Pages.ALL.stream().filter(page -> page.path().equals("/geo")).findFirst().orElseThrow();

  @TempDir static Path full;
  private static Tables tables;
  private static String page;

  @TempDir Path directory;

  @BeforeAll
  static void render() {
    tables = PublishedFixture.full(full);
    page = page(tables);
  }

  @Test
  void theFindingHasTheLiftItsIntervalAndTheVerdict() {
    assertThat(
        page,
        containsString(
            "Regional radio, signups: the treatment changed it by 56.0% (39.0% to 73.0%). The interval excludes 0."));
  }

  @Test
  void aReadingThatIsInvalidShowsItsChecksAndNoEffect() {
    String grid = part(page, "geo-tests-grid");
    String did = grid.substring(grid.indexOf("Difference in differences"));

    assertThat(
        did.substring(0, did.indexOf("</tr>")),
        allOf(
            containsString("invalid"),
            containsString("0.010"),
            containsString("Treated regions drifted away."),
            not(containsString("56.0%"))));
    assertThat(grid, containsString("£200.00 (£152.54 to £290.32)"));
  }

  @Test
  void actualAndExpectedAreDrawnFromTwelveWeeksBeforeTheTreatment() {
    String course = part(page, "geo-course");

    assertThat(
        course,
        allOf(
            containsString(">9 Jul 2025, Actual"),
            not(containsString(">8 Jul 2025, Actual")),
            containsString("11 Nov 2025, Expected"),
            containsString("class=\"band\"")));
    assertThat(course.split("class=\"mark\"").length - 1, is(2));
    assertThat(
        course.substring(course.indexOf("class=\"mark\"")).indexOf("1 Oct 2025"), lessThan(80));
  }

  @Test
  void placebosAreInOrderWithTheTreatedRegionsInAnotherColour() {
    String chance = part(page, "geo-chance");

    assertThat(
        chance, containsString("1 of 3 sets of regions that were not treated stand out as much"));
    assertThat(chance.indexOf("East: "), lessThan(chance.indexOf("South: ")));
    assertThat(chance.indexOf("West: "), lessThan(chance.indexOf("North: ")));
    assertThat(chance.split("fill c1").length - 1, is(2));
  }

  @Test
  void regionsAreRankedTreatedOnesFirstThenByWeight() {
    String regions = part(page, "geo-regions-grid");

    assertThat(regions.indexOf("North"), lessThan(regions.indexOf("East")));
    assertThat(regions.indexOf("East"), lessThan(regions.indexOf("South")));
    assertThat(regions.indexOf("South"), lessThan(regions.indexOf("West")));
    assertThat(regions, allOf(containsString("70.0%"), containsString("at least −1")));
  }

  @Test
  void withoutATestThePageSaysHowToDeclareOne() {
    assertThat(
        page(PublishedFixture.empty(directory)),
        allOf(
            containsString("No test of regions is declared. A row of raw.geo_treatments"),
            containsString("No test of regions has outcomes that can be compared.")));
  }

  @Test
  void theReportHasTheSection() {
    assertThat(
        Report.STANDARD.markdown(tables, "run-1"),
        allOf(containsString("## Geo tests\n"), containsString("56.0% (39.0% to 73.0%)")));
    assertThat(Report.STANDARD.html(tables, "run-1"), containsString("56.0% (39.0% to 73.0%)"));
  }

  @Test
  void aTestThatIsNotSettledIsSaidSo() {
    PublishedFixture open =
        PublishedFixture.of(
            directory,
            List.of(
                "INSERT INTO marts.geo_incrementality (test_id, metric, method, starts_on, att,"
                    + " att_lower, verdict, verdict_reason) VALUES ('tv', 'calls',"
                    + " 'synthetic_control', DATE '2025-10-01', 2.0, -1.0, 'inconclusive', 'The 90 %"
                    + " interval includes 0.')"));

    assertThat(
        page(open),
        containsString(
            "Tv, calls: it is not settled whether the treatment changed it; the estimate is 2 (at least −1) a day. The 90% interval includes 0."));
  }

  private static String page(Tables tables) {
    return Site.page(PAGE, Source.of(tables)).replace("<wbr>", "");
  }

  /** From an element to the end of its section. */
  private static String part(String page, String id) {
    String from = page.substring(page.indexOf("id=\"" + id + "\""));
    return from.substring(0, from.indexOf("</section>"));
  }
}
