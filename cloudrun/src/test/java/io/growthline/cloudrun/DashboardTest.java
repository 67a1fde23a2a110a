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
import io.restassured.http.ContentType;
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
            containsString("class=\"badge warn\"")));
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
          "/assets/app.css", "/assets/app.js", "/webjars/htmx.org/2.0.10/dist/htmx.min.js"
        }) {
      page(file);
    }
  }

  @Test
  void aVulnerableCustomerIsShownForHelpOnly() {
    String row = page("/fragments/customers?search=c000024");
    assertThat(row, allOf(containsString("c000024"), containsString("Route to help")));
    assertThat(page("/fragments/customers?search=c000023"), not(containsString("Route to help")));
  }

  @Test
  void customersAreFilteredByBandAndText() {
    assertThat(page("/fragments/customers?band=high"), not(containsString("c000009")));
    assertThat(page("/fragments/customers?search=nothing"), containsString("No customer matches"));
  }

  @Test
  void textFromOutsideIsEscaped() {
    assertThat(page("/?segment=%3Cscript%3Ex"), not(containsString("<script>x")));
  }

  @Test
  void theScenarioFragmentShowsIntervalsAndFollowsTheForm() {
    String fragment =
        given()
            .contentType(ContentType.URLENC)
            .formParam("segment", "mid")
            .formParam("price_minor", "1299")
            .formParam("incentive_minor", "not a number")
            .when()
            .post("/fragments/pricing")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(
        fragment,
        allOf(
            containsString(" to "),
            containsString("£12.99"),
            containsString("left out to protect them")));
  }

  @Test
  void everyTableIsExportedAsCsv() {
    assertThat(page("/export/customers.csv?band=high"), containsString("c000024,plus,"));
    assertThat(page("/export/retention.csv"), startsWith("cohort_month,months_since_signup"));
    assertThat(page("/export/metrics.csv"), containsString("active_customers,month,2025-01-01"));
    assertThat(page("/export/gates.csv"), containsString("overall"));
  }
}
