package io.growthline.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way through the command line, as a user goes it. */
class EndToEndTest {
  private static final Path ROOT =
      Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."));
  private static final Path PUBLISHED = ROOT.resolve("../shared/data").normalize();

  @TempDir Path directory;

  @Test
  void theSameSeedTwiceAndARerunGiveEqualTables() throws Exception {
    Path one = directory.resolve("one");
    Path two = directory.resolve("two");
    for (Path data : List.of(one, two)) {
      ok("generate", "--customers", "300", "--months", "8", "--faults", "standard", at(data));
      assertRuns(data);
    }
    Map<String, String> first = tables(one);
    assertSame(tables(two), first);

    assertThat(Cli.run("run", "--rebuild", at(one)).code(), not(is(1)));
    assertSame(tables(one), first);

    Cli nothingNew = Cli.run("run", at(one));
    for (String stage : List.of("marts", "train", "score", "price", "decide")) {
      assertThat(
          nothingNew.out(), matchesPattern("(?s).*\\n  " + stage + " [^\\n]*\\n +Up to date: .*"));
    }
    assertSame(tables(one), first);

    JsonNode status = status(one);
    assertThat(
        query(one, "select count(*) as n from monitoring.run_manifests"),
        is("n\n" + rows(status, "monitoring.run_manifests") + "\n"));
    status.get("sources").forEach(s -> assertThat(s.toString(), s.get("balanced").asBoolean()));
    assertThat(total(status, "duplicates"), greaterThan(0L));
    assertThat(total(status, "dead_lettered"), greaterThan(0L));
    assertThat(total(status, "late"), greaterThan(0L));
    for (String table :
        List.of(
            "marts.dim_customer",
            "marts.fct_activation",
            "marts.fct_onboarding",
            "marts.onboarding_funnel",
            "marts.segment_funnel",
            "marts.retention_cohorts",
            "marts.weekly_engagement",
            "marts.feature_adoption",
            "marts.kpi_values",
            "marts.price_elasticity",
            "marts.pricing_scenarios",
            "scores.customer_scores",
            "scores.score_reasons",
            "monitoring.feature_drift",
            "monitoring.release_gates")) {
      assertThat(table, rows(status, table), greaterThan(0L));
    }
    assertThePlantedCampaignIsFollowed(one);
  }

  /** The campaign of the truth, with the customers and shares that SQL finds in its contacts. */
  private static void assertThePlantedCampaignIsFollowed(Path data) throws Exception {
    JsonNode planted =
        new ObjectMapper().readTree(data.resolve("landing/_truth.json").toFile()).get("retention");
    String outcomes =
        query(
            data,
            "select plan, plan_day, month_number, treated, held_out, round(retention_treated, 9) t,"
                + " round(retention_held_out, 9) h from scores.plan_outcomes where action = 'all'"
                + " order by month_number");
    assertThat(
        outcomes,
        containsString(
            "\n"
                + planted.get("campaign").get("campaignId").asText()
                + ","
                + planted.get("day").asText()
                + ",1,"));
    assertThat(
        query(
            data,
            "with parts as (select campaign_id, cast(occurred_at as date) as day, customer_id, arm"
                + " from raw.campaign_contacts), followed as (select parts.*, m as month_number,"
                + " coalesce(not churned_30d, false) as retained from parts cross join range(1, 4)"
                + " t(m) left join marts.customer_month_features f on f.customer_id ="
                + " parts.customer_id and f.as_of = date_trunc('month', day) + to_months(m::int))"
                + " select campaign_id as plan, day as plan_day, month_number, count(*) filter (arm ="
                + " 'treated') as treated, count(*) filter (arm = 'holdout') as held_out,"
                + " round(avg(retained::int) filter (arm = 'treated'), 9) as t,"
                + " round(avg(retained::int) filter (arm = 'holdout'), 9) as h from followed group by"
                + " all order by month_number"),
        is(outcomes));
  }

