package io.growthline.cloudrun;

import static io.growthline.cloudrun.Problems.refused;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
        .body("currency", equalTo("GBP"))
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
        .body("currency", equalTo("GBP"))
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
          {"features":{"tenure_days":"NaN"}} | wrong_type | features.tenure_days
          {"features":{"tenure_days":"Infinity"}} | wrong_type | features.tenure_days
          {"features":{"tenure_days":true}} | wrong_type | features.tenure_days
          {"features":{"tenure_days":NaN}} | malformed_record |
          {"features":{"tenure_days":-5}} | out_of_range | features.tenure_days
          {"features":{"tenure_days":1e39}} | out_of_range | features.tenure_days
          {"features":{"tenure_days":1e308}} | out_of_range | features.tenure_days
          {"features":{"tenure_days":1e400}} | out_of_range | features.tenure_days
          {"features":{"spend_minor_30d":1e39}} | out_of_range | features.spend_minor_30d
          {"features":{"spend_trend":1e39}} | out_of_range | features.spend_trend
          {"features":{"days_since_active":366}} | out_of_range | features.days_since_active
          {"features":{"last_nps":11}} | out_of_range | features.last_nps
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
        .body("detail", equalTo("There is no grain day; known: month, week, quarter"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          metric=nope | metric
          dimension=foo | dimension
          metric=nps&dimension=foo | dimension
          metric=customer_acquisition_cost_minor&dimension=income_segment | dimension
          grain=day | grain
          metric=nps&grain=week | grain
          """)
  void aFilterThatNamesNothingIsRefused(String query, String field) {
    refused(get("/v1/metrics?" + query), 400, "not_allowed_value").body("field", equalTo(field));
  }

  @Test
  void theRangeOfAFeatureIsThatOfItsColumn() {
    post(CHURN, "{\"features\":{\"active_days_30d\":31}}")
        .body("detail", equalTo("active_days_30d must be between 0 and 30"));
    post(CHURN, "{\"features\":{\"active_days_30d\":30}}").statusCode(200);
    post(ACTIVATION, "{\"features\":{\"push_opt_in\":2}}")
        .body("detail", equalTo("push_opt_in must be between 0 and 1"));
  }

  @Test
  void aBodyThatIsTooLargeIsAProblemHoweverItIsSent() throws Exception {
    byte[] large = " ".repeat(200_000).getBytes(US_ASCII);
    for (int i = 0; i < 3; i++) {
      refused(post(PRICING, new String(large, US_ASCII)), 413, "payload_too_large");
    }

    HttpRequest chunked =
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + PRICING))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(chunked, BodyHandlers.ofString());
    assertThat(answer.statusCode(), equalTo(413));
    assertThat(answer.body(), containsString("payload_too_large"));
  }

  @Test
  void aBodyThatIsNotUtf8IsMalformed() {
    refused(
        given()
            .contentType(ContentType.JSON)
            .body(new byte[] {'"', (byte) 0xff, '"'})
            .when()
            .post(PRICING)
            .then(),
        400,
        "malformed_record");
  }

  @Test
  void anAddressThatIsTooLongIsAProblem() {
    refused(get("/v1/metrics?metric=" + "x".repeat(5_000)), 414, "uri_too_long");
    refused(get("/v1/customers/" + "x".repeat(60_000)), 414, "uri_too_long");
  }

  @Test
  void anExportRefusesAFilterThatNamesNothing() {
    refused(get("/customers?customers.band=zzz&export=customers"), 400, "not_allowed_value")
        .body("field", equalTo("customers.band"))
        .body("detail", equalTo("There is no customers.band zzz; known: high, medium, low"));
    refused(get("/customers?customers.sort=-shoes&export=customers"), 400, "not_allowed_value");
    refused(get("/customers?export=shoes"), 400, "not_allowed_value");
    get("/customers?customers.band=zzz").statusCode(200);
  }

  @Test
  void anUnknownModelIsAnsweredWithThoseThatThereAre() {
    refused(post("/v1/scores/upsell", "{\"customer_id\":\"c000001\"}"), 404, "not_found")
        .body("detail", equalTo("There is no model upsell; known: churn, activation, response"));
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
}
