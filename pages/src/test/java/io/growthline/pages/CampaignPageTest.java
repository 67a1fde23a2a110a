package io.growthline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator of campaigns on customers of whom two may be contacted. */
class CampaignPageTest {
  private static final Page PAGE =
      Pages.ALL.stream().filter(p -> p.path().equals("/campaigns")).findFirst().orElseThrow();

  /** 40 pence a contact, £5 to all who stay; 20 % of leavers are kept. */
  private static final Map<String, String> TERMS =
      Map.of(
          "contact", "0.40",
          "incentive", "5",
          "success", "20",
          "success_low", "10",
          "success_high", "30");

  /** Of each other customer one thing stands against a campaign, and all would be worth it. */
  private static final List<String> ROWS =
      List.of(
          "INSERT INTO marts.dim_currency VALUES ('GBP', true, 2, 900)",
          "INSERT INTO marts.customer_360_profile (customer_id, as_of, income_segment,"
              + " behavioural_segment, vulnerable_customer, subscription_status, campaigns_allowed)"
              + " VALUES ('c1', DATE '2026-01-01', 'mid', 'declining', false, 'active', true),"
              + " ('c2', DATE '2026-01-01', 'high', 'new_growing', false, 'active', true),"
              + " ('vulnerable', DATE '2026-01-01', 'mid', 'declining', true, 'active', true),"
              + " ('former', DATE '2026-01-01', 'mid', 'declining', false, 'cancelled', true),"
              + " ('complains', DATE '2026-01-01', 'mid', 'declining', false, 'active', false),"
              + " ('holdout', DATE '2026-01-01', 'mid', 'declining', false, 'active', true),"
              + " ('unlikely', DATE '2026-01-01', 'mid', 'declining', false, 'active', true),"
              + " ('worth', DATE '2026-01-01', 'mid', 'declining', false, 'active', true)",
          "INSERT INTO marts.metric_customer_ltv (customer_id, expected_margin_minor,"
              + " expected_margin_lower_minor, expected_margin_upper_minor, value_band) VALUES"
              + " ('c1', 10000, 9000, 11000, 'medium'), ('c2', 20000, 20000, 20000, 'high'),"
              + " ('vulnerable', 90000, 90000, 90000, 'high'), ('former', 90000, 90000, 90000,"
              + " 'high'), ('complains', 90000, 90000, 90000, 'high'), ('holdout', 90000, 90000,"
              + " 90000, 'high'), ('unlikely', 90000, 90000, 90000, 'high')",
          "INSERT INTO scores.action_rejections (customer_id, churn, churn_evidence) VALUES"
              + " ('c1', 0.3, 'measured'), ('c2', 0.1, 'measured'), ('vulnerable', 0.9, 'measured'),"
              + " ('former', 0.9, 'measured'), ('complains', 0.9, 'measured'), ('worth', 0.9,"
              + " 'measured')",
          "INSERT INTO scores.action_plan (customer_id, churn, churn_evidence, arm) VALUES"
              + " ('holdout', 0.9, 'measured', 'holdout')",
          "INSERT INTO scores.customer_scores (customer_id, model, score, band) VALUES"
              + " ('c1', 'churn', 0.3, 'high'), ('c2', 'churn', 0.1, 'medium'), ('c1', 'activation',"
              + " 0.4, 'medium')");

  @TempDir static Path directory;
  private static Tables tables;

  @BeforeAll
  static void publish() {
    tables = PublishedFixture.of(directory, ROWS);
  }

  @Test
  void savedLessContactsLessIncentivesOfStayersIsTheNet() {
    assertThat(
        page(TERMS),
        allOf(
            containsString(
                "£9.60 saved less £0.80 for contacts less £8.00 of incentives to those who would have"
                    + " stayed is £0.80. Of 2 contacted, 1.60 would have stayed without the campaign."),
            // Chances ±30 %: root of 216², 132², 60² and 480², see CampaignSimulationTest.
            containsString("−£4.66 to £6.26"),
            containsString("<b>No verdict.</b> The 90% interval of the net includes 0."),
            containsString("pays from 18.3% of leavers kept"),
            containsString("It pays up to an incentive of £5.47.")));
  }

  @Test
  void nobodyIsTheBaselineAndOnlyWhoIsWorthItIsComparedWithEverybody() {
    String comparison = csv(TERMS, "campaign-comparison");
    // c1: 570 - 40 - 350 = 180; c2: 390 - 40 - 450 = -100.
    assertThat(
        comparison.lines().map(line -> line.split(",", -1)[7]).collect(Collectors.joining(" ")),
        is("net_minor 0 80 180"));
  }

