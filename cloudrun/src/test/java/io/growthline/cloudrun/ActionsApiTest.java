package io.growthline.cloudrun;

import static io.growthline.cloudrun.Problems.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan of actions page by page, and what was decided for one customer. */
@QuarkusTest
@WithTestResource(SampleData.class)
class ActionsApiTest {
  private static ValidatableResponse get(String path) {
    return given().when().get(path).then();
  }

  @Test
  void theMostValuableActionsComeFirst() {
    // 0.8 x 0.25 x 240,000 - 400, then 23/30 x 0.2 x 230,000 - 500.
    get("/v1/actions?limit=2")
        .statusCode(200)
        .body("actions.customer_id", contains("c000024", "c000023"))
        .body("actions.expected_value_minor", contains(47600, 34767))
        .body("actions.arm", contains("treated", "holdout"))
        .body("actions.priority", contains(1, null))
        .body("actions[0].action", equalTo("service_call"))
        .body("currency", equalTo("GBP"))
        .body("as_of", equalTo("2026-07-01"))
        .body("next_cursor", notNullValue());
  }

  @Test
  void whoNeedsProtectionGetsHelpOnlyAndNoFilterFindsThem() {
    List<String> kinds =
        get("/v1/actions?limit=200")
            .extract()
            .path("actions.findAll { it.vulnerable_customer }.kind");
    assertThat(kinds, contains("help", "help"));
    get("/v1/actions?limit=2")
        .body("actions[0].guardrails.outcome", contains("route_to_help", "note"))
        .body("actions[1].guardrails.outcome", contains("note"));
    refused(get("/v1/actions?vulnerable_customer=true"), 400, "unknown_column")
        .body(
            "detail",
            equalTo(
                "There is no parameter vulnerable_customer; known: action, owner, channel, segment,"
                    + " value_band, arm, sort, limit, cursor"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-expected_value_minor", "priority", "-priority", "churn", "customer_id"})
  void pagesTogetherAreTheWholePlanInItsOrder(String sort) {
    List<String> whole =
        get("/v1/actions?limit=200&sort=" + sort).extract().path("actions.customer_id");
    assertThat(whole, hasSize(12));

    List<String> paged = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page =
          get("/v1/actions?limit=5&sort=" + sort + cursor).statusCode(200).extract().jsonPath();
      paged.addAll(page.getList("actions.customer_id"));
      String next = page.getString("next_cursor");
      cursor = next == null ? null : "&cursor=" + next;
    }

    assertThat(paged, is(whole));
    assertThat(new HashSet<>(paged).size(), is(12));
  }

  @Test
  void filtersNarrowThePlan() {
    get("/v1/actions?owner=service&channel=phone")
        .body("actions.customer_id", contains("c000024", "c000016"))
        .body("next_cursor", nullValue());
    get("/v1/actions?action=retention_call&value_band=high&arm=treated")
        .body("actions.customer_id", contains("c000021", "c000019", "c000017"));
    get("/v1/actions?segment=mid").body("actions", hasSize(12));
    get("/v1/actions?value_band=none").statusCode(200).body("actions", is(empty()));
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    String cursor = get("/v1/actions?limit=2&owner=service").extract().path("next_cursor");
    get("/v1/actions?limit=3&owner=service&cursor=" + cursor).statusCode(200);
    refused(get("/v1/actions?limit=2&cursor=" + cursor), 400, "not_allowed_value");
    String customers = get("/v1/customers?limit=2").extract().path("next_cursor");
    refused(get("/v1/actions?cursor=" + customers), 400, "not_allowed_value");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          action=zzz | not_allowed_value | action
          owner=zzz | not_allowed_value | owner
          channel=%27%20OR%201=1 | not_allowed_value | channel
          segment=zzz | not_allowed_value | segment
          value_band=zzz | not_allowed_value | value_band
          arm=both | not_allowed_value | arm
          sort=full_name | not_allowed_value | sort
          limit=0 | out_of_range | limit
          cursor=zzz | not_allowed_value | cursor
          offset=5 | unknown_column | offset
          """)
  void aRequestThatCannotBeAnsweredIsAProblem(String query, String code, String field) {
    refused(given().urlEncodingEnabled(false).get("/v1/actions?" + query).then(), 400, code)
        .body("field", equalTo(field));
  }

  @Test
  void aCustomerIsChosenOrRejectedWithTheReason() {
    get("/v1/customers/c000021/actions")
        .statusCode(200)
        .body("customer_id", equalTo("c000021"))
        .body("chosen.action", contains("retention_call"))
        .body("chosen[0].expected_value_minor", equalTo(28900))
        .body("chosen[0].contact_cost_minor", equalTo(500))
        .body("rejected", is(empty()))
        .body("guardrails.rule", contains("prioritisation_only"));
    get("/v1/customers/c000005/actions")
        .body("chosen", is(empty()))
        .body("rejected.reason", contains("budget"))
        .body("rejected[0].action", equalTo("retention_call"))
        .body("rejected[0].expected_value_minor", equalTo(50));
  }

  @Test
  void whoNeedsProtectionCarriesTheGuardrailWhateverWasDecided() {
    for (String id : List.of("c000024", "c000008")) {
      get("/v1/customers/" + id + "/actions")
          .statusCode(200)
          .body("guardrails.outcome", contains("route_to_help", "note"))
          .body("chosen.kind", everyItem(equalTo("help")));
    }
    get("/v1/customers/c000008/actions").body("rejected.reason", contains("protected"));
  }

  @Test
  void anUnknownCustomerIsAProblem() {
    refused(get("/v1/customers/nobody/actions"), 404, "not_found")
        .body("detail", containsString("nobody"));
  }
}
