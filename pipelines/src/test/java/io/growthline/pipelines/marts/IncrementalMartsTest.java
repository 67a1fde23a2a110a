package io.growthline.pipelines.marts;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.MartGroup;
import io.growthline.pipelines.ingest.IngestOptions;
import io.growthline.pipelines.ingest.IngestPipeline;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.mart.BuildMarts;
import io.growthline.warehouse.SqlWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marts of customers whose raw rows have not changed stay; the tables are as of a full build. */
class IncrementalMartsTest {
  @TempDir Path directory;

  @Test
  void martsOfChangedCustomersAreBuiltAgainAndEveryTableEqualsAFullBuild() throws IOException {
    for (int customer = 0; customer < 40; customer++) {
      landed("first-" + customer, "c" + customer, "2026-01-%02d".formatted(1 + customer % 28), 100);
      profile("c" + customer, customer % 3 == 0 ? "Wales" : "London");
      offer("c" + customer);
      applied("c" + customer);
      used("c" + customer);
      billing("c" + customer);
      reward("c" + customer);
      checked("c" + customer);
      assigned("c" + customer, customer % 2 == 0 ? "control" : "treatment");
    }
    landed("orphan", null, "2026-01-03", 5);
    run("run-1", "data");

    landed("late-1", "c7", "2025-12-24", 40);
    landed("late-2", "c8", "2026-01-30", 60);
    landed("late-3", "brand-new", "2026-01-30", 80);
    landed("late-4", null, "2026-01-04", 6);
    StageResult partial = run("run-2", "data");
    run("run-1", "full");

    assertThat(partial.notes().toString(), containsString("Built again for 4 of 64 groups"));
    Map<String, List<List<Object>>> tables = tables("data");
    Set<String> empty = new TreeSet<>(tables.keySet());
    empty.removeIf(table -> !tables.get(table).isEmpty());
    assertThat(empty, is(Set.of("marts.value_model_holdout")));
    assertThat(tables, is(tables("full")));
  }

  @Test
  void withoutChangesNothingIsBuilt() throws IOException {
    landed("first", "c1", "2026-01-05", 100);
    run("run-1", "data");

    StageResult again = run("run-2", "data");

    assertThat(again.tables(), is(Map.of()));
    assertThat(again.notes(), is(List.of("The marts are up to date as of 2026-02-01.")));
  }

  @Test
  void anotherDayBuildsAllCustomers() throws IOException {
    landed("first", "c1", "2026-01-05", 100);
    run("run-1", "data");

    StageResult next = marts("run-2", "data", "2026-02-02");

    assertThat(next.notes().toString(), not(containsString("Built again")));
    assertThat(next.tables().size(), is(BuildMarts.tables().size() + Analyses.tables().size()));
  }

  private void landed(String id, String customer, String day, long amount) throws IOException {
    String who = customer == null ? "" : "\"customer_id\":\"%s\",".formatted(customer);
    String row =
        """
        {"event_id":"%1$s","idempotency_key":"%1$s",%2$s"occurred_at":"%3$sT10:00:00Z",\
        "ingested_at":"%3$sT10:00:01Z","schema_version":1,"source":"core","transaction_id":"%1$s",\
        "amount_minor":%4$d,"currency":"GBP","merchant_name":"Shop","merchant_category":"food",\
        "channel":"card","status":"approved"}
        """
            .formatted(id, who, day, amount);
    Path file = directory.resolve("landing/transactions/" + id + ".jsonl");
    Files.createDirectories(file.getParent());
    Files.writeString(file, row);
  }

  private void profile(String customer, String region) throws IOException {
    land(
        "customer_profiles",
        "profile-" + customer,
        customer,
        """
        "full_name":"Customer 000001","email":"%1$s@example.invalid","birth_year":1990,\
        "region":"%2$s","city":"Town","income_segment":"middle","employment_status":"employed",\
        "signup_channel":"organic","device_os":"ios","card_type":"debit","credit_limit_minor":0,\
        "account_opened_on":"2025-12-01","push_opt_in":true,"vulnerable_customer":false,\
        "business_account":false"""
            .formatted(customer, region));
  }

  private void offer(String customer) throws IOException {
    land(
        "offer_exposures",
        "offer-" + customer,
        customer,
        """
        "exposure_id":"x-%s","offer_id":"o1","campaign_id":"spring","price_minor":900,\
        "incentive_minor":0,"eligible":true"""
            .formatted(customer));
  }