  @Test
  void cdnowBecomesTransactionsAndWhatCannotBeDoneIsSaid() throws Exception {
    Path file = PUBLISHED.resolve("cdnow_sample.csv");
    assumeTrue(Files.exists(file), file + " is absent, so the CDNOW figures are not checked");
    ok("import", "--source", source("cdnow"), "--input", file.toString(), at(directory));
    assertRuns(directory);
    assertThat(
        query(
            directory,
            "select count(*) as n, count(distinct customer_id) as c, sum(amount_minor) as s from"
                + " marts.fct_transactions"),
        is("n,c,s\n6919,2357,24409194\n"));
    JsonNode status = status(directory);
    assertThat(rows(status, "marts.fct_offer_outcomes"), is(0L));
    assertThat(status.get("stages").toString(), containsString("raw.offer_exposures"));

    ok("run", "--stages", "marts", "--as-of", "1997-10-01", at(directory));
    assertThat(
        "as Fader, Hardie and Lee publish them",
        query(
            directory,
            "select model, parameter, round(value, 2) as estimate, customers from"
                + " marts.value_model_parameters order by model, parameter"),
        is(
            "model,parameter,estimate,customers\n"
                + "bg_nbd,a,0.79,2357\nbg_nbd,alpha,4.41,2357\n"
                + "bg_nbd,b,2.43,2357\nbg_nbd,r,0.24,2357\n"
                + "gamma_gamma,p,6.25,946\ngamma_gamma,q,3.74,946\ngamma_gamma,v,15.44,946\n"));
    assertThat(
        query(
            directory,
            "select count(*) as n, sum(case when p_alive is null then 1 else 0 end) as withheld"
                + " from marts.metric_customer_ltv"),
        is("n,withheld\n2357,0\n"));
  }

  @Test
  void theManifestOfHostileEventsSaysWhatTheirTruthSays() throws Exception {
    Path events = PUBLISHED.resolve("neobank_events");
    assumeTrue(Files.isDirectory(events), events + " is absent, so its truth is not checked");
    long duplicates = 0;
    long late = 0;
    long quarantined = 0;
    long deliveries = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(events, "*.jsonl")) {
      for (Path file : files) {
        Path data = directory.resolve(file.getFileName().toString());
        ok("import", "--source", source("neobank"), "--input", file.toString(), at(data));
        ok("run", "--stages", "ingest", at(data));
        JsonNode truth =
            new ObjectMapper()
                .readTree(Path.of(file.toString().replace(".jsonl", ".truth.json")).toFile());
        JsonNode status = status(data);
        String name = file.getFileName().toString();
        assertThat(name, total(status, "read"), is(truth.get("event_count").asLong()));
        assertThat(name, total(status, "duplicates"), is(truth.get("duplicates").asLong()));
        assertThat(name, total(status, "late"), is(truth.get("late_arrivals").asLong()));
        assertThat(name, total(status, "dead_lettered"), is(truth.get("quarantined").asLong()));
        assertThat(
            name, total(status, "written"), is(truth.get("unique_business_events").asLong()));
        duplicates += truth.get("duplicates").asLong();
        late += truth.get("late_arrivals").asLong();
        quarantined += truth.get("quarantined").asLong();
        deliveries += truth.get("event_count").asLong();
      }
    }
    assertThat(List.of(deliveries, duplicates, late, quarantined), is(List.of(57L, 2L, 2L, 2L)));
  }

  private static void assertRuns(Path data) {
    Cli cli = Cli.run("run", at(data));
    // A blocked gate is a verdict on the data, not a failure of the run.
    assertThat(cli.out() + cli.err(), cli.code(), not(is(1)));
    assertThat(cli.out(), cli.code(), not(is(2)));
  }

  private static String at(Path data) {
    return "--data=" + data;
  }

  private static String source(String name) {
    return ROOT.resolve("sources").resolve(name + ".yaml").toString();
  }

  private static Cli ok(String... args) {
    Cli cli = Cli.run(args);
    assertThat(String.join(" ", args) + "\n" + cli.out() + cli.err(), cli.code(), is(0));
    return cli;
  }

  private static String query(Path data, String sql) {
    return ok("query", at(data), "--format", "csv", sql).out();
  }

  private static Map<String, String> tables(Path data) {
    return new DataFixture(data).tables();
  }

  private static void assertSame(Map<String, String> tables, Map<String, String> expected) {
    List<String> different =
        expected.keySet().stream()
            .filter(table -> !tables.get(table).equals(expected.get(table)))
            .toList();
    assertThat("tables that differ", different, is(List.of()));
  }

  private static JsonNode status(Path data) throws Exception {
    return new ObjectMapper().readTree(ok("status", "--json", at(data)).out());
  }

  private static long total(JsonNode status, String count) {
    // What the ledger gets beside is not counted in the truth.
    return StreamSupport.stream(status.get("sources").spliterator(), false)
        .filter(s -> !s.get("table_name").asText().equals("reward_postings"))
        .mapToLong(s -> s.get(count).asLong())
        .sum();
  }

  private static long rows(JsonNode status, String table) {
    return StreamSupport.stream(status.get("tables").spliterator(), false)
        .filter(t -> t.get("table").asText().equals(table))
        .mapToLong(t -> t.get("rows").asLong())
        .sum();
  }
}
