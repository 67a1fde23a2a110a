package io.growthline.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import com.google.api.client.json.Json;
import com.google.api.client.testing.http.MockLowLevelHttpRequest;
import com.google.api.client.testing.http.MockLowLevelHttpResponse;
import com.google.cloud.NoCredentials;
import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryOptions;
import com.google.cloud.http.HttpTransportOptions;
import io.growthline.warehouse.SqlWarehouse.SqlWarehouseException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BigQuerySqlTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> dryRuns = new ArrayList<>();
  private final List<JsonNode> queries = new ArrayList<>();
  private String statementType = "SELECT";

  private final BigQuerySql sql = new BigQuerySql(client(), 1_000);

  @Test
  void aStatementCarriesItsLimitAndItsParameters() {
    String statement = "SELECT * FROM marts.dim_date WHERE date >= @day AND 'a@b' <> @name";

    run(statement, Map.of("day", LocalDate.of(2025, 1, 1), "name", "x"));

    JsonNode query = queries.get(0);
    assertThat(query.get("query").asText(), is(statement));
    assertThat(query.get("maximumBytesBilled").asLong(), is(1_000L));
    assertThat(query.get("useLegacySql").asBoolean(), is(false));
    assertThat(
        query.get("queryParameters").findValuesAsText("value"),
        containsInAnyOrder("2025-01-01", "x"));
  }

  @Test
  void anErrorIsOneLine() {
    assertThat(run("SELECT x", Map.of()), is("Unrecognized name: x"));
  }

  @Test
  void whatIsNotASelectNeverReachesBigQuery() {
    assertThat(
        run("DELETE FROM marts.dim_date", Map.of()),
        is("Only a SELECT (or WITH … SELECT) statement can be run"));
    assertThat(dryRuns, is(empty()));
    assertThat(queries, is(empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT \"\\\" '\", 1; DROP TABLE marts.dim_date; SELECT ''",
        "SELECT '\\' ', 1; DROP TABLE marts.dim_date; SELECT ''",
        "SELECT r'\\' ', 1; DROP TABLE marts.dim_date; SELECT ''",
        "SELECT '''it's''', 1; DROP TABLE marts.dim_date; SELECT '''it's'''",
        "SELECT 1 # it's\n; DROP TABLE marts.dim_date; SELECT '' # it's",
        "SELECT 1 AS `a'`; DROP TABLE marts.dim_date; SELECT 1 AS `a'`",
      })
  void aScriptThatTheRulesOfDuckDbWouldHideNeverReachesBigQuery(String script) {
    assertThat(run(script, Map.of()), is("Only one statement can be run at a time"));
    assertThat(dryRuns, is(empty()));
  }

  @Test
  void literalsNamesCommentsAndSystemVariablesHoldNoParameters() {
    String statement =
        "SELECT 'it\\'s @a;', r'\\'', \"\\\"@b;\", '''it's @c;''', \"\"\"say \"@d\";\"\"\", `@e;`,"
            + " @@time_zone\n# it's @f;\n-- it's @g;\nFROM marts.dim_date /* it's @h; */"
            + " WHERE name = @yes;";

    run(statement, Map.of("yes", "y"));

    assertThat(names(queries.get(0)), contains("yes"));
    assertThat(names(dryRuns.get(0)), contains("yes"));
  }

  @Test
  void whatBigQueryItselfTakesForAnotherStatementIsNotRun() {
    statementType = "SCRIPT";

    assertThat(
        run("SELECT 1", Map.of()),
        is("Only one SELECT can be run; BigQuery takes the statement for a SCRIPT"));
    assertThrows(SqlWarehouseException.class, () -> sql.affords("SELECT 1"));
    assertThat(queries, is(empty()));
  }

  @Test
  void aTextIsTriedOnceAlsoWhenAnEstimateCameFirst() {
    assertThat(sql.affords("SELECT 1"), is(true));
    run("SELECT 1", Map.of());
    run("SELECT 1", Map.of());

    assertThat(dryRuns, hasSize(1));
    assertThat(queries, hasSize(2));
  }

  /** Runs a statement, which fails here in any case, and gives the message. */
  private String run(String statement, Map<String, ?> parameters) {
    return assertThrows(SqlWarehouseException.class, () -> sql.query(statement, parameters))
        .getMessage();
  }

  private static List<String> names(JsonNode query) {
    return StreamSupport.stream(query.get("queryParameters").spliterator(), false)
        .map(parameter -> parameter.get("name").asText())
        .toList();
  }

  /** A client of a server that tries every statement and fails to run it. */
  private BigQuery client() {
    HttpTransport transport =
        new HttpTransport() {
          @Override
          protected LowLevelHttpRequest buildRequest(String method, String url) {
            return new MockLowLevelHttpRequest(url) {
              @Override
              public LowLevelHttpResponse execute() throws IOException {
                return answer(JSON.readTree(getContentAsString()));
              }
            };
          }
        };
    return BigQueryOptions.newBuilder()
        .setProjectId("project-1")
        .setCredentials(NoCredentials.getInstance())
        .setTransportOptions(
            HttpTransportOptions.newBuilder().setHttpTransportFactory(() -> transport).build())
        .build()
        .getService();
  }

  private LowLevelHttpResponse answer(JsonNode request) {
    if (request.at("/configuration/dryRun").asBoolean()) {
      dryRuns.add(request.at("/configuration/query"));
      return json(
          200,
          "{\"configuration\": %s, \"status\": {\"state\": \"DONE\"}, \"statistics\": {\"query\": {\"statementType\": \"%s\", \"totalBytesProcessed\": \"1000\"}}}"
              .formatted(request.get("configuration"), statementType));
    }
    queries.add(request);
    return json(400, "{\"error\": {\"code\": 400, \"message\": \"Unrecognized name:\\n  x\"}}");
  }

  private static LowLevelHttpResponse json(int status, String content) {
    return new MockLowLevelHttpResponse()
        .setStatusCode(status)
        .setContentType(Json.MEDIA_TYPE)
        .setContent(content);
  }
}