  private void checked(String customer) throws IOException {
    land(
        "transfer_checks",
        "transfer-" + customer,
        customer,
        """
        "transfer_id":"t-%s","amount_minor":120000,"currency":"GBP","new_payee":true,\
        "first_large_payment":true,"unusual_time":false,"new_device":false,\
        "ignored_warning":false,"scam_contact":false,"investment":false,"confirmed":false,\
        "heeded_warning":false"""
            .formatted(customer));
  }

  private void assigned(String customer, String variant) throws IOException {
    land(
        "experiment_assignments",
        "assigned-" + customer,
        customer,
        "\"experiment_id\":\"onboarding_checklist\",\"variant\":\"%s\"".formatted(variant));
  }

  private void applied(String customer) throws IOException {
    land("onboarding_steps", "applied-" + customer, customer, "\"step\":\"application_submitted\"");
  }

  private void used(String customer) throws IOException {
    land("feature_uses", "used-" + customer, customer, "\"feature\":\"savings_pot\"");
  }

  /** A plan whose invoice failed once, was paid and given back. */
  private void billing(String customer) throws IOException {
    land(
        "subscriptions",
        "plan-" + customer,
        customer,
        """
        "subscription_id":"s-%s","plan":"plus","change":"start","price_minor":700"""
            .formatted(customer));
    for (String status : List.of("failed", "succeeded", "refunded")) {
      land(
          "payments",
          status + "-" + customer,
          customer,
          """
          "payment_id":"p-%1$s-%2$s","invoice_id":"i-%1$s","amount_minor":700,"status":"%2$s\""""
              .formatted(customer, status));
    }
  }

  /** A reward whose only journal has one side. */
  private void reward(String customer) throws IOException {
    land(
        "referrals",
        "referral-" + customer,
        customer,
        """
        "reward_id":"w-%s","stage":"qualified","reward_minor":1500"""
            .formatted(customer));
    land(
        "reward_postings",
        "posting-" + customer,
        customer,
        """
        "journal_id":"j-%1$s","reward_id":"w-%1$s","posting":"booked","account":"reward_expense",\
        "side":"debit","amount_minor":1500"""
            .formatted(customer));
  }

  private void land(String table, String id, String customer, String columns) throws IOException {
    String row =
        """
        {"event_id":"%1$s","idempotency_key":"%1$s","customer_id":"%2$s",\
        "occurred_at":"2025-12-01T10:00:00Z","ingested_at":"2025-12-01T10:00:01Z",\
        "schema_version":1,"source":"core",%3$s}
        """
            .formatted(id, customer, columns);
    Path file = directory.resolve("landing/" + table + "/" + id + ".jsonl");
    Files.createDirectories(file.getParent());
    Files.writeString(file, row);
  }

  private StageResult run(String runId, String warehouse) {
    IngestOptions ingest = options(runId, warehouse).as(IngestOptions.class);
    ingest.setLanding(directory.resolve("landing").toString());
    IngestPipeline.run(ingest);
    return marts(runId, warehouse, "2026-02-01");
  }

  private StageResult marts(String runId, String warehouse, String asOf) {
    MartsOptions options = options(runId, warehouse);
    options.setAsOf(asOf);
    return MartsPipeline.run(options);
  }

  private MartsOptions options(String runId, String warehouse) {
    MartsOptions options =
        PipelineOptionsFactory.fromArgs("--targetParallelism=2").as(MartsOptions.class);
    options.setWarehouse(directory.resolve(warehouse).toString());
    options.setRunId(runId);
    return options;
  }

  /** Every mart; of what the groups were built from, all but the run. */
  private Map<String, List<List<Object>>> tables(String warehouse) {
    Map<String, List<List<Object>>> tables = new TreeMap<>();
    try (SqlWarehouse sql = Warehouses.sql(directory.resolve(warehouse).toString())) {
      for (TableSpec<?> table : BuildMarts.tables()) {
        String columns = table.type() == MartGroup.class ? "* EXCLUDE (built_from)" : "*";
        tables.put(
            table.id(),
            sql.query("SELECT " + columns + " FROM " + table.id() + " ORDER BY ALL", Map.of())
                .rows());
      }
    }
    return tables;
  }
}
