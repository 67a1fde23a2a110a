package io.growthline.cloudrun;

import static io.growthline.cloudrun.Problems.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of metrics by period, beside earlier ones; what a metric means and why it moved. */
@QuarkusTest
@WithTestResource(SampleData.class)
class MetricsApiTest {
  /** 1,100 in January 2025 and 52 more each month; July 2026 is not complete. */
  private static final String ACTIVE = "/v1/metrics?metric=active_customers";

  private static ValidatableResponse get(String path) {
    return given().when().get(path).then();
  }

  @Test
  void periodsBeginFromTheDayFromAndBeforeTheDayTo() {
    get(ACTIVE + "&from=2025-03-01&to=2025-05-01")
        .statusCode(200)
        .body("values.period_start", contains("2025-03-01", "2025-04-01"))
        .body("currency", equalTo("GBP"))
        .body("values[0]", not(hasItem("compared")));
    get(ACTIVE + "&from=2026-06-02").body("values.period_start", contains("2026-07-01"));
    get(ACTIVE + "&to=2025-01-02").body("values.period_start", contains("2025-01-01"));
    get(ACTIVE + "&from=2030-01-01").body("values", is(empty()));
  }

  @Test
  void aValueStandsBesideThatOfThePeriodBefore() {
    JsonPath june =
        get(ACTIVE + "&from=2026-06-01&to=2026-07-01&compare=previous").extract().jsonPath();

    assertThat(june.getString("values[0].compared.period_start"), is("2026-05-01"));
    assertThat(june.getDouble("values[0].compared.value"), is(1932.0));
    assertThat(june.getDouble("values[0].compared.change"), is(52.0));
    assertThat(june.getDouble("values[0].compared.relative_change"), closeTo(52 / 1932.0, 1e-6));
    assertThat(june.getString("values[0].compared.reason"), is(nullValue()));
  }

  @Test
  void aValueStandsBesideThatOfAYearBefore() {
    get(ACTIVE + "&from=2026-06-01&to=2026-07-01&compare=year")
        .body("values[0].compared.period_start", equalTo("2025-06-01"))
        .body("values[0].compared.value", equalTo(1360f))
        .body("values[0].compared.change", equalTo(624f));
  }

  @Test
  void aChangeFromOrToWhatIsMissingOrNotCompleteIsNullWithTheReason() {
    get(ACTIVE + "&from=2026-07-01&compare=previous")
        .body("values[0].compared.value", equalTo(1984f))
        .body("values[0].compared.change", nullValue())
        .body("values[0].compared.relative_change", nullValue())
        .body("values[0].compared.reason", equalTo("the period of 2026-07-01 is not complete"));
    get(ACTIVE + "&to=2025-02-01&compare=previous")
        .body("values[0].compared.value", nullValue())
        .body("values[0].compared.change", nullValue())
        .body("values[0].compared.reason", equalTo("there is no value for 2024-12-01"));
  }

  @Test
  void aMetricComesWithDefinitionHealthAndNewestValues() {
    get("/v1/metrics/churn_rate")
        .statusCode(200)
        .body("definition.name", equalTo("churn_rate"))
        .body("definition.unit", equalTo("share"))
        .body("definition.direction", equalTo("down_is_good"))
        .body("definition.grains", hasItem("month"))
        .body("definition.dimensions", hasItem("region"))
        .body("definition.question", containsString("?"))
        .body("definition.sources.keySet()", not(empty()))
        .body("health.status", equalTo("bad"))
        .body("health.change", equalTo(0.01f))
        .body("values", hasSize(13))
        .body("values[12].period_start", equalTo("2026-07-01"))
        .body("values[12].is_complete", equalTo(false));
    get("/v1/metrics/nps").statusCode(200).body("health", nullValue()).body("values", is(empty()));
  }

  @Test
  void whatGroupsAddToAChangeAddsUp() {
    JsonPath answer = get("/v1/metrics/churn_rate/changes").statusCode(200).extract().jsonPath();

    assertThat(answer.getString("period_start"), is("2026-06-01"));
    assertThat(answer.getList("dimensions.dimension"), contains("plan", "region"));
    Map<String, Object> region = answer.getMap("dimensions[1]");
    assertThat(region.get("adds_up"), is(true));
    List<Map<String, Object>> groups = answer.getList("dimensions[1].groups");
    double sum = 0;
    for (Map<String, Object> group : groups) {
      assertThat(
          number(group, "mix_effect") + number(group, "rate_effect"),
          closeTo(number(group, "effect"), 1e-9));
      sum += number(group, "effect");
    }
    assertThat(sum, closeTo(answer.getDouble("total_change"), 1e-9));
    assertThat("not all is known of it", answer.get("dimensions[0].groups[0].effect"), nullValue());
  }

  @Test
  void changesAreOfTheAskedDimensionAndWithoutAnyThereIsAReason() {
    get("/v1/metrics/churn_rate/changes?dimension=region&grain=month")
        .body("dimensions.dimension", contains("region"));
    get("/v1/metrics/active_customers/changes")
        .statusCode(200)
        .body("dimensions", is(empty()))
        .body("total_change", nullValue())
        .body("reason", containsString("two complete periods"));
  }

  private static double number(Map<String, Object> group, String name) {
    return ((Number) group.get(name)).doubleValue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /v1/metrics?from=yesterday | 400 | wrong_type | from
          /v1/metrics?to=2026-02-30 | 400 | wrong_type | to
          /v1/metrics?from=2026-02-01&to=2026-02-01 | 400 | out_of_range | to
          /v1/metrics?compare=decade | 400 | not_allowed_value | compare
          /v1/metrics/nope | 404 | not_found | name
          /v1/metrics/nope/changes | 404 | not_found | name
          /v1/metrics/churn_rate?colour=red | 400 | unknown_column | colour
          /v1/metrics/churn_rate/changes?metric=nps | 400 | unknown_column | metric
          /v1/metrics/churn_rate/changes?grain=day | 400 | not_allowed_value | grain
          /v1/metrics/churn_rate/changes?dimension=all | 400 | not_allowed_value | dimension
          """)
  void aRequestThatCannotBeAnsweredIsAProblem(String path, int status, String code, String field) {
    refused(get(path), status, code).body("field", equalTo(field));
  }

  @Test
  void aProblemSaysWhatIsAllowed() {
    get("/v1/metrics?compare=decade").body("detail", containsString("known: previous, year"));
    get("/v1/metrics/nope").body("detail", containsString("active_customers"));
    get("/v1/metrics/churn_rate/changes?x=1")
        .body("detail", equalTo("There is no parameter x; known: grain, dimension"));
  }
}
