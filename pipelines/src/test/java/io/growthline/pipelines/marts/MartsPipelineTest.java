package io.growthline.pipelines.marts;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.monitoring.RunStatus;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.mart.BuildMarts;
import io.growthline.warehouse.SqlWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw tables in, marts out, through the real main. */
class MartsPipelineTest {
  @TempDir Path warehouse;

  @Test
  void everyTransactionKnownAtTheDayBecomesAFactEvenWithoutProfileOrCustomer() {
    stage(
        List.of(
            transaction("c1", "2026-01-10T10:00:00Z", 100),
            transaction("c2", "2026-01-20T10:00:00Z", 250),
            transaction(null, "2026-01-21T10:00:00Z", 30),
            transaction("c1", "2026-02-01T00:00:00Z", 999)),
        List.of());

    run("2026-02-01");

    assertThat(
        query(
            "select customer_id, amount_minor, region from marts.fct_transactions"
                + " order by amount_minor"),
        contains(row(null, 30L, null), row("c1", 100L, null), row("c2", 250L, null)));
  }

  @Test
  void customersWithoutProfileHaveA360ProfileRetentionAndFeaturesFromTheirFirstEvent() {
    stage(
        List.of(
            transaction("c1", "2026-01-10T10:00:00Z", 100),
            transaction("c2", "2025-12-20T10:00:00Z", 250)),
        List.of(session("c2", "2026-01-25T10:00:00Z")));

    run("2026-02-01");

    assertThat(
        query(
            "select customer_id, cast(account_opened_on as varchar), transaction_count"
                + " from marts.customer_360_profile order by 1"),
        contains(row("c1", "2026-01-10", 1L), row("c2", "2025-12-20", 1L)));
    assertThat(
        query(
            "select cast(cohort_start as varchar), periods_since_signup, cohort_size,"
                + " active_customers from marts.retention_cohorts where grain = 'month' order by"
                + " 1, 2"),
        contains(
            row("2025-12-01", 0L, 1L, 1L),
            row("2025-12-01", 1L, 1L, 1L),
            row("2026-01-01", 0L, 1L, 1L)));
    assertThat(
        query(
            "select cast(as_of as varchar), customer_id, churned_30d"
                + " from marts.customer_month_features order by 1, 2"),
        contains(
            row("2026-01-01", "c2", false),
            row("2026-02-01", "c1", null),
            row("2026-02-01", "c2", null)));
  }

  @Test
  void aRerunAndAnotherOrderOfInputGiveTheSameTables() {
    List<Transaction> transactions = new ArrayList<>();
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String at = Instant.parse("2025-11-01T00:00:00Z").plusSeconds(i * 90_000L).toString();
      transactions.add(transaction("c" + i % 7, at, 100 + i));
      sessions.add(session("c" + i % 5, at));
    }
    stage(transactions, sessions);
    run("2026-01-10");
    Map<String, List<List<Object>>> first = marts();

    run("2026-01-10");
    assertThat(marts(), is(first));

