package io.growthline.cloudrun;

import static io.growthline.cloudrun.Problems.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers page by page, and what segments of them are worth. */
@QuarkusTest
@WithTestResource(SampleData.class)
class CustomersApiTest {
  private static ValidatableResponse get(String path) {
    return given().when().get(path).then();
  }

  @Test
  void theRiskiestCustomersComeFirst() {
    get("/v1/customers?limit=2")
        .statusCode(200)
        .body("customers.customer_id", contains("c000024", "c000023"))
        .body("customers[0].risk_score", equalTo(0.8f))
        .body("customers[0].risk_band", equalTo("high"))
        .body("customers[1].segment", equalTo("budget_conscious"))
        .body("customers[1].paid_minor_90d", equalTo(2300))
        .body("currency", equalTo("GBP"))
        .body("as_of", equalTo("2026-07-01"))
        .body("next_cursor", notNullValue());
  }

  @Test
  void whoNeedsProtectionIsRoutedToHelpAndNoFilterFindsThem() {
    get("/v1/customers?limit=2")
        .body("customers[0].guardrails.outcome", contains("route_to_help", "note"))
        .body("customers[1].guardrails.outcome", contains("note"));
    refused(get("/v1/customers?vulnerable_customer=true"), 400, "unknown_column")
        .body("field", equalTo("vulnerable_customer"))
        .body(
            "detail",
            equalTo(
                "There is no parameter vulnerable_customer; known: segment, lifecycle, region, plan,"
                    + " risk_band, sort, limit, cursor"));
    refused(get("/v1/customers?sort=-vulnerable_customer"), 400, "not_allowed_value");
  }

  @Test
  void noColumnIdentifiesAPerson() {
    Map<String, Object> customer = get("/v1/customers").extract().path("customers[0]");
    for (ColumnSpec column : TableSpec.of(Customer360Profile.class).columns()) {
      if (column.pii()) {
        assertThat(customer, not(hasKey(column.name())));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-risk_score",
        "risk_score",
        "customer_id",
        "-customer_id",
        "days_since_active",
        "-days_since_active",
        "-spend_minor_90d",
        "paid_minor_90d",
        "tenure_days"
      })
  void pagesHoldEveryCustomerOnceInTheOrderOfTheWholeList(String sort) {
    List<String> whole =
        get("/v1/customers?limit=200&sort=" + sort).extract().path("customers.customer_id");
    List<String> paged = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page =
          get("/v1/customers?limit=7&sort=" + sort + cursor).statusCode(200).extract().jsonPath();
      paged.addAll(page.getList("customers.customer_id"));
      String next = page.getString("next_cursor");
      cursor = next == null ? null : "&cursor=" + next;
    }

    assertThat(paged, is(whole));
    assertThat(new HashSet<>(paged).size(), is(24));
  }

  @Test
  void equalOnesAreOrderedByIdAndUnknownValuesComeLast() {
    get("/v1/customers?sort=days_since_active&limit=4")
        .body("customers.customer_id", contains("c000003", "c000004", "c000005", "c000006"));
    for (String sort : List.of("days_since_active", "-days_since_active")) {
      List<String> ids =
          get("/v1/customers?limit=200&sort=" + sort).extract().path("customers.customer_id");
      assertThat(ids.subList(22, 24), contains("c000001", "c000002"));
    }
  }

