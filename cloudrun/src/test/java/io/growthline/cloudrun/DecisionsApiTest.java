package io.growthline.cloudrun;

import static io.growthline.cloudrun.Problems.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decisions on changes, their gates, and packs to take along. */
@QuarkusTest
@WithTestResource(SampleData.class)
class DecisionsApiTest {
  private static ValidatableResponse get(String path) {
    return given().when().get(path).then();
  }

  @Test
  void everyChangeHasADecisionAndTheRunIsOneOfThem() {
    get("/v1/decisions")
        .statusCode(200)
        .body("decisions.change_id", contains("checklist", "this_run"))
        .body("decisions[0].decision", equalTo("experiment_only"));
    get("/v1/decisions?decision=limited_rollout").body("decisions.change_id", contains("this_run"));
    refused(get("/v1/decisions?decision=maybe"), 400, "not_allowed_value");
  }

  @Test
  void oneDecisionHasItsGatesWithWhatHoldsItBackFirst() {
    get("/v1/decisions/checklist")
        .statusCode(200)
        .body("decision.held_back_by", equalTo("complaints"))
        .body("gates.gate", contains("complaints", "uplift"))
        .body("gates[0].evidence_key", equalTo("metric=complained"));
    refused(get("/v1/decisions/nothing"), 404, "not_found");
  }

  @Test
  void packsAreMarkdownHtmlAndExcel() {
    for (String ending : List.of("md", "html", "xlsx")) {
      get("/decisions/checklist/pack." + ending)
          .statusCode(200)
          .header(
              "Content-Disposition",
              containsString("growthline-decision-pack-checklist." + ending));
      refused(get("/decisions/nothing/pack." + ending), 404, "not_found");
    }
    byte[] workbook =
        get("/decisions/checklist/pack.xlsx")
            .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .extract()
            .asByteArray();
    assertThat("begins as a ZIP file does", workbook[0] == 'P' && workbook[1] == 'K', is(true));
  }

  @Test
  void theDocumentNamesEveryDecision() {
    get("/openapi?format=json")
        .body(
            "paths.'/v1/decisions'.get.parameters[0].schema.enum",
            contains("ship", "limited_rollout", "experiment_only", "needs_human_review", "block"));
  }
}
