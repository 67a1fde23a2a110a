package io.growthline.domain.experiment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.decision.DecisionRules;
import io.growthline.domain.rule.RuleException;
import io.growthline.domain.simulate.World;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentsTest {
  static final String YAML =
      """
      version: "1"
      experiments:
        - id: checklist
          owner: growth
          unit: customer
          arms:
            - {name: control, share: 0.5}
            - {name: treatment, share: 0.5}
          starts_on: 2026-01-01
          ends_on: 2026-02-28
          exposure: {table: raw.experiment_assignments, when: experiment_id == 'checklist', arm: variant}
          primary: {name: funded, kind: proportion, events: raw.onboarding_steps, value: step == 'account_funded', window_days: 7, direction: up_is_good}
          secondary:
            - {name: crash_rate, kind: ratio, metric: crash_rate, window_days: 14, direction: down_is_good}
            - {name: spend, kind: mean, events: raw.transactions, value: amount_minor, window_days: 14, direction: up_is_good, covariate_days: 30, cap: 5000}
          guardrails:
            - {name: contacts, kind: mean, events: raw.support_contacts, value: 1, window_days: 14, direction: down_is_good, bound: 0.005}
          segments: [region, push_opt_in]
          minimum_days: 14
          alpha: 0.05
          correction: holm
      """;

  @Test
  void anExperimentIsWhatTheFileSays() {
    Experiment experiment = Experiments.parse("x.yaml", YAML).all().get(0);

    assertThat(experiment.control().name(), is("control"));
    assertThat(
        experiment.treatments().stream().map(Exposure.Arm::name).toList(), contains("treatment"));
    assertThat(
        experiment.metrics().stream().map(ExperimentMetric::name).toList(),
        contains("funded", "crash_rate", "spend", "contacts"));
    assertThat(experiment.metrics().get(1).per() != null, is(true));
    assertThat(experiment.metrics().get(3).options().bound(), is(0.005));
    assertThat(experiment.plan(), is(new Experiment.Plan(14, 0.05, Correction.HOLM)));
  }

  @Test
  void aRatioOfTheCatalogueKeepsItsScale() {
    String hours = YAML.replace("metric: crash_rate", "metric: hours_to_funding");
    ExperimentMetric metric = Experiments.parse("x.yaml", hours).all().get(0).metrics().get(1);

    // 300 minutes in two fundings are 2.5 hours.
    Moments minutes = Arms.ofPairs(new long[] {100, 1}, new long[] {200, 1});
    assertThat(metric.sample(minutes).mean(), closeTo(2.5, 1e-12));
  }

  @Test
  void theExperimentsOfThePlatformAreThoseThatArePlanted() {
    List<Experiment> all = Experiments.standard().all();
    Experiment planted = all.get(0);
    Experiment holdout = all.get(1);
    var policy = DecisionRules.standard().policy();

    assertThat(planted.id(), is(World.standard().experiment().experimentId()));
    assertThat(planted.shares(), contains(0.5, 0.5));
    assertThat(holdout.exposure(), is(new Exposure.Digest(policy.name())));
    assertThat(holdout.control().share(), closeTo(policy.holdoutShare(), 1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "owner: growth | owner: ' ' | rule checklist: owner is missing; add it",
        "unit: customer | unit: session | rule checklist: unit must be customer",
        "name: treatment | name: control | rule checklist: arms control is used twice; give each its own name",
        "treatment, share: 0.5 | treatment, share: 0.4 | arms have shares that add up to 0.900000; make them add up to 1",
        "treatment, share: 0.5 | treatment, share: 1.5 | share of arm treatment must be between 0 and 1",
        "ends_on: 2026-02-28 | ends_on: 2025-12-31 | ends_on 2025-12-31 is before starts_on 2026-01-01",
        "ends_on: 2026-02-28 | ends_on: soon | ends_on soon is no day; write yyyy-mm-dd",
        "ends_on: 2026-02-28 | ends_on: 2026-01-13 | minimum_days 14 are more than the days on which exposures count",
        "metric: crash_rate | metric: crashes | rule checklist, secondary crash_rate: metric crashes is unknown; docs/metrics.md lists all",
        "metric: crash_rate | metric: retention_rate | metric retention_rate has no value of one customer",
        "metric: crash_rate | metric: customers | metric customers has no value of one customer",
        "metric: crash_rate | metric: campaign_spend_minor | has no value of one customer",
        "metric: crash_rate | metric: active_customers | kind of metric active_customers must be mean or proportion",
        "metric: crash_rate | metric: crash_rate, events: raw.sessions | metric or events must be given, and not both",
        "metric: crash_rate, | `` | metric or events must be given, and not both",
        "events: raw.onboarding_steps | events: raw.steps | primary funded: events raw.steps is no raw table of events",
        "step == 'account_funded' | steps == 'account_funded' | rule checklist, primary funded, value: undeclared reference",
        "step == 'account_funded' | step | must be true or false, but is string",
        "value: amount_minor | value: double(amount_minor) | must be INT64, but is double",
        "value: amount_minor | value: amount_minor, per: 1 | per is for kind ratio; remove it",
        "kind: mean, events: raw.transactions | kind: sum, events: raw.transactions | kind sum is unknown; write one of mean, proportion, ratio",
        "kind: mean, events: raw.transactions | kind: ratio, events: raw.transactions | per is missing; a ratio needs a denominator",
        "window_days: 7 | window_days: 0 | window_days must be from 1 to 366",
        ", bound: 0.005 | `` | guardrail contacts: bound is missing; say how much the metric may get worse",
        "bound: 0.005 | bound: -0.005 | bound -0.005 must be 0 or more",
        "covariate_days: 30 | covariate_days: 30, bound: 1 | secondary spend: bound is for guardrails; remove it",
        "metric: crash_rate | metric: crash_rate, covariate_days: 30 | covariate_days cannot adjust a ratio; remove it",
        "cap: 5000 | cap: 0 | cap must be above 0, and is for kind mean alone",
        "name: spend | name: funded | name of a metric funded is used twice",
        "region, push_opt_in | region, email | segments email is no attribute; write one of region",
        "correction: holm | correction: bonferroni | correction bonferroni is unknown; write one of holm, bh",
        "alpha: 0.05 | alpha: 5 | alpha must be above 0, and 0.5 or less",
        "alpha: 0.05 | alpha: [ | x.yaml: line",
        "minimum_days: 14 | minimum_weeks: 2 | there is no key minimum_weeks; known are",
        "table: raw.experiment_assignments | table: raw.assignments | exposure: table raw.assignments is no raw table of events",
        "arm: variant | arm: occurred_at | exposure: arm: \"occurred_at\" must be STRING",
        "arm: variant | arm: variant, salt: x | exposure has a salt and a table; keep one",
        "starts_on: 2026-01-01 | quarter: last | quarter and starts_on or ends_on are given; keep one",
        "starts_on: 2026-01-01 | quarter: next | quarter must be last",
        "cap: 5000 | cap: 5000, detect: 0 | detect must be above 0: the smallest effect that is worth seeing",
        "- id: checklist | - hypothesis: x | id of experiment 1 is missing; add it",
        "`version: \"1\"` | `` | version or experiments is missing; add it",
      })
  void whatIsWrongNamesFileKeyAndWhatToDo(String from, String to, String problem) {
    String wrong = YAML.replace(from, to == null ? "" : to);
    assertThat("the fixture holds " + from, YAML, not(is(wrong)));

    String message =
        assertThrows(RuleException.class, () -> Experiments.parse("x.yaml", wrong)).getMessage();

    assertThat(message, startsWith("x.yaml"));
    assertThat(message, containsString(problem));
    assertThat(message.lines().count(), is(1L));
  }

  @Test
  void twoExperimentsOfOneIdAreRefused() {
    String twice = YAML + YAML.substring(YAML.indexOf("  - id:"));

    assertThat(
        assertThrows(RuleException.class, () -> Experiments.parse("x.yaml", twice)).getMessage(),
        containsString("id checklist is used twice"));
  }

  @Test
  void aMetricThatTheSourceCannotFillIsNamed() {
    Experiments experiments = Experiments.parse("x.yaml", YAML);
    Experiment experiment = experiments.all().get(0);
    Set<String> filled = Set.of("raw.onboarding_steps", "raw.sessions", "raw.transactions");

    RuleException refused =
        assertThrows(
            RuleException.class, () -> experiments.requireSources(experiment, filled::contains));

    assertThat(
        refused.getMessage(),
        is(
            "x.yaml, rule checklist, guardrail contacts: raw.support_contacts has no rows; import them, or take the metric out"));
    experiments.requireSources(experiment, table -> true);
  }

  @Test
  void oneOfTheSourcesOfAMetricOfTheCatalogueFillsIt() {
    String active =
        ExperimentsTest.YAML.replace(
            "kind: ratio, metric: crash_rate", "kind: mean, metric: active_customers");
    ExperimentMetric metric = Experiments.parse("x.yaml", active).all().get(0).metrics().get(1);

    assertThat(metric.missing("raw.sessions"::equals), is(List.of()));
    assertThat(metric.missing(table -> false), hasItem("raw.sessions"));
  }

  @Test
  void nothingThatIdentifiesACustomerIsASegment() {
    assertThat(Experiment.ATTRIBUTES, hasItem("device_os"));
    assertThat(Experiment.ATTRIBUTES, hasItem("vulnerable_customer"));
    for (String column : List.of("customer_id", "email", "full_name", "birth_year")) {
      assertThat(Experiment.ATTRIBUTES, not(hasItem(column)));
    }
  }
}
