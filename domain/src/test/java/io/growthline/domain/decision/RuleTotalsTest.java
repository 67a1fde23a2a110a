package io.growthline.domain.decision;

import static io.growthline.domain.decision.Decisions.customer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.rule.RuleException;
import io.growthline.domain.scoring.BinaryMetrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RuleTotalsTest {
  private static final String RECOMMENDATIONS =
      """
      version: "3"
      bands: {high: 0.5, medium: 0.1}
      recommendations:
        - name: complaints
          action: Solve them.
          owner: service
          when: open_complaints > 0
          severity: 3
          confidence: 0.7
          effort: 2
          evidence: They are open.
        - name: payments
          action: Retry.
          owner: payments
          when: failed_payments_90d > 0
          severity: 2
          confidence: 0.5
          effort: 1
          evidence: They failed.
        - name: detractors
          action: Ask.
          owner: product
          when: nps_tier == 'detractor'
          severity: 1
          confidence: 0.5
          effort: 1
          evidence: They say so.
      """;

  private static final DecisionRules RULES =
      DecisionRules.parse(
          Decisions.files().with(DecisionFiles.RECOMMENDATIONS, "advice.yaml", RECOMMENDATIONS));
  private static final Plan PLAN = new Plan(RULES, Decisions.AS_OF, null);

  @Test
  void priorityIsSeverityTimesShareAtStakeTimesConfidenceOverEffort() {
    List<Recommendation> rows =
        totals(
                List.of(
                    // 0.5·1,001 = 500.5 is rounded half even to 500.
                    customer("a", 0.5, 1_001L, "open_complaints", 1),
                    customer("b", 0.2, -100L, "open_complaints", 1),
                    customer("c", 0.5, null, "nps_tier", "detractor"),
                    customer("d", 0.25, 2_000L)))
            .recommendations(PLAN);

    Recommendation complaints = rows.get(0);
    assertThat(complaints.recommendation(), is("complaints"));
    assertThat(complaints.customers(), is(2L));
    assertThat(complaints.valuedCustomers(), is(2L));
    assertThat(complaints.allCustomers(), is(4L));
    assertThat(complaints.atStakeMinor(), is(500L));
    assertThat(complaints.allAtStakeMinor(), is(1_000L));
    assertThat(complaints.impact(), is(1.5));
    assertThat(complaints.priority(), closeTo(0.525, 1e-12));
    assertThat(complaints.band(), is("high"));

    Recommendation payments = rows.get(1);
    assertThat(payments.customers(), is(0L));
    assertThat(payments.atStakeMinor(), is(0L));
    assertThat(payments.priority(), is(0.0));
    assertThat(payments.band(), is("none"));

    Recommendation detractors = rows.get(2);
    assertThat(detractors.customers(), is(1L));
    assertThat(detractors.atStakeMinor(), is(nullValue()));
    assertThat(detractors.priority(), is(nullValue()));
    assertThat(detractors.band(), is("unknown"));
  }

  @Test
  void rulesAreComparedWithBandsOfTheModel() {
    // Scores by the standard rules: 0.1 for few sessions, with a complaint 0.25.
    List<ChurnRuleAgreement> rows =
        totals(
                List.of(
                    banded("low"),
                    banded("low", "open_complaints", 1),
                    banded("medium", "open_complaints", 1),
                    banded("high", "open_complaints", 1, "failed_payments_90d", 1)))
            .agreement(PLAN);

    assertThat(rows.size(), is(3));
    ChurnRuleAgreement low = rows.get(0);
    assertThat(low.customers(), is(2L));
    assertThat(low.low(), is(1L));
    assertThat(low.medium(), is(1L));
    assertThat(low.meanRuleScore(), closeTo(0.175, 1e-12));
    assertThat(low.auc(), is(nullValue()));
    // Medium and high against low: of four pairs one is even.
    assertThat(rows.get(1).auc(), is(0.875));
    assertThat(rows.get(2).auc(), is(1.0));
    assertThat(rows.get(2).high(), is(1L));
  }

  @Test
  void withoutAModelThereIsNothingToCompare() {
    assertThat(totals(List.of(banded(null))).agreement(PLAN), is(empty()));
  }

  @Test
  void wrongRecommendationsAreNamedWithFileRuleAndColumn() {
    refuses("open_complaints", "complaintz", "rule complaints", "complaintz");
    refuses("severity: 3", "severity: 4", "rule complaints", "1, 2 or 3");
    refuses("confidence: 0.7", "confidence: 1.7", "rule complaints", "from 0 to 1");
    refuses("effort: 2", "effort: 0", "rule complaints", "1, 2 or 3");
    refuses("name: payments", "name: complaints", "rule complaints", "twice");
    refuses("    owner: payments\n", "", "rule payments", "owner is missing");
  }

  @Property(tries = 30)
  void groupsCountTheirCustomersAndPartsAddUpInAnyOrder(@ForAll long seed) {
    Random random = new Random(seed);
    List<DecisionInput> customers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String band = List.of("low", "medium", "high").get(random.nextInt(3));
      customers.add(
          banded(
              band,
              "open_complaints",
              random.nextInt(2),
              "failed_payments_90d",
              random.nextInt(2),
              "session_count_30d",
              random.nextInt(5)));
    }
    RuleTotals whole = totals(customers);

    long complaining =
        customers.stream().filter(customer -> customer.profile().openComplaints() > 0).count();
    assertThat(whole.recommendations(PLAN).get(0).customers(), is(complaining));
    for (ChurnRuleAgreement row : whole.agreement(PLAN)) {
      assertThat(row.critical() + row.high() + row.medium() + row.low(), is(row.customers()));
    }
    double[] scores =
        customers.stream().mapToDouble(c -> RULES.churnRules().score(c).score()).toArray();
    boolean[] high = new boolean[scores.length];
    for (int i = 0; i < high.length; i++) {
      high[i] = customers.get(i).modelBand().equals("high");
    }
    assertThat(
        whole.agreement(PLAN).get(2).auc(), is(closeTo(BinaryMetrics.auc(scores, high), 1e-12)));

    Collections.shuffle(customers, random);
    RuleTotals parts = totals(customers.subList(0, 15));
    RowBuffer bytes = new RowBuffer(64);
    totals(customers.subList(15, 40)).write(bytes);
    parts.add(new RowCursor().at(bytes.toBytes(), 0));
    assertThat(parts.recommendations(PLAN), is(whole.recommendations(PLAN)));
    assertThat(parts.agreement(PLAN), is(whole.agreement(PLAN)));
  }

  private static DecisionInput banded(String modelBand, Object... columns) {
    DecisionInput c = customer("c", 0.5, 1_000L, columns);
    return new DecisionInput(
        c.profile(), c.value(), c.churn(), c.churnEvidence(), "v1", modelBand, null, c.log());
  }

  private static RuleTotals totals(List<DecisionInput> customers) {
    RuleTotals totals = new RuleTotals();
    customers.forEach(customer -> totals.add(RULES, customer));
    return totals;
  }

  private static void refuses(String text, String instead, String where, String what) {
    String yaml = RECOMMENDATIONS.replace(text, instead);
    assertThat("the text is there", yaml, is(not(RECOMMENDATIONS)));
    RuleException e =
        assertThrows(
            RuleException.class,
            () ->
                DecisionRules.parse(
                    Decisions.files().with(DecisionFiles.RECOMMENDATIONS, "advice.yaml", yaml)));
    assertThat(
        e.getMessage(),
        allOf(containsString("advice.yaml"), containsString(where), containsString(what)));
  }
}
