package io.growthline.cloudrun;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SampleData.class)
class DashboardTest {
  private static String page(String path) {
    return given().when().get(path).then().statusCode(200).extract().asString();
  }

  @Test
  void theFindingIsComputedFromTheMetrics() {
    assertThat(
        page("/"),
        containsString(
            "Monthly recurring revenue grew 4.9% to £28,950 in Jun 2026,"
                + " but churn rate rose to 1.9% in Jun 2026."));
  }

  @Test
  void thePageShowsFreshnessFiguresAndVerdict() {
    assertThat(
        page("/"),
        allOf(
            containsString("As of 1 Jul 2026"),
            containsString("Published "),
            containsString("1,984"),
            containsString("Activation rate, day 7"),
            containsString("class=\"pill warn\"")));
  }

  @Test
  void nothingOnThePageIsInline() {
    given()
        .when()
        .get("/")
        .then()
        .header("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self'"))
        .header("X-Content-Type-Options", equalTo("nosniff"));
    assertThat(
        page("/"),
        allOf(
            not(containsString(" style=")),
            not(containsString("<style")),
            not(containsString("onclick")),
            not(containsString("//cdn"))));
    for (String file :
        new String[] {
          "/assets/app.css",
          "/assets/app.js",
          "/assets/theme.js",
          "/assets/inter.woff2",
          "/webjars/htmx.org/2.0.10/dist/htmx.min.js"
        }) {
      page(file);
    }
  }

  @Test
  void aVulnerableCustomerIsShownForHelpOnly() {
    assertThat(rows("customers.q=c000024"), containsString("route to help"));
    assertThat(rows("customers.q=c000023"), not(containsString("route to help")));
    assertThat(page("/customers/c000024"), containsString("<b>Route to help.</b>"));
    assertThat(page("/customers/c000023"), not(containsString("Route to help.")));
  }

  @Test
  void customersAreFilteredByBandAndText() {
    assertThat(rows("customers.band=high"), not(containsString("c000009")));
    assertThat(rows("customers.q=nothing"), containsString("Nothing matches."));
  }

  /** The rows of the list of customers. */
  private static String rows(String query) {
    String page = page("/customers?" + query);
    String grid = page.substring(page.indexOf("id=\"customers-grid\""));
    return grid.contains("<tbody>") ? grid.substring(grid.indexOf("<tbody>")) : grid;
  }

  @Test
  void theStateOfAPageIsInItsAddress() {
    String page = page("/customers?customers.band=high&customers.sort=customer_id");
    assertThat(
        page,
        allOf(
            containsString("<option value=\"high\" selected>"),
            containsString("aria-sort=\"ascending\"")));
  }

  @Test
  void numbersCarryTheirDefinition() {
    assertThat(
        page("/"),
        allOf(
            containsString("aria-label=\"Definition of Churn rate\""),
            containsString("How it is computed"),
            containsString("How it misleads")));
  }

  @Test
  void textFromOutsideIsEscaped() {
    assertThat(page("/?segment=%3Cscript%3Ex"), not(containsString("<script>x")));
  }

  @Test
  void theScenarioShowsIntervalsAndFollowsTheForm() {
    String section =
        given()
            .header("HX-Request", "true")
            .header("HX-Target", "pricing-result")
            .when()
            .get("/?segment=mid&price_minor=1299&incentive_minor=not+a+number")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(
        section,
        allOf(
            containsString(" to "),
            containsString("£12.99"),
            containsString("left out to protect them"),
            containsString("Demand model 2026-07-01-"),
            not(containsString("<html"))));
  }

  @Test
  void everyTableIsExportedAsCsv() {
    assertThat(
        page("/customers?customers.band=high&export=customers"), containsString("c000024,plus,"));
    assertThat(page("/?export=retention"), startsWith("grain,cohort_start,periods_since_signup"));
    assertThat(page("/?export=metrics"), containsString("active_customers,2025-01-01"));
    assertThat(page("/?export=gates"), containsString("churn_auc"));
  }
}
