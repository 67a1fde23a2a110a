package io.growthline.cloudrun;

import static io.growthline.cloudrun.Problems.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** How decisions came about: by customer, and as a brief on the whole plan. */
@QuarkusTest
@WithTestResource(SampleData.class)
class TracesApiTest {
  private static ValidatableResponse get(String path) {
    return given().when().get(path).then();
  }

  @Test
  void aTraceSaysWhatWasSeenAndWhatWouldHaveChangedTheDecision() {
    get("/v1/customers/c000021/traces")
        .statusCode(200)
        .body("customer_id", equalTo("c000021"))
        .body("currency", equalTo("GBP"))
        .body("traces.decision", contains("contact"))
        .body("traces[0].seen.value_minor", equalTo(210000))
        .body("traces[0].seen.columns.open_complaints", equalTo(2))
        .body("traces[0].change_to", equalTo(9000f))
        .body("traces[0].impact_minor", equalTo(210))
        .body("guardrails.rule", contains("prioritisation_only"));
    get("/v1/customers/c000024/traces")
        .body("guardrails.outcome", contains("route_to_help", "note"));
  }

  @Test
  void whatCannotBeAnsweredIsAProblem() {
    refused(get("/v1/customers/nobody/traces"), 404, "not_found")
        .body("detail", containsString("nobody"));
    refused(get("/v1/customers/c000021/traces?limit=5"), 400, "unknown_column");
  }

  @Test
  void theBriefIsAFileThatFollowsTheFiltersOfTheQueue() {
    String brief =
        get("/actions/brief.md?queue.owner=service")
            .statusCode(200)
            .header("Content-Type", containsString("text/markdown"))
            .header("Content-Disposition", containsString("growthline-decision-brief.md"))
            .extract()
            .asString();
    assertThat(
        brief,
        allOf(
            containsString("run `run-1`"),
            containsString("Only Owner: Service."),
            containsString("| c000024 | Service call | Phone |"),
            not(containsString("| c000021 | Retention call | Phone |"))));
    refused(get("/actions/brief.md?queue.owner=zzz"), 400, "not_allowed_value");
  }
}
