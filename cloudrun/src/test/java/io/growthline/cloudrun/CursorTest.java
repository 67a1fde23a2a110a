package io.growthline.cloudrun;

import static io.growthline.cloudrun.Problems.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Pages of two publications would not fit together. */
@QuarkusTest
@WithTestResource(CursorTest.OwnData.class)
class CursorTest {
  @ConfigProperty(name = "growthline.data")
  String data;

  /** A data directory of its own. */
  public static class OwnData extends NoData {}

  @Test
  void aCursorOfAPublicationThatWasReplacedIsRefused() throws Exception {
    Path warehouse = Path.of(data).resolve("warehouse");
    SampleTables.publish(warehouse, SampleTables.rows());
    String cursor = given().get("/v1/customers?limit=2").then().extract().path("next_cursor");
    given().get("/v1/customers?limit=2&cursor=" + cursor).then().statusCode(200);

    SampleTables.publish(warehouse, SampleTables.rows());

    refused(given().get("/v1/customers?limit=2&cursor=" + cursor).then(), 410, "cursor_expired")
        .body("field", equalTo("cursor"))
        .body("detail", containsString("begin again without cursor"));
  }
}
