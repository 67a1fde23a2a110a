package io.growthline.pipelines.ingest;

import static io.growthline.pipelines.ingest.IngestFixture.account;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.domain.event.ExperimentAssignment;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.experiment.ExperimentDeclarations;
import io.growthline.domain.experiment.ExperimentResult;
import io.growthline.domain.experiment.ExperimentResults;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.stage.StageResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mappings that are shipped, on the data they were made for. */
class SourcesTest {
  @TempDir Path directory;

  @Test
  void cdnowPurchasesBecomeTransactionsToTheCent() throws IOException {
    IngestFixture fixture = imported("cdnow", "cdnow_sample.csv");

    SourceAccount account = account(run(fixture), "cdnow");

    assertThat(account, is(new SourceAccount("cdnow", "transactions", 6919, 6919, 0, 0, 0, 0)));
    assertThat(
        fixture.query(
            "select count(*), count(distinct customer_id), sum(amount_minor) from raw.transactions"),
        contains(List.of(6919L, 2357L, 24409194L)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "duplicate-delivery",
        "freshness-outage",
        "happy-path",
        "late-arrival",
        "malformed-quarantine",
        "reconciliation-break",
        "referral-known-truth",
        "referral-v1-to-v2",
        "reversal"
      })
  void neobankEventsAreAccountedForAsTheirTruthSays(String scenario) throws IOException {
    IngestFixture fixture = imported("neobank", "neobank_events/" + scenario + ".jsonl");
    JsonNode truth =
        new ObjectMapper()
            .readTree(
                IngestFixture.SHARED
                    .resolve("neobank_events/" + scenario + ".truth.json")
                    .toFile());

    // What the ledger gets beside is not counted in the truth.
    StageResult run = run(fixture);
    SourceAccount account = account(run, "neobank", table -> !table.equals("reward_postings"));

    assertThat(
        account,
        is(
            new SourceAccount(
                "neobank",
                account.tableName(),
                truth.get("event_count").asLong(),
                truth.get("unique_business_events").asLong(),
                truth.get("duplicates").asLong(),
                truth.get("quarantined").asLong(),
                0,
                truth.get("late_arrivals").asLong())));
    JsonNode rewards = truth.get("reconciliation");
    assertThat(
        fixture.query(
            "select coalesce(sum(reward_minor), 0) from raw.referrals where stage = 'qualified'"),
        contains(List.of(whole(rewards, "entitled_minor"))));
    assertThat(
        fixture.query(
            "select coalesce(sum(amount_minor) filter (account = 'reward_expense' and posting = 'booked'), 0),"
                + " coalesce(sum(amount_minor) filter (account = 'cash'), 0),"
                + " coalesce(sum(amount_minor) filter (account = 'reward_expense' and posting = 'reversed'), 0),"
                + " coalesce(sum(if(side = 'credit', amount_minor, -amount_minor))"
                + " filter (account = 'reward_payable'), 0),"
                + " coalesce(sum(if(side = 'debit', amount_minor, -amount_minor)), 0)"
                + " from raw.reward_postings"),
        contains(
            List.of(
                whole(rewards, "booked_minor"),
                whole(rewards, "settled_minor"),
                whole(rewards, "reversed_minor"),
                whole(rewards, "outstanding_payable_minor"),
                0L)));
  }

  private static long whole(JsonNode of, String name) {
    return of.get(name).asLong();
  }

  @Test
  void telcoCustomersGetTheHistoryThatLedToTheirSnapshot() throws IOException {
    IngestFixture fixture = imported("telco", "telco.csv");
    long events = 7043 + 7043 + 1869 + 227_990 + 227_990;

    SourceAccount account = account(run(fixture), "telco");

    assertThat(
        account, is(new SourceAccount("telco", account.tableName(), events, events, 0, 0, 0, 0)));
    assertThat(
        fixture.query(
            "select count(*), count(distinct customer_id),"
                + " count(*) filter (account_opened_on = '2018-10-01') from raw.customer_profiles"),
        contains(List.of(7043L, 7043L, 11L)));
    assertThat(
        fixture.query(
            "select change, count(*), sum(price_minor) from raw.subscriptions"
                + " group by change order by change"),
        contains(List.of("cancel", 1869L, 13_913_085L), List.of("start", 7043L, 45_611_660L)));
    assertThat(
        fixture.query("select count(*), sum(amount_minor) from raw.invoices"),
        contains(List.of(227_990L, 1_605_616_870L)));
    assertThat(
        fixture.query(
            "select count(*), sum(p.amount_minor) from raw.payments p"
                + " join raw.invoices i using (invoice_id, amount_minor)"),
        contains(List.of(227_990L, 1_605_616_870L)));
    assertThat(
        "nothing happens before a customer joins, on or after the snapshot, or once they have left",
        fixture.query(
            "select count(*) filter (i.occurred_at < s.occurred_at),"
                + " count(*) filter (i.occurred_at >= '2018-10-01'),"
                + " count(*) filter (i.occurred_at > c.occurred_at),"
                + " max(c.occurred_at)::varchar"
                + " from raw.invoices i"
                + " join raw.subscriptions s on s.customer_id = i.customer_id and s.change = 'start'"
                + " left join raw.subscriptions c"
                + " on c.customer_id = i.customer_id and c.change = 'cancel'"),
        contains(List.of(0L, 0L, 0L, "2018-09-30 00:00:00")));
  }

  @Test
  void bankCallsBecomeOffersWithTheirOutcome() throws IOException {
    IngestFixture fixture = imported("bank_marketing", "bank_marketing_additional_full.csv");

    SourceAccount account = account(run(fixture), "bank_marketing");

    assertThat(
        account,
        is(new SourceAccount("bank_marketing", account.tableName(), 82_376, 82_376, 0, 0, 0, 0)));
    assertThat(
        fixture.query(
            "select year(e.occurred_at), count(*), count(*) filter (accepted),"
                + " sum(date_diff('second', e.occurred_at, o.occurred_at))"
                + " from raw.offer_exposures e join raw.offer_outcomes o using (exposure_id)"
                + " group by all order by 1"),
        contains(
            List.of(2008L, 27_690L, 1339L, 6_987_160L),
            List.of(2009L, 11_440L, 2228L, 3_024_223L),
            List.of(2010L, 2058L, 1073L, 626_860L)));
  }

  @Test
  void hillstromArmsVisitAndBuyAsPublished() throws IOException {
    IngestFixture fixture = imported("hillstrom", "hillstrom.csv");
    long events = 64_000 + 2 * 42_694 + 4 * 21_306 + 9394 + 578;

    SourceAccount account = account(run(fixture), "hillstrom");

    assertThat(
        account,
        is(new SourceAccount("hillstrom", account.tableName(), events, events, 0, 0, 0, 0)));
    assertThat(
        fixture.query(
            "select variant, count(*), printf('%.3f', 100.0 * count(session_id) / count(*)),"
                + " count(t.transaction_id), coalesce(sum(t.amount_minor), 0)"
                + " from raw.experiment_assignments a"
                + " left join raw.sessions using (customer_id)"
                + " left join raw.transactions t using (customer_id)"
                + " group by variant order by variant"),
        contains(
            List.of("mens_email", 21_307L, "18.276", 267L, 3_031_169L),
            List.of("no_email", 21_306L, "10.617", 122L, 1_390_833L),
            List.of("womens_email", 21_387L, "15.140", 189L, 2_303_811L)));
    assertThat(
        fixture.query(
            "select offer_id, arm, count(*), count(*) filter (accepted) from raw.offer_exposures"
                + " join raw.offer_outcomes using (exposure_id) group by all order by 1, 2"),
        contains(
            List.of("mens_email", "holdout", 21_306L, 122L),
            List.of("mens_email", "standard", 21_307L, 267L),
            List.of("womens_email", "holdout", 21_306L, 122L),
            List.of("womens_email", "standard", 21_387L, 189L)));
    assertVisitsAsPublished(experiment(fixture));
  }

  private static void assertVisitsAsPublished(List<ExperimentResult> results) {
    ExperimentResult mens = visits(results, "mens_email");
    ExperimentResult womens = visits(results, "womens_email");

    assertThat(mens.mean(), closeTo(0.18276, 5e-6));
    assertThat(womens.mean(), closeTo(0.15140, 5e-6));
    assertThat(mens.controlMean(), closeTo(0.10617, 5e-6));
    assertThat(mens.effect(), closeTo(0.0766, 5e-5));
    assertThat(mens.verdict(), is("ok"));
    assertThat(mens.alwaysLower(), greaterThan(0.0));
    assertThat(mens.customers(), is(21_307L));
    assertThat(mens.controlCustomers(), is(21_306L));
  }

  private static ExperimentResult visits(List<ExperimentResult> results, String arm) {
    return results.stream()
        .filter(row -> row.metric().equals("visit") && row.arm().equals(arm))
        .findFirst()
        .orElseThrow();
  }

  /** What the mart of experiments makes of the raw tables, by the declaration that is shipped. */
  private static List<ExperimentResult> experiment(IngestFixture fixture) throws IOException {
    Path declared = IngestFixture.PROJECT.resolve("sources/experiments/hillstrom.yaml");
    ExperimentResults mart =
        new ExperimentResults(
            new ExperimentDeclarations("hillstrom.yaml", Files.readString(declared)));
    LocalDate asOf = LocalDate.parse("2008-04-01");
    var totals = mart.empty();
    fixture
        .query(
            "select a.customer_id, variant, a.occurred_at, s.occurred_at"
                + " from raw.experiment_assignments a left join raw.sessions s using (customer_id)"
                + " order by 1")
        .forEach(
            row -> mart.count(CustomerAsOf.of((String) row.get(0), shopper(row), asOf), totals));
    return mart.rows(totals, asOf);
  }

  private static List<RawEvent> shopper(List<Object> row) {
    String id = (String) row.get(0);
    Instant sent = (Instant) row.get(2);
    Instant visited = (Instant) row.get(3);
    RawEvent assigned =
        new ExperimentAssignment(
            id, id, id, sent, sent, 1, "hillstrom", "hillstrom_email", (String) row.get(1));
    return visited == null
        ? List.of(assigned)
        : List.of(
            assigned,
            new Session(id, id, id, visited, visited, 1, "hillstrom", id, 0, null, false));
  }

  @Test
  void orangeJuiceTakingsAreUnitsTimesPrice() throws IOException {
    IngestFixture fixture = imported("oj", "oj.csv");

    SourceAccount account = account(run(fixture), "oj");

    assertThat(
        account, is(new SourceAccount("oj", account.tableName(), 28_947, 28_947, 0, 0, 0, 0)));
    assertThat(
        fixture.query(
            "select count(*), count(customer_id), sum(amount_minor),"
                + " count(*) filter (channel = 'advertised') from raw.transactions"),
        contains(List.of(28_947L, 0L, 95_717_712_576L, 6868L)));
  }

  @Test
  void salesOfCitiesBecomeOutcomesOfRegionsOnceWhereFilesOverlap() throws IOException {
    IngestFixture fixture = imported("geolift", "geolift_pretest.csv");
    imported("geolift", "geolift_test.csv");

    SourceAccount account = account(run(fixture), "geolift");

    assertThat(
        account, is(new SourceAccount("geolift", "region_outcomes", 7800, 4200, 3600, 0, 0, 0)));
    assertThat(
        fixture.query(
            "select count(distinct region), min(measured_on)::varchar, max(measured_on)::varchar,"
                + " sum(value)::bigint from raw.region_outcomes where metric = 'sales'"),
        contains(List.of(40L, "2021-01-01", "2021-04-15", 18443050L)));
  }

  @Test
  void treatmentsOfRegionsAreImportedAndATestThatEndsBeforeItStartsIsNot() throws IOException {
    Path file = directory.resolve("treatments.csv");
    Files.writeString(
        file,
        """
        test_id,metric,region,role,starts_on,ends_on,spend_minor
        walkthrough,sales,chicago,treated,2021-04-01,2021-04-15,5000000
        walkthrough,sales,portland,treated,2021-04-01,2021-04-15,
        backwards,sales,miami,treated,2021-04-15,2021-04-01,
        """);
    IngestFixture fixture = new IngestFixture(directory);
    SourceImport.run(
        IngestFixture.PROJECT.resolve("sources/geo_treatments.yaml"),
        List.of(file),
        fixture.landing);

    SourceAccount account = account(run(fixture), "geo_treatments");

    assertThat(
        account, is(new SourceAccount("geo_treatments", account.tableName(), 3, 2, 0, 1, 0, 0)));
    assertThat(
        fixture.query(
            "select region, role, ends_on::varchar, coalesce(spend_minor, -1)"
                + " from raw.geo_treatments order by region"),
        contains(
            List.of("chicago", "treated", "2021-04-15", 5_000_000L),
            List.of("portland", "treated", "2021-04-15", -1L)));
  }

  // One file is read by one thread; a second would only poll, without a pause.
  private static StageResult run(IngestFixture fixture) {
    IngestOptions options = fixture.options("run-1");
    options.as(DirectOptions.class).setTargetParallelism(1);
    return IngestPipeline.run(options);
  }

  private IngestFixture imported(String source, String data) throws IOException {
    Path input = IngestFixture.SHARED.resolve(data);
    assumeTrue(Files.exists(input), () -> "Skipped: the data file " + data + " is absent");
    IngestFixture fixture = new IngestFixture(directory);
    SourceImport.run(
        IngestFixture.PROJECT.resolve("sources/" + source + ".yaml"),
        List.of(input),
        fixture.landing);
    return fixture;
  }
}
