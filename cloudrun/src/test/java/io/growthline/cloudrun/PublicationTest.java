package io.growthline.cloudrun;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.pages.Page;
import io.growthline.pages.Pages;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** One story: nothing published, an empty warehouse, one with rows, one with many rows. */
@QuarkusTest
@WithTestResource(NoData.class)
class PublicationTest {
  @ConfigProperty(name = "growthline.data")
  String data;

  @Inject PublishedWarehouse published;

  @Test
  void eachPublicationIsServedWithoutARestart() throws Exception {
    given()
        .get("/health/ready")
        .then()
        .statusCode(503)
        .body("checks[0].data.reason", containsString("growthline demo"));
    for (Page page : Pages.routed()) {
      String html =
          given().get(PagesTest.address(page)).then().statusCode(200).extract().asString();
      WellFormed.check(page.path(), html);
      assertThat(page.path(), html, containsString("./growthline demo"));
    }
    given()
        .get("/v1/customers/c000001")
        .then()
        .statusCode(503)
        .body("code", equalTo("warehouse_unavailable"));

    Path warehouse = Path.of(data).resolve("warehouse");
    whatAnotherBuildPublishedIsRefusedInOneLine(warehouse);
    SampleTables.publish(warehouse, List.of());
    given().get("/health/ready").then().statusCode(200);
    given().get("/").then().statusCode(200).body(containsString("./growthline demo"));
    given().get("/v1/customers/c000001").then().statusCode(404);

    SampleTables.publish(warehouse, SampleTables.rows());
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
    largeTablesAreServedBeforeDuringAndAfterAPublication(warehouse);
  }

  private static void whatAnotherBuildPublishedIsRefusedInOneLine(Path warehouse) throws Exception {
    SampleTables.publishAsAnotherBuild(
        warehouse,
        "DROP TABLE marts.dim_currency",
        "ALTER TABLE marts.kpi_values DROP COLUMN withheld_because");
    String refused =
        "it lacks the table marts.dim_currency, the column marts.kpi_values.withheld_because, so"
            + " another build wrote it; publish again with this one: ./growthline run";

    String reason =
        given().get("/health/ready").then().statusCode(503).extract().path("checks[0].data.reason");
    assertThat(reason, endsWith(refused));
    assertThat(reason.lines().count(), is(1L));
    given()
        .get("/v1/metrics")
        .then()
        .statusCode(503)
        .body("code", equalTo("warehouse_unavailable"))
        .body("detail", endsWith(refused));
    given().get("/").then().statusCode(200).body(containsString("it lacks the table"));
    SampleData.remove(warehouse);
  }

  /** So many rows are published as a view of data files, which a later publication replaces. */
  private void largeTablesAreServedBeforeDuringAndAfterAPublication(Path warehouse)
      throws Exception {
    SampleTables.publish(warehouse, List.of(kpiByRegion(15_000)));
    assertThat("before", published.read(PublicationTest::kpiRows), is(15_000L));

    published.read(
        snapshot -> {
          publish(warehouse, 16_000);
          assertThat("during", kpiRows(snapshot), is(15_000L));
          return null;
        });

    assertThat("after", published.read(PublicationTest::kpiRows), is(16_000L));
    given()
        .get("/v1/metrics?metric=nps&dimension=region")
        .then()
        .statusCode(200)
        .body("values.size()", equalTo(16_000));
  }

  private static void publish(Path warehouse, int rows) {
    try {
      SampleTables.publish(warehouse, List.of(kpiByRegion(rows)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String kpiByRegion(int rows) {
    return "INSERT INTO marts.kpi_values SELECT 'nps', 'month', DATE '2025-01-01', 'region', 'r'"
        + " || i,"
        + " 1, 0, NULL, 'unit', true, 0, NULL FROM range("
        + rows
        + ") t(i)";
  }

  private static long kpiRows(Snapshot snapshot) {
    return (Long) snapshot.query("SELECT count(*) AS n FROM marts.kpi_values").get(0).get("n");
  }
}
