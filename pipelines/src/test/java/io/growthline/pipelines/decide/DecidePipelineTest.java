package io.growthline.pipelines.decide;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.event.CampaignContact;
import io.growthline.domain.feature.CustomerMonthFeatures;
import io.growthline.domain.scoring.CustomerScore;
import io.growthline.domain.value.CustomerLtv;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.RecordCoder;
import io.growthline.warehouse.SqlWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecidePipelineTest {
  private static final LocalDate JULY = LocalDate.parse("2026-07-01");

  private static final String ACTIONS =
      """
      version: "1"
      actions:
        - name: call
          label: A call
          owner: service
          channel: phone
          kind: help
          when: open_complaints > 0
          success: {value: 0.5, lower: 0.4, upper: 0.6, evidence: assumed}
          contact_cost_minor: 100
          incentive_minor: 0
          cool_down_days: 30
          for_vulnerable: true
      """;

  private static final String POLICY =
      """
      version: "1"
      name: test
      mode: budgeted
      budget_minor: 250
      high_value_reserve: 0
      owners: {}
      segment_column: income_segment
      segments: {}
      contact_cap: {contacts: 9, days: 60}
      probability: {min: 0.05, max: 0.95}
      probability_uncertainty: 0.5
      holdout_share: 0
      exclude: []
      """;

  @TempDir private Path data;

  private DecideOptions options;

  @BeforeEach
  void customers() throws IOException {
    Path rules = Files.createDirectories(data.resolve("decision"));
    Files.writeString(rules.resolve("actions.yaml"), ACTIONS);
    Files.writeString(rules.resolve("policy.yaml"), POLICY);
    options =
        PipelineOptionsFactory.fromArgs(
                "--warehouse=" + data.resolve("warehouse"),
                "--models=" + data.resolve("models"),
                "--decisionRules=" + rules,
                "--asOf=" + JULY)
            .as(DecideOptions.class);
    List<Customer360Profile> profiles = new ArrayList<>();
    List<CustomerLtv> values = new ArrayList<>();
    List<CustomerScore> scores = new ArrayList<>();
    // c1 to c3 are worth a call at 0.5·0.5·V - 100; the budget has room for two of the three.
    for (String[] c :
        new String[][] {
          {"c1", "1", "4000"},
          {"c2", "1", "8000"},
          {"c3", "1", "2000"},
          {"c4", "0", "9000"},
          {"c5", "1", "100"},
          {"c6", "1", null}
        }) {
      profiles.add(
          row(
              Customer360Profile.class,
              "customer_id",
              c[0],
              "as_of",
              JULY,
              "open_complaints",
              Long.valueOf(c[1])));
      scores.add(new CustomerScore(c[0], "churn", "v1", JULY, 0.5, "high", false));
      if (c[2] != null) {
        Long value = Long.valueOf(c[2]);
        values.add(
            row(
                CustomerLtv.class,
                "customer_id",
                c[0],
                "as_of",
                JULY,
                "margin_horizon_weeks",
                52L,
                "value_band",
                "low",
                "expected_margin_minor",
                value,
                "expected_margin_lower_minor",
                value,
                "expected_margin_upper_minor",
                value));
      }
    }
    profiles.add(row(Customer360Profile.class, "customer_id", "unscored"));
    publish(profiles, Customer360Profile.class);
    publish(values, CustomerLtv.class);
    publish(scores, CustomerScore.class);
  }

  @Test
  void everyScoredCustomerIsPlannedOrLeftOutWithTheFirstReason() {
    DecidePipeline.run(options);

    assertThat(
        rows(
            "SELECT customer_id, action, arm, priority, value_saved_minor, expected_value_minor"
                + " FROM scores.action_plan ORDER BY 1"),
        contains(
            List.of("c1", "call", "treated", 2L, 1_000L, 900L),
            List.of("c2", "call", "treated", 1L, 2_000L, 1_900L)));
    assertThat(
        rows("SELECT customer_id, reason FROM scores.action_rejections ORDER BY 1"),
        contains(
            List.of("c3", "budget"),
            List.of("c4", "no_action"),
            List.of("c5", "no_positive_value"),
            List.of("c6", "no_value"),
            List.of("unscored", "no_action")));
    assertThat(
        rows(
            "SELECT customers, value_saved_minor, contact_cost_minor, stayer_incentive_minor,"
                + " net_minor FROM scores.plan_totals"),
        contains(List.of(2L, 3_000L, 200L, 0L, 2_800L)));
    // One penny more would bring 4 of c3's 400 for a call of 100; 250 has room for two calls.
    assertThat(
        rows(
            "SELECT mode, kind, bound, used, remaining, left_out, price > 0"
                + " FROM scores.plan_limits"),
        contains(List.of("budgeted", "budget", 250L, 200L, 50L, 1L, true)));
    assertThat(
        rows("SELECT customer_id, change FROM scores.audience_changes ORDER BY 1"),
        contains(List.of("c1", "joined"), List.of("c2", "joined")));
  }

  @Test
  void everyCustomerHasATraceAndAScoreOfRulesAndGroupsAreCounted() {
    DecidePipeline.run(options);

    assertThat(
        rows(
            "SELECT entity_id, decision, change, model FROM scores.decision_traces"
                + " WHERE entity_id IN ('c1', 'c4', 'unscored') ORDER BY 1"),
        contains(
            List.of("c1", "contact", "value_minor", "churn"),
            List.of("c4", "nothing", "condition", "churn"),
            List.of("unscored", "nothing", "condition", "churn_rules")));
    assertThat(rows("SELECT COUNT(*) FROM scores.decision_traces"), contains(List.<Object>of(7L)));
    // 0.15 for an open complaint, 0.10 for few sessions.
    assertThat(
        rows(
            "SELECT score, band, COUNT(*), COUNT(model_score) FROM scores.churn_rule_scores"
                + " GROUP BY 1, 2 ORDER BY 1"),
        contains(List.of(0.1, "low", 2L, 1L), List.of(0.25, "medium", 5L, 5L)));
    assertThat(
        rows(
            "SELECT model_band, customers, medium FROM scores.churn_rule_agreement"
                + " WHERE customers > 0"),
        contains(List.of("high", 6L, 5L)));
    // Half of 4,000, 8,000, 2,000 and 100; c4 without a complaint has another 4,500 at stake.
    assertThat(
        rows(
            "SELECT customers, valued_customers, at_stake_minor, all_at_stake_minor"
                + " FROM scores.recommendations WHERE recommendation = 'solve_complaints'"),
        contains(List.of(5L, 4L, 7_050L, 11_550L)));
  }

  @Test
  void aRerunReplacesItsDayAndALaterDayKnowsWhoRests() {
    DecidePipeline.run(options);
    DecidePipeline.run(options);
    assertThat(
        rows("SELECT as_of, customer_id FROM scores.action_log ORDER BY 1, 2"),
        contains(List.of(JULY, "c1"), List.of(JULY, "c2")));

    LocalDate next = JULY.plusDays(1);
    options.setAsOf(next.toString());
    DecidePipeline.run(options);

    assertThat(rows("SELECT customer_id FROM scores.action_plan"), contains(List.<Object>of("c3")));
    assertThat(
        rows(
            "SELECT customer_id, change, reason FROM scores.audience_changes WHERE change = 'left'"
                + " ORDER BY 1"),
        contains(List.of("c1", "left", "cool_down"), List.of("c2", "left", "cool_down")));
    assertThat(
        rows("SELECT as_of, customer_id FROM scores.action_log ORDER BY 1, 2"),
        contains(List.of(JULY, "c1"), List.of(JULY, "c2"), List.of(next, "c3")));

    // What is known only later does not count for an earlier day.
    options.setAsOf(JULY.toString());
    DecidePipeline.run(options);
    assertThat(
        rows("SELECT customer_id FROM scores.action_plan ORDER BY 1"),
        contains(List.<Object>of("c1"), List.<Object>of("c2")));
  }

  @Test
  void plansAndCampaignsAreFollowedIntoMonthsThatHavePassed() {
    LocalDate august = LocalDate.parse("2026-08-01");
    List<CampaignContact> contacts = new ArrayList<>();
    List<CustomerMonthFeatures> months = new ArrayList<>();
    // 45 of 60 treated stay in June, and 18 of 60 held out.
    for (int i = 0; i < 120; i++) {
      String id = "m" + i;
      boolean isTreated = i < 60;
      contacts.add(
          row(
              CampaignContact.class,
              "customer_id",
              id,
              "occurred_at",
              Instant.parse("2026-05-20T10:00:00Z"),
              "ingested_at",
              Instant.parse("2026-05-20T10:01:00Z"),
              "campaign_id",
              "spring",
              "arm",
              isTreated ? "treated" : "holdout",
              "propensity",
              0.5,
              "value_minor",
              1_000L,
              "contact_cost_minor",
              isTreated ? 10L : 0L));
      months.add(month(id, LocalDate.parse("2026-05-01"), false));
      months.add(month(id, LocalDate.parse("2026-06-01"), i % 60 >= (isTreated ? 45 : 18)));
    }
    months.add(month("c1", JULY, false));
    months.add(month("c2", JULY, true));
    publish(contacts, CampaignContact.class);
    publish(months, CustomerMonthFeatures.class);

    // The 30 days from June 1 have passed on July 1.
    DecidePipeline.run(options);
    String outcomes =
        "SELECT plan, action, month, treated, held_out, round(uplift, 6), value_saved_minor,"
            + " cost_minor, verdict FROM scores.plan_outcomes ORDER BY ALL";
    List<Object> all =
        List.of(
            "spring", "all", LocalDate.parse("2026-06-01"), 60L, 60L, 0.45, 27_000L, 600L, "ok");
    List<Object> action = new ArrayList<>(all);
    action.set(1, "action");
    assertThat(rows(outcomes), contains(action, all));

    // The plan of July 1 had nobody held out.
    options.setAsOf(august.toString());
    DecidePipeline.run(options);
    String own =
        "SELECT action, month, treated, held_out, at_risk, uplift, round(expected_uplift, 6),"
            + " expected_value_saved_minor, expected_net_minor, verdict FROM scores.plan_outcomes"
            + " WHERE planned_by = 'policy' AND action = 'all'";
    assertThat(
        rows(own),
        contains(Arrays.asList("all", JULY, 2L, 0L, 2L, null, 0.25, 3_000L, 2_800L, "invalid")));
    List<List<Object>> first = rows("SELECT * FROM scores.plan_outcomes ORDER BY ALL");
    DecidePipeline.run(options);
    assertThat(rows("SELECT * FROM scores.plan_outcomes ORDER BY ALL"), is(first));
  }

  private static CustomerMonthFeatures month(String id, LocalDate start, boolean churned) {
    return row(
        CustomerMonthFeatures.class, "customer_id", id, "as_of", start, "churned_30d", churned);
  }

  @Test
  void anUnknownColumnPublishesNothingAndIsNamed() throws IOException {
    Files.writeString(
        data.resolve("decision/actions.yaml"), ACTIONS.replace("open_complaints", "complaintz"));

    UsageException e = assertThrows(UsageException.class, () -> DecidePipeline.run(options));

    assertThat(
        e.getMessage(),
        allOf(
            containsString("actions.yaml"), containsString("call"), containsString("complaintz")));
    assertThat(Files.exists(data.resolve("warehouse/scores/action_plan")), is(false));
  }

  @Test
  void withoutScoresRulesAssumeChancesAndPlanAndNoteSaySo() {
    publish(List.of(), CustomerScore.class);

    assertThat(
        DecidePipeline.run(options).notes(),
        contains(containsString("assumes chances of leaving")));
    // 0.25·0.5·8,000 - 100 and 0.25·0.5·4,000 - 100.
    assertThat(
        rows(
            "SELECT customer_id, churn, churn_evidence, expected_value_minor"
                + " FROM scores.action_plan ORDER BY 1"),
        contains(List.of("c1", 0.25, "assumed", 400L), List.of("c2", 0.25, "assumed", 900L)));
    assertThat(rows("SELECT * FROM scores.churn_rule_agreement"), is(empty()));
  }

  private List<List<Object>> rows(String sql) {
    try (SqlWarehouse warehouse = Warehouses.sql(options.getWarehouse())) {
      return warehouse.query(sql, Map.of()).rows();
    }
  }

  /** A row that names only the columns that matter; others are absent, 0 or the first allowed. */
  private static <R extends Record> R row(Class<R> type, Object... columns) {
    List<Object> named = Arrays.asList(columns);
    return TableSpec.of(type)
        .create(
            TableSpec.of(type).columns().stream()
                .map(
                    column ->
                        named.contains(column.name())
                            ? named.get(named.indexOf(column.name()) + 1)
                            : column.nullable() ? null : smallest(column))
                .toArray());
  }

  private static Object smallest(ColumnSpec column) {
    return switch (column.type()) {
      case INT64 -> 0L;
      case FLOAT64 -> 0.0;
      case BOOL -> false;
      case STRING -> column.allowed().isEmpty() ? column.name() : column.allowed().get(0);
      case TIMESTAMP -> Instant.EPOCH;
      case DATE -> JULY;
    };
  }

  private <T extends Record> void publish(List<T> rows, Class<T> type) {
    Pipeline pipeline = Pipeline.create(options);
    WarehouseWriter writer = Warehouses.writer(options);
    writer.stage(
        pipeline.apply(Create.of(rows).withCoder(RecordCoder.of(type))), TableSpec.of(type));
    pipeline.run().waitUntilFinish();
    writer.publish();
  }
}
