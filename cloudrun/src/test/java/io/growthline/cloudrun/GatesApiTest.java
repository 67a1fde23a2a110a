package io.growthline.cloudrun;

import static io.growthline.cloudrun.Problems.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SampleData.class)
class GatesApiTest {
  private static ValidatableResponse get(String path) {
    return given().when().get(path).then();
  }

  @Test
  void whatWarnsComesBeforeWhatIsWithheldAndWhatPasses() {
    get("/v1/monitoring/gates")
        .statusCode(200)
        .body("gates.verdict", contains("warn", "warn", "withheld", "pass"))
        .body("gates[3].lower", equalTo(0.79f))
        .body("gates[3].false_alarm_rate", equalTo(0.01f));
  }

  @Test
  void aWithheldGateSaysWhy() {
    get("/v1/monitoring/gates?verdict=withheld")
        .statusCode(200)
        .body("gates.gate", contains("churn_calibration"))
        .body("gates[0].row_count", equalTo(61))
        .body("gates[0].withheld_because", equalTo("Measured on 61 rows; needs 400."))
        .body("gates[0].false_alarm_rate", nullValue());
  }

  @Test
  void theDocumentNamesEveryVerdictAndOthersAreRefused() {
    get("/openapi?format=json")
        .body(
            "paths.'/v1/monitoring/gates'.get.parameters[0].schema.enum",
            contains("pass", "warn", "fail", "withheld"));
    refused(get("/v1/monitoring/gates?verdict=maybe"), 400, "not_allowed_value");
  }
}
