package io.growthline.cloudrun;

import static io.growthline.cloudrun.Problems.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import org.junit.jupiter.api.Test;

/** Gaps between groups of customers. */
@QuarkusTest
@WithTestResource(SampleData.class)
class OutcomesApiTest {
  @Test
  void aGapComesWithItsIntervalAndVerdict() {
    given()
        .config(
            RestAssuredConfig.config()
                .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
        .get("/v1/outcomes")
        .then()
        .statusCode(200)
        .body("as_of", equalTo("2026-07-01"))
        .body("gaps.size()", equalTo(1))
        .body("gaps[0].worse_group", equalTo("low"))
        .body("gaps[0].gap", closeTo(0.2, 1e-9))
        .body("gaps[0].lower", closeTo(0.13, 1e-9))
        .body("gaps[0].verdict", equalTo("ok"));
  }

  @Test
  void anUnknownParameterIsRefused() {
    refused(given().get("/v1/outcomes?group=low").then(), 400, "unknown_column");
  }
}
