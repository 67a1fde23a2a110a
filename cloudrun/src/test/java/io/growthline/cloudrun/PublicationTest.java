package io.growthline.cloudrun;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** One story: nothing published, an empty warehouse, then a warehouse with rows. */
@QuarkusTest
@WithTestResource(PublicationTest.NoData.class)
class PublicationTest {
  @ConfigProperty(name = "growthline.data")
  String data;

  @Test
  void eachPublicationIsServedWithoutARestart() throws Exception {
    given()
        .get("/health/ready")
        .then()
        .statusCode(503)
        .body("checks[0].data.reason", containsString("growthline demo"));
    given().get("/").then().statusCode(200).body(containsString("./growthline demo"));
    given()
        .get("/v1/customers/c000001")
        .then()
        .statusCode(503)
        .body("code", equalTo("warehouse_unavailable"));

    Path warehouse = Path.of(data).resolve("warehouse");
    SampleTables.publish(warehouse, "1", List.of());
    given().get("/health/ready").then().statusCode(200);
    given().get("/").then().statusCode(200).body(containsString("./growthline demo"));
    given().get("/v1/customers/c000001").then().statusCode(404);

    SampleTables.publish(warehouse, "2", SampleTables.rows());
    given().get("/v1/customers/c000001").then().statusCode(200);
    given()
        .contentType(ContentType.JSON)
        .body("{\"customer_id\":\"c000001\"}")
        .post("/v1/scores/churn")
        .then()
        .statusCode(503)
        .body("code", equalTo("model_unavailable"));
    given()
        .contentType(ContentType.JSON)
        .body("{\"segment\":\"all\",\"price_minor\":899}")
        .post("/v1/pricing/scenarios")
        .then()
        .statusCode(503)
        .body("code", equalTo("model_unavailable"));
  }

  /** A data directory in which nothing was ever run. */
  public static class NoData implements QuarkusTestResourceLifecycleManager {
    private Path data;

    @Override
    public Map<String, String> start() {
      try {
        data = Files.createTempDirectory("growthline-none");
        return Map.of("growthline.data", data.toString());
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public void stop() {
      SampleData.remove(data);
    }
  }
}
