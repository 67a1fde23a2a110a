package io.growthline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages and reports say of traces, recommendations, rules and other budgets. */
class DecisionsTest {
  private static final Page ACTIONS = page("/actions");
  private static final Page CUSTOMER = page("/customers/{id}");

  @TempDir static Path directory;
  private static Tables full;

  @BeforeAll
  static void publish() {
    full = PublishedFixture.full(directory);
  }

  @Test
  void aContactSaysWhyWhatWouldChangeItAndHowSureItIs() {
    assertThat(
        decision("c000001"),
        stringContainsInOrder(
            "Retention call is worth more than it costs",
            "A value of £54.00 in place of £64.00. At this value or less retention call does not pay.",
            "The contact is expected to bring £1.40.",
            "75.0%: the chance that the expected value lies on the side the decision puts it.",
            "Plan retention-2026-01-01 with version 7 of the policy; the chance of leaving is from the"
                + " churn model version 2026-01-01-0a1b2c3d."));
  }

  @Test
  void theValuesSeenAreOneClickAwayInWords() {
    String section = decision("c000001");
    String seen = section.substring(section.indexOf("<details class=\"seen\">"));
    assertThat(
        seen,
        stringContainsInOrder(
            "<summary>Values that were seen</summary>",
            ">Chance of leaving</th><td>50.0%</td>",
            ">Measured or assumed</th><td>Measured</td>",
            ">Value at stake</th><td>£64.00</td>",
            ">Stayers who take the incentive</th><td>25.0%</td>",
            ">Open complaints</th><td>2</td>",
            ">Push opt in</th><td>yes</td>",
            ">Nps tier</th><td>not known</td>",
            ">Spend, last 90 days</th><td>£12.50</td>",
            ">Recency status</th><td>Inactive for 30 to 60 days</td>"));
    assertThat(decision("c000005"), containsString(">Days since retention call</th><td>12</td>"));
    assertThat(seen, not(containsString("export=")));
  }

  @Test
  void aHoldOutForgoesWhatTheContactWouldBring() {
    assertThat(
        decision("c000003"),
        allOf(
            containsString("Not to contact is expected to forgo £10.35, which is the cost of"),
            containsString("A chance of leaving of 10.36% in place of 50.00%.")));
  }

  @Test
  void whoIsLeftOutSeesWhatIsForgoneOrSaved() {
    assertThat(
        decision("c000005"),
        allOf(
            containsString("Rule or limit: owner retention."),
            not(containsString("<dt>Why</dt>")),
            containsString(
                "Doing nothing is expected to forgo £1.20; what the contact would use of shared limits"
                    + " is worth £1.30 elsewhere."),
            containsString("More would have to be left of the limit owner retention."),
            containsString("52.0%: the chance")));
    assertThat(
        decision("c000008"),
        allOf(
            containsString("A contact would be expected to lose £3.81, which is saved."),
            containsString("More than 99.9%: the chance that")));
  }

  @Test
  void aRuleIsNoEstimateAndOutsideARangeNothingIsStated() {
    assertThat(
        decision("c000006"),
        allOf(
            containsString("Certain: a rule decided, not an estimate."),
            containsString("from churn rules, which assume it, version"),
            containsString("No action was compared")));
    assertThat(decision("c000009"), containsString("Not stated: the chance of leaving is outside"));
  }

  @Test
  void theMostUrgentRecommendationComesFirst() {
    String section = section("recommendations", Map.of());
    assertThat(
        section,
        allOf(
            containsString(
                "First of all: Retry failed payments. Payments answers for it. Of £400 at stake in all,"
                    + " £200 is in this group of 30 customers."),
            stringContainsInOrder("Retry failed", ">0.600<", "Ask detractors", ">CRM<", ">0.200<"),
            containsString("<span class=\"pill high\">high</span>")));
    assertThat(
        section("recommendations", Map.of("recommendations.effort_band", "low")),
        allOf(
            containsString("Only Effort: Low. <a"),
            containsString("aria-current=\"true\">Little effort</a>"),
            not(containsString("A payment failed."))));
  }

  @Test
  void agreementOfRulesAndModelCarriesItsInterval() {
    // 10 against 120: standard error 0.0777, and 1.645 of it.
    assertThat(
        section("rule-agreement", Map.of()),
        allOf(
            containsString(
                "the rules score above others in 85.0% of pairs (90% interval 72.2% to 97.8%), so they"
                    + " agree more often than chance would. Of these 10 customers, rules call 5 critical or high and 1"
                    + " low."),
            containsString(">80<")));
  }

  @Test
  void bothReportsHaveRecommendationsAndRules() {
    for (Report report : List.of(Report.STANDARD, Report.BRIEF)) {
      List<Section> sections =
          report.sections().stream()
              .filter(s -> List.of("recommendations", "rule-agreement").contains(s.id()))
              .toList();
      assertThat(sections.size(), is(2));
      Report both = new Report("Both", source -> "", sections);
      for (String form : List.of(both.markdown(full, "run-1"), both.html(full, "run-1"))) {
        assertThat(
            form,
            allOf(
                containsString("First of all: Retry failed payments."),
                containsString("72.2% to 97.8%"),
                not(containsString("Little effort"))));
      }
    }
  }

