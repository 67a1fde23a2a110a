package io.growthline.cloudrun;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Campaigns over the 24 customers of the sample, of whom three need protection. */
@QuarkusTest
@WithTestResource(SampleData.class)
class CampaignsApiTest {
  private static final String SUCCESS = "\"success\":{\"value\":0.2,\"lower\":0.1,\"upper\":0.3}";

  private static ValidatableResponse post(String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .when()
        .post("/v1/campaigns/simulations")
        .then();
  }

  @Test
  void theAudienceIsWithoutWhoNeedsProtectionOrIsHeldOut() {
    // Of chances i / 30, 8, 16 and 24 need protection, and 23 is held out: (300 - 48 - 23) / 30.
    post("{\"contact_cost_minor\":500," + SUCCESS + "}")
        .statusCode(200)
        .body("matching", equalTo(24))
        .body("left_out.reason", contains("protected", "holdout"))
        .body("left_out.customers", contains(3, 1))
        .body("everybody.contacts", equalTo(20))
        .body("everybody.leavers", equalTo(229 / 30f))
        .body("everybody.contact_cost_minor", equalTo(10_000))
        .body("everybody.stayer_incentive_minor", equalTo(0))
        .body(
            "sensitivity.findAll { it.asked }.term",
            contains("success", "incentive_minor", "contact_cost_minor"))
        .body("verdict", equalTo("ok"))
        .body("currency", equalTo("GBP"))
        .body("as_of", equalTo("2026-07-01"));
  }

  @Test
  void thePageOfTheAnswerShowsTheSameNumbersAndItsListIsTheAudience() {
    Map<String, Object> answer =
        post("{\"audience\":{\"risk_bands\":[\"high\"],\"behavioural_segments\":[\"declining\"]},"
                + "\"contact_cost_minor\":500,\"incentive_minor\":1000,"
                + SUCCESS
                + "}")
            .statusCode(200)
            // 17 and 21: 0.2·(17/30·169,000 + 21/30·209,000) - 1,000 - 22/30·1,000
            .body("everybody.net_minor", equalTo(48_413 - 1_000 - 733))
            .extract()
            .path("");
    String page = given().urlEncodingEnabled(false).get(answer.get("page").toString()).asString();
    assertThat(page, containsString("£484.13 saved less £10.00 for contacts less £7.33"));
    String list =
        given().urlEncodingEnabled(false).get(answer.get("targets_csv").toString()).asString();
    assertThat(
        list,
        allOf(
            containsString("\r\nc000021,declining,"),
            containsString("\r\nc000017,declining,"),
            not(containsString("c000024"))));
  }

  @Test
  void whereNobodyCanBeContactedNumbersAreWithheld() {
    post("{\"audience\":{\"risk_bands\":[\"low\"],\"churn_min\":0.9},\"contact_cost_minor\":500,"
            + SUCCESS
            + "}")
        .statusCode(200)
        .body("verdict", equalTo("invalid"))
        .body("reasons", contains("No customer matches the audience."))
        .body("everybody", nullValue())
        .body("sensitivity", hasSize(0))
        .body("targets_csv", nullValue());
  }

  @Test
  void aRefusalNamesTheField() {
    refused("{" + SUCCESS + "}", "missing_field", "contact_cost_minor");
    refused("{\"contact_cost_minor\":500}", "missing_field", "success");
    refused("{\"contact_cost_minor\":-1," + SUCCESS + "}", "out_of_range", "contact_cost_minor");
    refused(
        "{\"contact_cost_minor\":500,\"take_up\":1.1," + SUCCESS + "}", "out_of_range", "take_up");
    refused(
        "{\"contact_cost_minor\":500,\"success\":{\"value\":0.2,\"lower\":0.3,\"upper\":0.4}}",
        "out_of_range",
        "success.lower");
    audienceRefused("\"income_segments\":[\"rich\"]", "not_allowed_value", "income_segments");
    audienceRefused("\"risk_bands\":\"high\"", "wrong_type", "risk_bands");
    audienceRefused("\"risk_bands\":[null]", "missing_field", "risk_bands");
    audienceRefused("\"churn_min\":0.5,\"churn_max\":0.4", "out_of_range", "churn_max");
    audienceRefused("\"vulnerable\":true", "unknown_column", "vulnerable");
  }

  private static void audienceRefused(String audience, String code, String field) {
    refused(
        "{\"audience\":{" + audience + "},\"contact_cost_minor\":500," + SUCCESS + "}",
        code,
        "audience." + field);
  }

  private static void refused(String body, String code, String field) {
    post(body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("field", equalTo(field));
  }
}