  @Test
  void filtersNarrowTheList() {
    get("/v1/customers?segment=declining").body("customers", hasSize(6));
    get("/v1/customers?segment=declining&plan=premium&region=South")
        .body("customers.customer_id", contains("c000013", "c000001"))
        .body("customers.region", everyItem(equalTo("South")))
        .body("next_cursor", nullValue());
    get("/v1/customers?lifecycle=vip&risk_band=high")
        .body("customers.lifecycle", everyItem(equalTo("vip")))
        .body("customers.risk_band", everyItem(equalTo("high")))
        .body("customers", hasSize(2));
    get("/v1/customers?segment=high_value_traveler")
        .statusCode(200)
        .body("customers", is(empty()))
        .body("next_cursor", nullValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          segment=zzz | not_allowed_value | segment
          lifecycle=zzz | not_allowed_value | lifecycle
          region=zzz | not_allowed_value | region
          plan=zzz | not_allowed_value | plan
          risk_band=zzz | not_allowed_value | risk_band
          sort=full_name | not_allowed_value | sort
          sort=--risk_score | not_allowed_value | sort
          limit=0 | out_of_range | limit
          limit=201 | out_of_range | limit
          limit=many | wrong_type | limit
          limit=99999999999999999999 | wrong_type | limit
          cursor=zzz | not_allowed_value | cursor
          cursor=%25 | not_allowed_value | cursor
          offset=5 | unknown_column | offset
          """)
  void aRequestThatCannotBeAnsweredIsAProblem(String query, String code, String field) {
    refused(get("/v1/customers?" + query), 400, code).body("field", equalTo(field));
  }

  @Test
  void aProblemSaysWhatIsAllowed() {
    get("/v1/customers?region=zzz").body("detail", containsString("known: North, South, West"));
    get("/v1/customers?risk_band=x").body("detail", containsString("known: low, medium, high"));
    get("/v1/customers?limit=0").body("detail", containsString("between 1 and 200"));
  }

  @Test
  void aCursorOfOtherFiltersOrAnotherOrderIsRefused() {
    String cursor = get("/v1/customers?limit=2&plan=plus").extract().path("next_cursor");

    get("/v1/customers?limit=3&plan=plus&cursor=" + cursor).statusCode(200);
    refused(get("/v1/customers?limit=2&cursor=" + cursor), 400, "not_allowed_value")
        .body("field", equalTo("cursor"))
        .body("detail", containsString("other filters or another order"));
  }

  @Test
  void segmentsSayWhatTheyAreWorth() {
    JsonPath answer = get("/v1/segments").statusCode(200).extract().jsonPath();

    assertThat(answer.getString("currency"), is("GBP"));
    assertThat(answer.getList("guardrails.rule"), hasItem("prioritisation_only"));
    List<Map<String, Object>> segments = answer.getList("segments");
    assertThat(sum(segments, "customers"), is(24.0));
    assertThat("1 to 24", sum(segments, "paid_minor_90d"), is(100.0 * 300));
    assertThat(sum(segments, "spend_minor_90d"), is(1000.0 * 300));
    Map<String, Object> declining =
        segments.stream().filter(s -> "declining".equals(s.get("segment"))).findFirst().get();
    assertThat("1, 5, 9, 13, 17, 21", declining.get("paid_minor_90d"), is(6600));
    assertThat(number(declining, "mean_churn_score"), is(number(11 / 30.0)));
    assertThat(declining.get("churn_scored"), is(6));
    assertThat(declining.get("mean_activation_score"), is(nullValue()));
    assertThat(
        "who needs protection is in none of them", declining.get("vulnerable_customers"), is(0));
  }

  @Test
  void segmentsAreChosenBy() {
    get("/v1/segments?by=lifecycle")
        .body("by", equalTo("lifecycle"))
        .body("segments.segment", hasItem("vip"))
        .body("segments.segment", hasItem(nullValue()));
    get("/v1/segments?by=rfm")
        .body("segments", hasSize(5))
        .body("segments.segment", hasItem("533"));
    refused(get("/v1/segments?by=mood"), 400, "not_allowed_value")
        .body("detail", equalTo("There is no by mood; known: segment, lifecycle, rfm"));
    refused(get("/v1/segments?x=1"), 400, "unknown_column").body("field", equalTo("x"));
  }

  private static double sum(List<Map<String, Object>> rows, String name) {
    return rows.stream().mapToDouble(row -> number(row, name)).sum();
  }

  private static double number(Map<String, Object> row, String name) {
    return ((Number) row.get(name)).doubleValue();
  }

  // REST Assured reads fractions as floats.
  private static double number(double value) {
    return (float) value;
  }
}
