package io.growthline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages about growth and about customers say of the fixture. */
class SectionsTest {
  @TempDir Path directory;

  @Test
  void onboardingCountsMatureMonthsAloneAndNamesTheBottleneck() {
    assertThat(
        page("/growth", Map.of()),
        allOf(
            containsString("Applicants of Oct 2025 who reached each step within 30 days."),
            containsString("Funded 95, 47.5%, most are lost before it"),
            not(containsString("Dec 2025 who reached"))));
  }

  @Test
  void theFunnelOfASegmentSaysWhereMostAreLostAndWhoIsTooNew() {
    String page = page("/growth", Map.of());
    String north = page.substring(page.indexOf("North<br>"));
    assertThat(
        north.substring(0, north.indexOf("</tr>")),
        allOf(
            containsString("75.0%"),
            containsString("15.0%"),
            containsString("Key action"),
            containsString(">9<")));
  }

  @Test
  void engagementSpeaksOfTheNewestCompleteWeek() {
    assertThat(
        page("/growth", Map.of()),
        containsString(
            "In the week from 22 Dec 2025, 303 customers were active, on an average day 25.0% of"
                + " them; each spent £12.50."));
  }

  @Test
  void featuresAreCoursesOverMonths() {
    assertThat(
        page("/growth", Map.of()),
        containsString("{\"name\":\"Savings pot\",\"form\":\"LINE\",\"values\":[0.1,0.15,0.2]}"));
  }

  @Test
  void revenueOfCohortsStartsWithTheMonthItIsComparedWith() {
    String page = page("/growth", Map.of());
    String heat = page.substring(page.indexOf("id=\"revenue-retention-grid\""));
    assertThat(
        heat.substring(0, heat.indexOf("</table>")),
        allOf(
            containsString("<th scope=\"col\" class=\"num\">1</th>"),
            not(containsString("<th scope=\"col\" class=\"num\">0</th>")),
            containsString(">125<")));
  }

  @Test
  void aCustomerShowsSpendingByCategory() {
    assertThat(
        page("/customers/{id}", Map.of("id", "c000001")),
        allOf(
            containsString(
                "{\"name\":\"Groceries\",\"form\":\"COLUMN\",\"values\":[4000.0,0.0,4000.0]}"),
            containsString("Everything known")));
  }

  @Test
  void targetsAreWrittenInTheUnitOfTheirMetric() {
    String rows =
        "INSERT INTO monitoring.metric_health SELECT DATE '2026-01-01', metric, 'finance', 'month',"
            + " DATE '2025-12-01', 0.5, unit, 'at most 5000', 'bad', NULL, NULL, NULL FROM (VALUES"
            + " ('churn_rate', 'share'), ('customer_acquisition_cost_minor', 'minor'), ('gone',"
            + " 'share')) m(metric, unit)";
    String pounds = "INSERT INTO marts.dim_currency VALUES ('GBP', true, 2, 1)";
    String page =
        Site.page(find("/data"), Source.of(PublishedFixture.of(directory, List.of(pounds, rows))));
    assertThat(
        page,
        allOf(
            containsString(">at most 3.0%<"),
            containsString(">at most £50.00<"),
            containsString(">at most 5000<")));
  }

  @Test
  void metricsHaveTheirNamesForPeopleEverywhere() {
    String page = page("/data", Map.of());
    assertThat(page, allOf(containsString("Net promoter score"), not(containsString(">Nps<"))));
    assertThat(Names.metric("ltv_to_cac_ratio"), is("LTV to CAC ratio"));
  }

  @Test
  void whatAGroupAddsToARatioIsInPoints() {
    String page = page("/", Map.of());
    String grid = page.substring(page.indexOf("id=\"changes-grid\""));
    assertThat(
        grid.substring(0, grid.indexOf("</table>")),
        allOf(containsString(">+£1,000<"), containsString(">−0.1 pt<")));
  }

  @Test
  void halvesGoLeftAndRightInTurn() {
    List<SectionView> halves =
        Stream.of("a", "b", "c").map(id -> new SectionView(id, id, Place.HALF, "")).toList();
    List<List<SectionView>> columns = SectionView.rows(halves).get(0).columns();
    assertThat(columns.get(0).stream().map(SectionView::id).toList(), contains("a", "c"));
    assertThat(columns.get(1).stream().map(SectionView::id).toList(), contains("b"));
    assertThat(SectionView.rows(halves.subList(0, 1)).get(0).kind(), is("whole"));
  }

  @Test
  void aCustomersExpectedMarginComesWithItsIntervalAndBand() {
    assertThat(
        page("/customers/{id}", Map.of("id", "c000001")),
        allOf(
            containsString("Expected margin, 52 weeks"),
            containsString("90 % interval £59.00 to £71.00")));
    assertThat(
        page("/customers/{id}", Map.of("id", "c000002")), not(containsString("90 % interval")));
  }

  @Test
  void upliftShowsTheEffectOfAllCustomersAndWhatIsWithheldWithItsReason() {
    String page = page("/models", Map.of());
    String uplift =
        page.substring(page.indexOf("id=\"uplift\""), page.indexOf("id=\"elasticity\""));
    assertThat(
        uplift,
        allOf(
            containsString("10.0%"),
            containsString("6.5% to 13.1%"),
            containsString("90% interval of boost, standard"),
            containsString("usable"),
            containsString("No customer with a known outcome was in the arm incentive."),
            containsString("−0.100 to 0.120"),
            not(containsString("Few."))));
  }

  @Test
  void aRunIsOneRowOfWhatItsStagesTookAndItsRecordsBecame() {
    String page = page("/data", Map.of());
    String run = page.substring(page.indexOf("<code>run-1</code>"));
    assertThat(run.indexOf("<code>run-1</code>", 1), is(-1));
    assertThat(
        run.substring(0, run.indexOf("</tr>")),
        allOf(
            containsString("1 Jan 2026, 02:00 UTC"),
            containsString(">2<"),
            containsString(">42.50<"),
            containsString(">1,000<"),
            containsString(">12<")));
  }

  @Test
  void theDataPageAccountsForEveryRecordBySourceAndTable() {
    String page = page("/data", Map.of());
    String sources = page.substring(page.indexOf("id=\"sources-grid\""));
    assertThat(
        sources.substring(0, sources.indexOf("</table>")),
        allOf(containsString(">1,000<"), containsString(">88<"), containsString("pass")));
  }

  @Test
  void withoutRowsEverySectionSaysWhy() {
    Page growth = find("/growth");
    String page = Site.page(growth, Source.of(PublishedFixture.empty(directory)));
    assertThat(
        page,
        allOf(
            containsString("No month of applicants is 30 days old yet."),
            containsString("No customer has signed up yet."),
            containsString("There are not two complete weeks of activity yet."),
            containsString("There are not two months with feature use yet.")));
  }

  private String page(String path, Map<String, String> parameters) {
    return Site.page(
        find(path), new Source(PublishedFixture.full(directory), parameters, Map.of()));
  }

  private static Page find(String path) {
    return Pages.routed().stream().filter(p -> p.path().equals(path)).findFirst().orElseThrow();
  }
}