  @Test
  void theBriefSaysWhomToContactWhatItBringsAndWhyNotTheOthers() {
    assertThat(
        Report.BRIEF.markdown(Source.of(full)),
        stringContainsInOrder(
            "# Contact 3 customers at an expected cost of £10.65: it should bring £17.75 net. 4 others"
                + " are left out. The commonest reason, of 1: Others are worth more of the budget.",
            "Decision brief as of 1 Jan 2026 (UTC), run `run-1`.",
            "| £28.10 | £9.10 | £1.25 | £17.75 |",
            "Of the budget of £12.00",
            "| Capacity | Others are worth more of the contacts that can be made. | 1 |",
            "CRM: 1 contact, expected to bring £10.35.",
            "| c000002 | Loyalty offer | Email | £10.35 | £3.00 to £17.70 |",
            "Service: 1 contact,",
            "## Assumptions and caveats",
            "do not contact them"));
    assertThat(Report.BRIEF.fileName(), is("growthline-decision-brief"));
  }

  @Test
  void theBriefFollowsTheFiltersOfTheQueue() {
    assertThat(
        Report.BRIEF.markdown(asked(Map.of("queue.owner", "crm"))),
        allOf(
            containsString("Only Owner: CRM."),
            containsString("| c000002 | Loyalty offer |"),
            not(containsString("| c000020 | Service call |"))));
    assertThat(
        section("queue", Map.of("queue.owner", "crm")),
        containsString("href=\"/actions/brief.md?queue.owner=crm\" download"));
  }

  @Test
  void presetsOfTheQueueAreAddressesThatFilterIt() {
    String all = section("queue", Map.of("budget", "600"));
    assertThat(
        all,
        allOf(
            containsString("href=\"?budget=600&amp;queue.standing=top_20\""),
            containsString("href=\"?budget=600&amp;queue.effort=low&amp;queue.gain=sure\""),
            containsString("href=\"?budget=600&amp;queue.owner=crm\""),
            containsString(">Owner: CRM</a>"),
            containsString("aria-current=\"true\">Everybody</a>")));
    String wins = section("queue", Map.of("queue.effort", "low", "queue.gain", "sure"));
    assertThat(
        wins,
        allOf(
            containsString("Only Effort: Low; Gain: Sure. <a href=\"?\""),
            containsString("aria-current=\"true\">Quick wins</a>"),
            containsString("c000002"),
            not(containsString("c000001")),
            not(containsString("c000020"))));
    assertThat(
        section("queue", Map.of("queue.protection", "help_only")),
        allOf(containsString("c000020"), not(containsString("c000002"))));
    assertThat(
        section("queue", Map.of("queue.standing", "after_100")),
        allOf(containsString("Only Priority: After 100."), containsString("Nothing matches.")));
  }

  @Test
  void aBudgetBetweenThoseComparedIsReadOffInAStraightLine() {
    // Half way from 1800 at 1200 to 1900 at 2400; the plan's contacts cost 165, 400 and 500.
    assertThat(
        budget("1700"),
        allOf(
            containsString("<output for=\"budget-minor\">£18.00</output>"),
            containsString("£6.00 more would bring £0.50."),
            containsString("<b>£18.50</b>"),
            containsString("<b>+£0.50</b><span class=\"quiet\">whose budget is £12.00"),
            containsString("<b>3</b><span class=\"quiet\">of 3 in the plan")));
    assertThat(
        budget("600"),
        allOf(
            containsString("<b>−£5.00</b>"),
            containsString("<b>£1.50</b><span class=\"quiet\">shadow price"),
            containsString("<b>2</b><span class=\"quiet\">of 3 in the plan")));
  }

  @Test
  void aBudgetOutOfRangeIsTheNearestAndNoneThatOfThePolicy() {
    assertThat(
        budget("999999"),
        allOf(containsString(">£24.00</output>"), containsString("the largest budget")));
    assertThat(budget("-5"), containsString(">£0.00</output>"));
    assertThat(budget("much"), containsString(">£12.00</output>"));
  }

  @Test
  void aBandIsRedOnlyWhereHighIsAWarning() {
    assertThat(Format.RANK.html("high"), is("<span class=\"pill good\">high</span>"));
    assertThat(section("queue", Map.of()), not(containsString("pill high")));
    assertThat(
        Site.section(CUSTOMER, customer("c000001"), "scores").orElseThrow(),
        containsString("<span class=\"pill high\">high</span>"));
  }

  private static String budget(String asked) {
    return section("budget", Map.of("budget", asked));
  }

  private static String section(String id, Map<String, String> query) {
    return Site.section(ACTIONS, asked(query), id).orElseThrow();
  }

  private static Source asked(Map<String, String> query) {
    return new Source(full, Map.of(), query);
  }

  private static String decision(String id) {
    return Site.section(CUSTOMER, customer(id), "decision").orElseThrow();
  }

  private static Source customer(String id) {
    return new Source(full, Map.of("id", id), Map.of());
  }

  private static Page page(String path) {
    return Pages.routed().stream().filter(p -> p.path().equals(path)).findFirst().orElseThrow();
  }
}
