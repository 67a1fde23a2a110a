package io.growthline.cloudrun;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.pages.Page;
import io.growthline.pages.Pages;
import io.growthline.warehouse.DuckDbExport;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A release holds what pages and routes read, no more and no less. */
@QuarkusTest
@WithTestResource(ServedTablesTest.OwnData.class)
class ServedTablesTest {
  @ConfigProperty(name = "growthline.data")
  String data;

  @Test
  void pagesAndRoutesReadAllTablesOfAReleaseAndNoOthers() throws Exception {
    try (StatementLog log = StatementLog.open()) {
      release();
      for (Page page : Pages.routed()) {
        given()
            .get(PagesTest.address(page))
            .then()
            .statusCode(200)
            .body(not(containsString("./growthline demo")));
      }
      given().get("/decisions/checklist/pack.md").then().statusCode(200);
      Map<String, Response> answers = askEveryRoute();
      answers.forEach((path, answer) -> assertThat(path, answer.statusCode(), is(200)));
      assertThat(answers.keySet(), is(documented()));

      assertThat(
          contracts(log.statements()),
          is(new TreeSet<>(Contracts.SERVED.stream().map(TableSpec::id).toList())));
    }
  }

  /** A data directory of its own, in which the service has read nothing yet. */
  public static class OwnData extends NoData {}

  private void release() throws Exception {
    Path warehouse = Path.of(data).resolve("warehouse");
    SampleTables.publish(warehouse, SampleTables.rows());
    Path release = Path.of(data).resolve("releases/r1");
    Files.createDirectories(release.resolve("warehouse"));
    DuckDbExport.write(warehouse, Contracts.SERVED, release.resolve("warehouse/growthline.duckdb"));
    SampleModels.register(release.resolve("models"));
    Files.writeString(Path.of(data).resolve("CURRENT"), "r1");
  }

  private static Map<String, Response> askEveryRoute() {
    String customer = "{\"customer_id\":\"c000023\"}";
    Map<String, Response> answers = new TreeMap<>();
    answers.put("/v1/customers/{id}", given().get("/v1/customers/c000023"));
    answers.put("/v1/customers/{id}/actions", given().get("/v1/customers/c000023/actions"));
    answers.put("/v1/customers/{id}/traces", given().get("/v1/customers/c000023/traces"));
    answers.put("/v1/actions", given().get("/v1/actions?limit=2"));
    answers.put("/v1/customers", given().get("/v1/customers?limit=2"));
    answers.put("/v1/geo-tests", given().get("/v1/geo-tests"));
    answers.put("/v1/geo-tests/{id}", given().get("/v1/geo-tests/regional_radio"));
    answers.put("/v1/segments", given().get("/v1/segments"));
    answers.put("/v1/monitoring/gates", given().get("/v1/monitoring/gates"));
    answers.put("/v1/outcomes", given().get("/v1/outcomes"));
    answers.put("/v1/decisions", given().get("/v1/decisions"));
    answers.put("/v1/decisions/{id}", given().get("/v1/decisions/checklist"));
    answers.put("/v1/experiments", given().get("/v1/experiments"));
    answers.put("/v1/experiments/{id}", given().get("/v1/experiments/checklist"));
    answers.put("/v1/metrics/{name}", given().get("/v1/metrics/churn_rate"));
    answers.put("/v1/metrics/{name}/changes", given().get("/v1/metrics/churn_rate/changes"));
    answers.put("/v1/metrics", given().get("/v1/metrics?metric=active_customers"));
    answers.put("/v1/scores/churn", post("/v1/scores/churn", customer));
    answers.put("/v1/scores/activation", post("/v1/scores/activation", customer));
    answers.put("/v1/scores/response", post("/v1/scores/response", customer));
    answers.put(
        "/v1/pricing/scenarios",
        post("/v1/pricing/scenarios", "{\"segment\":\"all\",\"price_minor\":899}"));
    answers.put(
        "/v1/campaigns/simulations",
        post(
            "/v1/campaigns/simulations",
            "{\"contact_cost_minor\":500,\"success\":{\"value\":0.2,\"lower\":0.1,\"upper\":0.3}}"));
    return answers;
  }

  private static Response post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path);
  }

  private static Set<String> documented() {
    Map<String, Object> paths = given().get("/openapi?format=json").path("paths");
    return new TreeSet<>(paths.keySet());
  }

  private static Set<String> contracts(List<String> statements) {
    String all = String.join("\n", statements);
    Set<String> named = new TreeSet<>();
    for (TableSpec<?> table : Contracts.all()) {
      if (Pattern.compile("\\b" + Pattern.quote(table.id()) + "\\b").matcher(all).find()) {
        named.add(table.id());
      }
    }
    return named;
  }
}
