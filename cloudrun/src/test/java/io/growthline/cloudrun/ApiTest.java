package io.growthline.cloudrun;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(SampleData.class)
class ApiTest {
  private static final String CHURN = "/v1/scores/churn";
  private static final String ACTIVATION = "/v1/scores/activation";
  private static final String PRICING = "/v1/pricing/scenarios";

  private static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).when().post(path).then();
  }

  private static ValidatableResponse get(String path) {
    return given().when().get(path).then();
  }

  @Test
  void aCustomerHasProfileScoresAndReasons() {
    get("/v1/customers/c000023")
        .statusCode(200)
        .body("customer_id", equalTo("c000023"))
        .body("as_of", equalTo("2026-07-01"))
        .body("plan_price_minor", equalTo(1499))
        .body("scores", hasSize(1))
        .body("scores[0].model", equalTo("churn"))
        .body("scores[0].reasons", hasSize(3))
        .body("scores[0].reasons[0].position", equalTo(1))
        .body("guardrails.rule", equalTo(java.util.List.of("prioritisation_only")));
  }

  @Test
  void aProfileNamesNoPerson() {
    get("/v1/customers/c000023").body("full_name", nullValue()).body("email", nullValue());
  }

  @Test
  void aVulnerableCustomerIsRoutedToHelpInProfileAndScore() {
    get("/v1/customers/c000024").body("guardrails.outcome", hasItem("route_to_help"));
    post(CHURN, "{\"customer_id\":\"c000024\"}")
        .statusCode(200)
        .body("guardrails[0].rule", equalTo("vulnerable_customer"))
        .body("guardrails[0].message", containsString("do not target by price or incentive"));
    post(ACTIVATION, "{\"customer_id\":\"c000024\"}")
        .body("guardrails.outcome", hasItem("route_to_help"));
  }

  @Test
  void anUnknownCustomerIsNotFound() {
    refused(get("/v1/customers/nobody"), 404, "not_found");
    refused(post(CHURN, "{\"customer_id\":\"nobody\"}"), 404, "not_found");
    refused(post(ACTIVATION, "{\"customer_id\":\"nobody\"}"), 404, "not_found");
  }

  @Test
  void aScoreIsCalibratedAndCarriesVersionDayAndReasons() {
    for (String path : new String[] {CHURN, ACTIVATION}) {
      post(path, "{\"customer_id\":\"c000023\"}")
          .statusCode(200)
          .body("score", allOf(greaterThanOrEqualTo(0f), lessThanOrEqualTo(1f)))
          .body("band", notNullValue())
          .body("model_version", containsString("2026-07-01-"))
          .body("as_of", equalTo("2026-07-01"))
          .body("reasons.size()", greaterThan(0))
          .body("reasons[0].text", notNullValue());
    }
  }

  @Test
  void givenFeaturesAreScoredAndTheMissingVulnerabilityIsSaid() {
    post(CHURN, "{\"features\":{\"days_since_active\":25,\"complaints_90d\":2,\"last_nps\":null}}")
        .statusCode(200)
        .body("customer_id", nullValue())
        .body("guardrails.rule", hasItem("vulnerability_unknown"));
  }

  @Test
  void moreOfTheDriverGivesAHigherScore() {
    float low =
        post(CHURN, "{\"features\":{\"days_since_transaction\":2}}").extract().path("score");
    post(CHURN, "{\"features\":{\"days_since_transaction\":28}}").body("score", greaterThan(low));
  }

  @Test
  void aScenarioHasIntervalsAndLeavesVulnerableCustomersOut() {
    post(PRICING, "{\"segment\":\"all\",\"price_minor\":899,\"incentive_minor\":0}")
        .statusCode(200)
        .body("conversion.lower", lessThanOrEqualTo(0.2f))
        .body("revenue_minor.upper", greaterThan(0f))
        .body("model_version", equalTo(SampleModels.demand().version()))
        .body("excluded_vulnerable", equalTo(70))
        .body("verdict", equalTo("ok"))
        .body("guardrails.outcome", hasItem("exclude"));
  }

  @Test
  void aPriceThatNobodySawIsWithheld() {
    post(PRICING, "{\"segment\":\"all\",\"price_minor\":90000}")
        .statusCode(200)
        .body("verdict", equalTo("invalid"))
        .body("revenue_minor", nullValue())
        .body("reasons.size()", greaterThan(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | missing_field | segment
          {"segment":"all"} | missing_field | price_minor
          {"segment":null,"price_minor":1} | missing_field | segment
          {"segment":"all","price_minor":"9"} | wrong_type | price_minor
          {"segment":"all","price_minor":9.5} | wrong_type | price_minor
          {"segment":"all","price_minor":99999999999999999999} | wrong_type | price_minor
          {"segment":7,"price_minor":1} | wrong_type | segment
          {"segment":"all","price_minor":0} | out_of_range | price_minor
          {"segment":"all","price_minor":899,"incentive_minor":-1} | out_of_range | incentive_minor
          {"segment":"nope","price_minor":899} | not_allowed_value | segment
          {"segment":"all","price_minor":899,"colour":1} | unknown_column | colour
          [] | wrong_type |
          "text" | wrong_type |
          null | malformed_record |
          {"segment": | malformed_record |
          {"segment":"all"} {} | malformed_record |
          {"segment":"all","segment":"all"} | malformed_record |
          """)
  void aBadScenarioIsRefusedWithCodeAndField(String body, String code, String field) {
    refused(post(PRICING, body), 400, code).body("field", equalTo(field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | missing_field | customer_id
          {"customer_id":5} | wrong_type | customer_id
          {"features":{}} | missing_field | features
          {"features":{"days_since_active":"x"}} | wrong_type | features.days_since_active
          {"features":{"shoe_size":44}} | unknown_column | features.shoe_size
          {"customer_id":"c000001","features":{"days_since_active":1}} | not_allowed_value | features
          """)
  void aBadScoreRequestIsRefusedWithCodeAndField(String body, String code, String field) {
    refused(post(CHURN, body), 400, code).body("field", equalTo(field));
  }

  @Test
  void anEmptyBodyAnUnknownPathAMethodAndAMediaTypeAreProblems() {
    refused(post(CHURN, ""), 400, "malformed_record");
    refused(get("/v1/nothing"), 404, "not_found");
    refused(get(CHURN), 405, "method_not_allowed");
    refused(
        given().contentType(ContentType.TEXT).body("x").when().post(CHURN).then(),
        415,
        "unsupported_media_type");
  }

  @Test
  void metricsComeWithUnitAndCompleteness() {
    get("/v1/metrics?metric=active_customers")
        .statusCode(200)
        .body("values", hasSize(19))
        .body("values[0].unit", equalTo("customers"))
        .body("values[18].is_complete", equalTo(false))
        .body("published_at", notNullValue());
    get("/v1/metrics").body("values", hasSize(95));
    refused(get("/v1/metrics?metric=nope"), 400, "not_allowed_value")
        .body("detail", containsString("active_customers"));
  }

  @Test
  void metricsAreMonthlyUnlessAnotherGrainIsAskedFor() {
    get("/v1/metrics?metric=active_customers").body("values[0].grain", equalTo("month"));
    get("/v1/metrics?metric=active_customers&grain=week").body("values", hasSize(0));
    refused(get("/v1/metrics?grain=day"), 400, "not_allowed_value")
        .body("detail", equalTo("There is no grain day; known: week, month, quarter"));
  }

  @Test
  void anUnknownModelIsAnsweredWithThoseThatThereAre() {
    refused(post("/v1/scores/upsell", "{\"customer_id\":\"c000001\"}"), 404, "not_found")
        .body("detail", equalTo("There is no model upsell; known: churn, activation"));
  }

  @Test
  void theServiceIsAliveReadyDescribedAndMeasured() {
    get("/health/live").statusCode(200).body("status", equalTo("UP"));
    get("/health/ready").statusCode(200).body("checks[0].data.as_of", equalTo("2026-07-01"));
    get("/openapi?format=json")
        .statusCode(200)
        .body("paths.keySet()", hasItem("/v1/scores/churn"))
        .body("components.schemas.ScoreRequest.properties.keySet()", hasItem("customer_id"));
    get("/metrics").statusCode(200).body(containsString("http_server"));
  }

  private static ValidatableResponse refused(
      ValidatableResponse response, int status, String code) {
    return response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("code", equalTo(code))
        .body("title", notNullValue())
        .body("detail", not(containsString("Exception")));
  }
}
