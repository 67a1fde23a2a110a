package io.growthline.domain.decision;

import static io.growthline.domain.decision.Decisions.AS_OF;
import static io.growthline.domain.decision.Decisions.contact;
import static io.growthline.domain.decision.Decisions.customer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionTracesTest {
  private static final DecisionRules RULES = Decisions.rules();
  private static final double FREE = 0;

  @Test
  void whatDoesNotPayNeedsTheChanceOrValueAtWhichItDoes() {
    DecisionTrace trace = trace(customer("c", 0.1, 2_000L, "open_complaints", 1), FREE);

    assertThat(trace.decision(), is("nothing"));
    assertThat(trace.rule(), is("no_positive_value"));
    // A call costs 100: 0.5·2,000·p must round above it, and 0.100501 is nearer than a value of
    // 2,011.
    assertThat(trace.change(), is("churn"));
    assertThat(trace.changeFrom(), is(0.1));
    assertThat(trace.changeTo(), is(0.100501));
    assertThat(trace.impactMinor(), is(0L));
  }

  @Test
  void whoWasChosenHasTheNearestChangeThatEndsIt() {
    DecisionTrace trace = trace(customer("c", 0.6, 5_000L, "open_complaints", 1), FREE);

    assertThat(trace.decision(), is("contact"));
    assertThat(trace.rule(), is("chosen: call"));
    // The policy ends at 0.95: nearer than 0.049999 below it, or a value of 335.
    assertThat(trace.change(), is("churn"));
    assertThat(trace.changeTo(), is(0.950001));
    assertThat(trace.impactMinor(), is(1_400L));
  }

  @Test
  void confidenceIsTheChanceThatTheDecisionIsRight() {
    DecisionTrace trace = trace(customer("c", 0.5, 5_000L, "open_complaints", 1), FREE);

    // Net 1,150; 90 % interval from 231 to 2,069; 1,150 / (1,838 / 3.28971) = 2.0583.
    assertThat(trace.confidence(), closeTo(0.98022, 1e-5));
    assertThat(trace(customer("c", 0.5, 5_000L), FREE).confidence(), is(1.0));
    assertThat(
        trace(customer("c", 0.01, 5_000L, "open_complaints", 1), FREE).confidence(),
        is(nullValue()));
  }

  @Test
  void whoLosesToTheBudgetHasTheValueThatIsWorthItsPrice() {
    DecisionTrace trace = trace(customer("c", 0.5, 5_000L, "open_complaints", 1), 20);

    assertThat(trace.rule(), is("budget: budget"));
    assertThat(trace.priceMinor(), is(2_000.0));
    // 0.25·V must round above 2,100.
    assertThat(trace.change(), is("value_minor"));
    assertThat(trace.changeFrom(), is(5_000.0));
    assertThat(trace.changeTo(), is(8_403.0));
  }

  @Test
  void restAndCapsEndAfterDays() {
    DecisionTrace rests =
        trace(
            customer("c", 0.5, 5_000L, List.of(contact("c", "call", 12)), "open_complaints", 1),
            FREE);
    assertThat(rests.rule(), is("cool_down"));
    assertThat(rests.change(), is("days"));
    // It rests for 30 days: on day 31 it may be had again.
    assertThat(rests.changeTo(), is(19.0));
    assertThat(rests.seen(), containsString("\"contacts\":{\"call\":12}"));

    DecisionTrace capped =
        trace(
            customer(
                "c",
                0.5,
                5_000L,
                List.of(
                    contact("c", "gift", 50), contact("c", "gift", 5), contact("c", "gift", 20)),
                "open_complaints",
                1),
            FREE);
    assertThat(capped.rule(), is("contact_cap"));
    // Two within 60 days are the cap: the second newest is 20 days old.
    assertThat(capped.changeTo(), is(41.0));
  }

  @Test
  void aRuleNamesItselfAndWhatItSaw() {
    DecisionTrace trace =
        trace(customer("c", 0.5, 5_000L, "subscription_status", "cancelled"), FREE);

    assertThat(trace.rule(), is("excluded: left"));
    assertThat(trace.change(), is("condition"));
    assertThat(trace.counterfactual(), containsString("subscription_status == 'cancelled'"));
    assertThat(
        trace.seen(),
        is(
            "{\"churn\":0.5,\"churn_lower\":0.25,\"churn_upper\":0.75,"
                + "\"churn_evidence\":\"measured\",\"value_minor\":5000,\"segment\":\"unknown\","
                + "\"value_band\":\"high\",\"columns\":{\"subscription_status\":\"cancelled\"}}"));
    assertThat(trace.model(), is("churn"));
    assertThat(trace.modelVersion(), is("v1"));
    assertThat(trace.confidence(), is(1.0));
  }

  @Test
  void theSameDecisionHasTheSameTraceAndAnotherOneHasAnother() {
    DecisionTrace once = trace(customer("c", 0.5, 5_000L, "open_complaints", 1), FREE);

    assertThat(once.traceId().matches("[0-9a-f]{64}"), is(true));
    assertThat(trace(customer("c", 0.5, 5_000L, "open_complaints", 1), FREE), is(once));
    assertThat(
        trace(customer("d", 0.5, 5_000L, "open_complaints", 1), FREE).traceId(),
        is(not(once.traceId())));
    assertThat(trace(customer("c", 0.5, 5_000L), FREE).traceId(), is(not(once.traceId())));
    DecisionRules next =
        DecisionRules.parse(
            Decisions.files()
                .withPolicy(
                    "policy.yaml", Decisions.POLICY.replace("version: \"1\"", "version: \"2\"")));
    assertThat(
        trace(next, AS_OF, customer("c", 0.5, 5_000L, "open_complaints", 1), FREE).traceId(),
        is(not(once.traceId())));
    assertThat(
        trace(RULES, AS_OF.plusDays(1), customer("c", 0.5, 5_000L, "open_complaints", 1), FREE)
            .traceId(),
        is(not(once.traceId())));
  }

  @Test
  void theCounterfactualReallyChangesTheDecisionAndLessDoesNot() {
    Set<RejectionReason> met = EnumSet.noneOf(RejectionReason.class);
    int chosen = 0;
    int[] changes = new int[Counterfactual.Change.values().length];
    for (int seed = 0; seed < 6_000; seed++) {
      Flip flip = new Flip(new Random(seed));
      flip.check();
      changes[flip.what.change().ordinal()]++;
      if (flip.choice.chosen()) {
        chosen++;
      } else {
        met.add(flip.choice.reason());
      }
    }

    // Each kind of decision was met that one customer alone can have with these rules.
    assertThat(chosen, greaterThan(100));
    assertThat(
        met,
        is(
            EnumSet.complementOf(
                EnumSet.of(RejectionReason.CAPACITY, RejectionReason.SEGMENT_SHARE))));
    for (Counterfactual.Change change : Counterfactual.Change.values()) {
      if (change != Counterfactual.Change.LIMIT) {
        assertThat(change.text(), changes[change.ordinal()], greaterThan(20));
      }
    }
  }

  /** A random customer, what was decided, and the decision after the change. */
  private static final class Flip {
    private final double churn;
    private final Long value;
    private final List<ActionLog> log = new ArrayList<>();
    private final Object[] columns;
    private final double budgetPrice;
    private final Choice choice;
    private final Counterfactual what;

    Flip(Random random) {
      churn = random.nextInt(1_000_001) / 1e6;
      value = random.nextInt(20) == 0 ? null : (Long) (long) (random.nextInt(6_000) - 200);
      for (int i = random.nextInt(4); i > 0; i--) {
        log.add(contact("c", random.nextBoolean() ? "call" : "gift", 1 + random.nextInt(95)));
      }
      Collections.shuffle(log, random);
      columns =
          new Object[] {
            "open_complaints",
            random.nextInt(2),
            "campaigns_allowed",
            random.nextBoolean(),
            "vulnerable_customer",
            random.nextInt(8) == 0,
            "subscription_status",
            random.nextInt(8) == 0 ? "cancelled" : "active"
          };
      budgetPrice = random.nextBoolean() ? 0 : random.nextInt(5);
      choice = decide(churn, value, AS_OF);
      what = Counterfactual.of(new Plan(RULES, AS_OF, null), input(churn, value), choice);
    }

    private DecisionInput input(double chance, Long lost) {
      return customer("c", chance, lost, log, columns);
    }

    private Choice decide(double chance, Long lost, LocalDate asOf) {
      return DecisionTracesTest.decide(RULES, asOf, input(chance, lost), budgetPrice);
    }

    void check() {
      switch (what.change()) {
        case CHURN -> {
          assertThat(what.from(), is(churn));
          assertThat(toString(), isOther(decide(what.to(), value, AS_OF)));
          if (choice.reason() == RejectionReason.NO_POSITIVE_VALUE) {
            long less = Math.round(what.to() * 1e6) + (churn < what.to() ? -1 : 1);
            assertThat(toString(), !isOther(decide(less / 1e6, value, AS_OF)));
          }
        }
        case VALUE_MINOR -> {
          long to = what.to().longValue();
          if (choice.priceMinor() > 0) {
            long least = Math.max(to, value < to ? to : to + 1);
            assertThat(toString(), net(least), greaterThan(choice.priceMinor()));
            boolean isAboveZero = choice.reason() != null || net(value) > choice.priceMinor();
            assertThat(
                toString(),
                net(least - 1),
                lessThanOrEqualTo(isAboveZero ? choice.priceMinor() : 0));
          } else {
            assertThat(toString(), isOther(decide(churn, to, AS_OF)));
            long back = value < to ? to - 1 : to + 1;
            assertThat(toString(), !isOther(decide(churn, back, AS_OF)));
          }
        }
        case DAYS -> {
          LocalDate day = AS_OF.plusDays(what.to().longValue());
          assertThat(toString(), decide(churn, value, day).reason(), is(not(choice.reason())));
          assertThat(
              toString(), decide(churn, value, day.minusDays(1)).reason(), is(choice.reason()));
        }
        case CONDITION, LIMIT -> assertThat(what.to(), is(nullValue()));
      }
    }

    private double net(long lost) {
      DecisionInput changed = input(churn, lost);
      Considered considered = new Eligibility(RULES, AS_OF, List.of()).consider(changed);
      return ExpectedValue.of(choice.action(), considered.p(), considered.lost()).netMinor();
    }

    private boolean isOther(Choice after) {
      if (choice.chosen()) {
        long bit = 1L << RULES.actions().indexOf(choice.action());
        return (after.customer().eligible() & bit) == 0;
      } else if (choice.reason() == RejectionReason.NO_POSITIVE_VALUE) {
        return after.customer().eligible() != 0;
      }
      return after.reason() != choice.reason();
    }

    @Override
    public String toString() {
      return churn + " " + value + " " + choice + " " + what;
    }
  }

  private static Choice decide(
      DecisionRules rules, LocalDate asOf, DecisionInput customer, double budgetPrice) {
    Considered considered = new Eligibility(rules, asOf, List.of()).consider(customer);
    Chooser chooser = new Chooser(rules, new Prices(List.of(budgetPrice), 0.25));
    Candidates candidates = new Candidates();
    chooser.addTo(candidates, considered);
    return chooser.choice(considered, Allocation.of(rules, candidates));
  }

  private static DecisionTrace trace(DecisionInput customer, double budgetPrice) {
    return trace(RULES, AS_OF, customer, budgetPrice);
  }

  private static DecisionTrace trace(
      DecisionRules rules, LocalDate asOf, DecisionInput customer, double budgetPrice) {
    return new DecisionTraces()
        .rows(new Plan(rules, asOf, null), customer, decide(rules, asOf, customer, budgetPrice))
        .get(0);
  }
}
