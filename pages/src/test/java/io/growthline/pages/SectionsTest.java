package io.growthline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.nio.file.Path;
import java.util.Map;
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
