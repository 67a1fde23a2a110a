package io.growthline.cloudrun;

import static io.growthline.cloudrun.Problems.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Tests of regions: all of them, and one with what it rests on. */
@QuarkusTest
@WithTestResource(SampleData.class)
class GeoTestsApiTest {
  private static ValidatableResponse get(String path) {
    return given().when().get(path).then();
  }

  @Test
  void eachMethodHasAVerdictAndAnInvalidOneNoEffect() {
    get("/v1/geo-tests")
        .statusCode(200)
        .body("currency", equalTo("GBP"))
        .body("geo_tests.method", contains("synthetic_control", "did"))
        .body("geo_tests.verdict", contains("ok", "invalid"))
        .body("geo_tests[0].lift", equalTo(0.56f))
        .body("geo_tests[0].lift_lower", equalTo(0.39f))
        .body("geo_tests[1].lift", nullValue())
        .body("geo_tests[1].pre_trend_p", equalTo(0.01f));
  }

  @Test
  void oneTestComesWithDaysPlacebosAndRegions() {
    get("/v1/geo-tests/regional_radio")
        .statusCode(200)
        .body("test_id", equalTo("regional_radio"))
        .body("results.method", contains("synthetic_control", "did"))
        .body("days", hasSize(328))
        .body("days[0].day", equalTo("2025-06-01"))
        .body("placebos.findAll { it.treated }.region", everyItem(equalTo("North")))
        .body(
            "regions.findAll { it.method == 'did' }.role",
            contains("control", "control", "neighbour", "treated"));
  }

  @Test
  void whatCannotBeAnsweredIsAProblem() {
    refused(get("/v1/geo-tests/nothing"), 404, "not_found")
        .body("detail", containsString("There is no geo test nothing"));
    refused(get("/v1/geo-tests?method=did"), 400, "unknown_column")
        .body("field", equalTo("method"));
    refused(get("/v1/geo-tests/regional_radio?day=1"), 400, "unknown_column");
  }
}