  @Test
  void whoIsLeftOutIsCountedByTheFirstReason() {
    assertThat(
        csv(TERMS, "campaign-left-out").lines().skip(1).map(CampaignPageTest::twoCells).toList(),
        is(
            List.of(
                "protected,1",
                "former,1",
                "not_allowed,1",
                "holdout,1",
                "no_chance,1",
                "no_value,1")));
  }

  @Test
  void theListHoldsTheAudienceAloneAndTheMostValuableFirst() {
    assertThat(
        csv(TERMS, "campaign-targets").lines().map(line -> line.split(",")[0]).toList(),
        is(List.of("customer_id", "c1", "c2")));
    assertThat(
        csv(TERMS, "campaign-targets"),
        containsString("c1,declining,mid,medium,high,0.3,measured,10000,180,-"));
  }

  @Test
  void whoNeedsProtectionIsNeverOnTheListWhateverIsAsked() {
    for (String name : List.of("segment.declining", "value.high", "income.mid", "margin")) {
      Map<String, String> asked = with(name, name.equals("margin") ? "100" : "on");
      asked.put("incentive", "0");
      assertThat(name, csv(asked, "campaign-targets"), not(containsString("vulnerable")));
      assertThat(name, csv(asked, "campaign-left-out"), containsString("protected,1"));
    }
  }

  @Test
  void anAudienceIsWhoMatchesAllThatIsAsked() {
    Map<String, String> narrowed =
        Map.of(
            "segment.new_growing", "c2",
            "income.high", "c2",
            "risk.high", "c1",
            "value.medium", "c1",
            "margin", "c2",
            "activation", "c1",
            "churn_low", "c1",
            "churn_high", "c2");
    narrowed.forEach(
        (name, only) -> {
          Map<String, String> numbers =
              Map.of("margin", "150", "activation", "40", "churn_low", "25", "churn_high", "25");
          String targets = csv(with(name, numbers.getOrDefault(name, "on")), "campaign-targets");
          assertThat(name, targets.lines().skip(1).toList().size(), is(1));
          assertThat(name, targets, containsString(only));
        });
    Map<String, String> both = with("segment.new_growing", "on");
    both.put("segment.declining", "on");
    assertThat(csv(both, "campaign-targets").lines().count(), is(3L));
  }

  @Test
  void theFormShowsWhatTheAddressHolds() {
    assertThat(
        page(with("segment.declining", "on")),
        allOf(
            containsString("name=\"segment.declining\" value=\"on\" checked"),
            containsString("name=\"contact\" value=\"0.40\""),
            containsString("name=\"success_high\" value=\"30\""),
            not(containsString("name=\"segment.new_growing\" value=\"on\" checked"))));
  }

  @Test
  void whatCannotBeUsedIsNamedOnThePageAndRefusedInAnExport() {
    for (Map.Entry<String, String> wrong :
        Map.of(
                "contact", "1e9",
                "incentive", "-1",
                "take_up", "101",
                "success_low", "21",
                "success_high", "19",
                "segment.vip", "on",
                "margin", "0.001")
            .entrySet()) {
      Map<String, String> asked = with(wrong.getKey(), wrong.getValue());
      assertThat(
          wrong.getKey(),
          page(asked),
          containsString("<p class=\"why\">" + wrong.getKey() + " is"));
      assertThat(
          assertThrows(UnknownChoiceException.class, () -> csv(asked, "campaign-targets"))
              .parameter(),
          equalTo(wrong.getKey()));
    }
  }

  @Test
  void withoutAnybodyNumbersAreWithheld(@TempDir Path other) {
    String nobody =
        Site.page(
            PAGE, new Source(PublishedFixture.empty(other), Map.of(), Map.of("risk.low", "on")));
    assertThat(
        nobody,
        allOf(
            containsString("<b>Withheld.</b> No customer matches the audience."),
            not(containsString("campaign-targets"))));
    assertThat(
        page(with("segment.budget_conscious", "on")),
        containsString("No customer matches the audience."));
  }

  @Test
  void theSectionIsServedAloneForTheForm() {
    assertThat(
        Site.section(PAGE, new Source(tables, Map.of(), TERMS), "campaign").orElseThrow(),
        startsWith("<section"));
  }

  private static String twoCells(String line) {
    String[] cells = line.split(",");
    return cells[0] + "," + cells[1];
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> asked = new HashMap<>(TERMS);
    asked.put(name, value);
    return asked;
  }

  private static String page(Map<String, String> asked) {
    return Site.page(PAGE, new Source(tables, Map.of(), asked));
  }

  private static String csv(Map<String, String> asked, String grid) {
    Map<String, String> exported = new HashMap<>(asked);
    exported.put("export", grid);
    return Site.csv(PAGE, new Source(tables, Map.of(), exported), grid);
  }
}
