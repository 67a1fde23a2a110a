package io.growthline.cloudrun;

import static io.growthline.cloudrun.Problems.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** All experiments, and one with its effects. */
@QuarkusTest
@WithTestResource(SampleData.class)
class ExperimentsApiTest {
  private static ValidatableResponse get(String path) {
    return given().when().get(path).then();
  }

  @Test
  void allExperimentsHaveArmsDaysLeftAndAMemo() {
    get("/v1/experiments")
        .statusCode(200)
        .body("as_of", equalTo("2026-07-01"))
        .body("experiments.experiment_id", contains("checklist", "not_begun"))
        .body("experiments.memo", contains("ship", null))
        .body("experiments[0].days_left", equalTo(0))
        .body("experiments[0].arms.name", contains("control", "treatment"))
        .body("experiments[0].arms.share", contains(0.5f, 0.5f))
        .body("experiments[0].arms.exposed", contains(510, 490));
  }

  @Test
  void oneExperimentHasItsEffectsAndTheirCourse() {
    get("/v1/experiments/checklist")
        .statusCode(200)
        .body("memo_reason", equalTo("funded +7 points (3 to 11)."))
        .body("results", hasSize(4))
        .body(
            "results.find { it.dimension == 'all' && it.role == 'primary' }.effect", equalTo(0.07f))
        .body("results.find { it.value == 'Wales' }.effect", nullValue())
        .body("results.find { it.role == 'guardrail' }.guardrail", equalTo("kept"))
        .body("series.measured_on", contains("2026-06-01", "2026-06-02", "2026-06-03"));
  }

  @Test
  void whatDoesNotExistIsAProblem() {
    refused(get("/v1/experiments/nothing"), 404, "not_found")
        .body("detail", equalTo("There is no experiment nothing"))
        .body("field", equalTo("id"));
    refused(get("/v1/experiments?memo=ship"), 400, "unknown_column");
  }
}