    Collections.reverse(transactions);
    Collections.reverse(sessions);
    stage(transactions, sessions);
    run("2026-01-10");
    assertThat(marts(), is(first));
  }

  @Test
  void withoutInputAllTablesArePublishedEmptyAndEachSaysWhy() {
    StageResult result = run("2026-02-01");

    assertThat(result.status(), is(RunStatus.SUCCEEDED));
    assertThat(result.tables().size(), is(BuildMarts.tables().size() + Analyses.tables().size()));
    Map<String, Long> marts = new TreeMap<>(result.tables());
    marts.keySet().removeIf(table -> table.startsWith("monitoring."));
    assertThat(marts.values(), everyItem(is(0L)));
    assertThat(result.notes().size(), is(marts.size()));
    assertThat(
        result.notes(), hasItem("marts.fct_offer_outcomes is empty: no raw.offer_exposures"));
  }

  @Test
  void withoutAsOfTheDayAfterTheNewestEventCounts() {
    stage(List.of(transaction("c1", "2026-01-10T10:00:00Z", 100)), List.of());

    run(null);

    assertThat(
        query("select cast(as_of as varchar) from marts.customer_360_profile"),
        contains(row("2026-01-11")));
  }

  @Test
  void experimentsOfTheUsersOwnTakeThePlaceOfThoseOfThePlatform() throws IOException {
    stage(
        List.of(transaction("c1", "2026-01-10T10:00:00Z", 100)),
        List.of(session("c1", "2026-01-10T10:00:00Z")));
    declare(OWN);

    run("2026-02-01");
    assertThat(
        query("select experiment_id, exposed from marts.experiments"),
        contains(row("own_holdout", 1L)));

    // Other declarations make other totals, of all customers.
    declare(OWN.replace("own_holdout", "renamed"));
    run("2026-02-01");
    assertThat(
        query("select distinct experiment_id from marts.experiment_results"),
        contains(row("renamed")));
  }

  @Test
  void aBadDeclarationPublishesNothing() throws IOException {
    stage(List.of(transaction("c1", "2026-01-10T10:00:00Z", 100)), List.of());
    List<List<Object>> before = published();
    declare(OWN.replace("events: raw.sessions, value: 'true'", "metric: active"));
    UsageException unknown = assertThrows(UsageException.class, () -> run("2026-02-01"));
    declare(OWN);
    UsageException without = assertThrows(UsageException.class, () -> run("2026-02-01"));

    assertThat(
        unknown.getMessage(),
        endsWith(
            "experiments.yaml, rule own_holdout, primary active: metric active is unknown; docs/metrics.md lists all, or give events and value"));
    assertThat(
        without.getMessage(),
        endsWith(
            "experiments.yaml, rule own_holdout, primary active: raw.sessions has no rows; import them, or take the metric out"));
    assertThat(published(), is(before));
  }

  private static final String OWN =
      """
      version: "1"
      experiments:
        - id: own_holdout
          owner: growth
          unit: customer
          arms: [{name: holdout, share: 0.5}, {name: treated, share: 0.5}]
          starts_on: 2026-01-01
          exposure: {salt: own}
          primary: {name: active, kind: proportion, events: raw.sessions, value: 'true', window_days: 7, direction: up_is_good}
          minimum_days: 7
      """;

  private List<List<Object>> published() {
    return query(
        "select table_schema, table_name from information_schema.tables"
            + " where table_schema = 'marts' order by 1, 2");
  }

  private void declare(String yaml) throws IOException {
    Files.writeString(
        Files.createDirectories(warehouse.resolve("experiment")).resolve("experiments.yaml"), yaml);
  }

  private StageResult run(String asOf) {
    MartsOptions options = options();
    options.setAsOf(asOf);
    options.setExperimentDeclarations(warehouse.resolve("experiment").toString());
    return MartsPipeline.run(options);
  }

  private MartsOptions options() {
    MartsOptions options =
        PipelineOptionsFactory.fromArgs("--targetParallelism=2").as(MartsOptions.class);
    options.setWarehouse(warehouse.toString());
    return options;
  }

  private void stage(List<Transaction> transactions, List<Session> sessions) {
    Pipeline pipeline = Pipeline.create(options());
    WarehouseWriter writer = Warehouses.writer(options());
    writer.stage(
        create(pipeline, transactions, Transaction.class), TableSpec.of(Transaction.class));
    writer.stage(create(pipeline, sessions, Session.class), TableSpec.of(Session.class));
    pipeline.run().waitUntilFinish();
    writer.publish();
  }

  private static <T extends Record> PCollection<T> create(
      Pipeline pipeline, List<T> rows, Class<T> type) {
    return pipeline.apply(type.getSimpleName(), Create.of(rows).withCoder(RecordCoder.of(type)));
  }

  private Map<String, List<List<Object>>> marts() {
    Map<String, List<List<Object>>> tables = new TreeMap<>();
    for (TableSpec<?> table : BuildMarts.tables()) {
      String order = String.join(", ", table.key());
      tables.put(table.id(), query("select * from " + table.id() + " order by " + order));
    }
    return tables;
  }

  private List<List<Object>> query(String sql) {
    try (SqlWarehouse tables = Warehouses.sql(warehouse.toString())) {
      return tables.query(sql, Map.of()).rows();
    }
  }

  private static List<Object> row(Object... values) {
    return Arrays.asList(values);
  }

  private static Transaction transaction(String customer, String at, long amountMinor) {
    Instant time = Instant.parse(at);
    String id = customer + at;
    return new Transaction(
        id,
        id,
        customer,
        time,
        time,
        1,
        "test",
        id,
        amountMinor,
        "GBP",
        null,
        null,
        null,
        "approved",
        null);
  }

  private static Session session(String customer, String at) {
    Instant time = Instant.parse(at);
    String id = "s" + customer + at;
    return new Session(id, id, customer, time, time, 1, "test", id, 60, null, false);
  }
}
