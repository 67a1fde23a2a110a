package io.growthline.domain.decision;

import static io.growthline.domain.decision.Decisions.customer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.rule.RuleException;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChurnRulesTest {
  private static final String RULES =
      """
      version: "7"
      bands: {critical: 0.65, high: 0.4, medium: 0.2}
      rules:
        - {name: complaint, weight: 0.35, when: open_complaints > 0}
        - {name: detractor, weight: 0.2, when: last_nps != null && last_nps <= 6}
        - {name: payment, weight: 0.1, when: failed_payments_90d > 0}
        - {name: inactive, weight: 0.9, when: days_since_active != null && days_since_active > 30}
      """;

  @Test
  void weightsOfTheRulesThatHoldAddUpWithReasonsInTheOrderOfTheFile() {
    ChurnRuleScore row =
        row(
            customer(
                "c", 0.3, 5_000L, "last_nps", 5, "failed_payments_90d", 2, "open_complaints", 1));

    // 0.35 + 0.2 + 0.1 is 0.65, not just below it as in binary fractions.
    assertThat(row.score(), is(0.65));
    assertThat(row.band(), is("critical"));
    assertThat(row.rules(), is(3L));
    assertThat(
        row.reasons(),
        is(
            "[{\"rule\":\"complaint\",\"weight\":0.35,\"values\":{\"open_complaints\":1}},"
                + "{\"rule\":\"detractor\",\"weight\":0.2,\"values\":{\"last_nps\":5}},"
                + "{\"rule\":\"payment\",\"weight\":0.1,\"values\":{\"failed_payments_90d\":2}}]"));
    assertThat(row.version(), is("7"));
    assertThat(row.modelScore(), is(0.3));
    assertThat(row.modelBand(), is("medium"));
  }

  @Test
  void theScoreIsAtMostOneAndZeroWithoutSigns() {
    assertThat(
        row(customer("c", 0.3, 1L, "open_complaints", 1, "days_since_active", 31)).score(),
        is(1.0));

    ChurnRuleScore calm = row(customer("c", 0.3, 1L));
    assertThat(calm.score(), is(0.0));
    assertThat(calm.band(), is("low"));
    assertThat(calm.reasons(), is("[]"));
  }

  @Test
  void bandsBeginAtTheirEnds() {
    assertThat(row(customer("c", 0.3, 1L, "last_nps", 0)).band(), is("medium"));
    assertThat(row(customer("c", 0.3, 1L, "open_complaints", 1)).band(), is("medium"));
    assertThat(
        row(customer("c", 0.3, 1L, "open_complaints", 1, "failed_payments_90d", 1)).band(),
        is("high"));
    assertThat(row(customer("c", 0.3, 1L, "failed_payments_90d", 1)).band(), is("low"));
  }

  @Test
  void withoutAScoreOfTheModelTheChanceIsAssumed() {
    DecisionInput scored = customer("c", 0.3, 5_000L, "open_complaints", 1);
    DecisionInput unscored =
        new DecisionInput(
            scored.profile(), scored.value(), null, null, null, null, null, scored.log());

    DecisionInput assumed = unscored.assuming(rules().churnRules());

    assertThat(assumed.churn(), is(0.35));
    assertThat(assumed.churnEvidence(), is("assumed"));
    assertThat(assumed.churnVersion(), is("7"));
    assertThat(row(assumed).modelScore(), is(nullValue()));
    assertThat(row(assumed).modelBand(), is(nullValue()));
  }

  @Test
  void wrongRulesAreNamedWithFileRuleAndColumn() {
    refuses("open_complaints", "open_complains", "rule complaint", "open_complains");
    refuses("failed_payments_90d > 0", "churn > 0.5", "rule payment", "churn");
    refuses("failed_payments_90d > 0", "failed_payments_90d", "rule payment", "true or false");
    refuses("name: payment", "name: complaint", "rule complaint", "twice");
    refuses("weight: 0.1,", "weight: 0.1005,", "rule payment", "thousandths");
    refuses("weight: 0.1,", "weight: 0,", "rule payment", "above 0");
    refuses("weight: 0.1, ", "", "rule payment", "weight is missing");
    refuses("high: 0.4", "high: 0.7", "churn.yaml", "medium < high < critical");
  }

  @Test
  void theStandardRulesNameEachOfTheirBands() {
    DecisionRules standard = DecisionRules.standard();
    Set<String> bands = new HashSet<>();
    bands.add(standard.churnRules().score(customer("c", 0.3, 1L, "session_count_30d", 9)).band());
    bands.add(
        standard
            .churnRules()
            .score(
                customer(
                    "c", 0.3, 1L, "recency_status", "inactive_90_plus", "session_count_30d", 9))
            .band());
    bands.add(
        standard
            .churnRules()
            .score(customer("c", 0.3, 1L, "recency_status", "inactive_90_plus"))
            .band());
    bands.add(
        standard
            .churnRules()
            .score(
                customer(
                    "c",
                    0.3,
                    1L,
                    "recency_status",
                    "inactive_60_90",
                    "failed_payments_90d",
                    1,
                    "last_nps",
                    3))
            .band());

    assertThat(bands, is(Set.of("low", "medium", "high", "critical")));
  }

  @Property(tries = 50)
  void anotherSignNeverLowersTheScore(
      @ForAll @IntRange(max = 10) int nps,
      @ForAll @IntRange(max = 2) int failed,
      @ForAll @IntRange(max = 60) int days) {
    double without =
        row(customer(
                "c",
                0.3,
                1L,
                "last_nps",
                nps,
                "failed_payments_90d",
                failed,
                "days_since_active",
                days))
            .score();
    double with =
        row(customer(
                "c",
                0.3,
                1L,
                "last_nps",
                nps,
                "failed_payments_90d",
                failed,
                "days_since_active",
                days,
                "open_complaints",
                1))
            .score();

    assertThat(with >= without && with <= 1, is(true));
  }

  private static DecisionRules rules() {
    return DecisionRules.parse(
        Decisions.files().with(DecisionFiles.CHURN_RULES, "churn.yaml", RULES));
  }

  private static ChurnRuleScore row(DecisionInput customer) {
    return new ChurnRuleScores()
        .rows(new Plan(rules(), Decisions.AS_OF, null), customer, null)
        .get(0);
  }

  private static void refuses(String text, String instead, String where, String what) {
    String yaml = RULES.replace(text, instead);
    assertThat("the text is there", yaml, is(not(RULES)));
    RuleException e =
        assertThrows(
            RuleException.class,
            () ->
                DecisionRules.parse(
                    Decisions.files().with(DecisionFiles.CHURN_RULES, "churn.yaml", yaml)));
    assertThat(
        e.getMessage(),
        allOf(containsString("churn.yaml"), containsString(where), containsString(what)));
  }
}
