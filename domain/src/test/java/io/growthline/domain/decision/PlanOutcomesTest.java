package io.growthline.domain.decision;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.event.CampaignContact;
import io.growthline.domain.uplift.Difference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlanOutcomesTest {
  private static final LocalDate DAY = LocalDate.parse("2026-02-26");
  private static final LocalDate AS_OF = LocalDate.parse("2026-07-01");

  @Test
  void upliftIsTheDifferenceOfRetentionWithTheIntervalOfNewcombe() {
    PlanOutcome row = first(plan(80, 72, 20, 12));

    assertThat(List.of(row.treated(), row.heldOut(), row.atRisk()), is(List.of(80L, 20L, 100L)));
    assertThat(row.retentionTreated(), closeTo(0.9, 1e-12));
    assertThat(row.retentionHeldOut(), closeTo(0.6, 1e-12));
    Difference newcombe = Difference.of(80, 72, 20, 12);
    assertThat(row.uplift(), closeTo(newcombe.estimate(), 1e-12));
    assertThat(row.upliftLower(), closeTo(newcombe.lower(), 1e-12));
    assertThat(row.upliftUpper(), closeTo(newcombe.upper(), 1e-12));
    assertThat(row.sampleRatioP(), closeTo(1, 1e-12));
    assertThat(row.verdict(), is("ok"));
  }

  @Test
  void valueSavedIsTreatedTimesTheDifferenceOfMeansAndNetIsItLessCost() {
    // Everybody is worth 1,000: 80·(900 - 600). Each contact costs 10, and p·s is 0.1.
    PlanOutcome row = first(plan(80, 72, 20, 12));

    assertThat(row.valueSavedMinor(), is(24_000L));
    assertThat(row.costMinor(), is(800L));
    assertThat(row.netMinor(), is(23_200L));
    assertThat(row.returnOnCost(), closeTo(29, 1e-9));
    assertThat(row.expectedUplift(), closeTo(0.1, 1e-9));
    assertThat(row.expectedValueSavedMinor(), is(8_000L));
    assertThat(row.expectedNetMinor(), is(7_200L));
    // Variances 1000²·0.09/79 and 1000²·0.24/19, 23.2 degrees of freedom by Welch.
    double error = 1_000 * Math.sqrt(0.09 / 79 + 0.24 / 19);
    assertThat(row.valueSavedUpperMinor() - 24_000.0, closeTo(80 * 1.7133 * error, 30));
    assertThat(24_000.0 - row.valueSavedLowerMinor(), closeTo(80 * 1.7133 * error, 30));
    assertThat(row.netLowerMinor(), is(row.valueSavedLowerMinor() - 800));
  }

  @Test
  void costPerCustomerKeptIsAbsentUnlessTheIntervalIsAboveZero() {
    PlanOutcome kept = first(plan(80, 72, 20, 12));
    // 800 over 0.3·80.
    assertThat(kept.costPerKeptMinor(), is(33L));
    assertThat(kept.costPerKeptLowerMinor(), lessThan(33L));
    assertThat(kept.costPerKeptUpperMinor(), greaterThan(33L));

    PlanOutcome chance = first(plan(80, 65, 20, 16));
    assertThat(chance.costPerKeptMinor(), is(nullValue()));
    assertThat(chance.verdict(), is("inconclusive"));
    assertThat(chance.verdictReason(), containsString("includes 0"));

    PlanOutcome harm = first(plan(80, 40, 20, 20));
    assertThat(harm.costPerKeptMinor(), is(nullValue()));
    assertThat(harm.verdict(), is("ok"));
    assertThat(harm.verdictReason(), containsString("fewer of those treated"));
  }

  @Test
  void armsOtherThanThoseDrawnAreInvalidAndGiveNoEstimate() {
    // 60 of 100 where 80 were drawn: (60 - 80)²/16 = 25.
    PlanOutcome row = first(plan(60, 50, 40, 20));

    assertThat(row.sampleRatioP(), lessThan(1e-5));
    assertThat(row.verdict(), is("invalid"));
    assertThat(row.uplift(), is(nullValue()));
    assertThat(row.valueSavedMinor(), is(nullValue()));
  }

  @Test
  void theHeldOutCountedAsTreatedAreFound() {
    List<Customer> customers = plan(80, 72, 20, 12);
    customers.replaceAll(c -> new Customer("treated", c.propensity, c.value, c.retained));

    PlanOutcome row = first(customers);

    assertThat(row.verdict(), is("invalid"));
  }

  @Test
  void fewHeldOutAreInconclusiveWithoutAmounts() {
    PlanOutcome row = first(plan(76, 76, 19, 9));

    assertThat(row.verdict(), is("inconclusive"));
    assertThat(row.verdictReason(), containsString("each arm needs 20"));
    assertThat(row.uplift(), greaterThan(0.4));
    assertThat(row.valueSavedMinor(), is(nullValue()));
    assertThat(row.costPerKeptMinor(), is(nullValue()));
  }

  @Test
  void withoutAHoldOutNothingCanBeMeasured() {
    List<Customer> customers = new ArrayList<>();
    add(customers, 30, "treated", 1, 1_000L, true);

    PlanOutcome row = first(customers);

    assertThat(row.verdict(), is("invalid"));
    assertThat(row.verdictReason(), containsString("certain of their arm"));
  }

  @Test
  void customersWeighTheInverseOfTheirPropensity() {
    List<Customer> customers = new ArrayList<>();
    // Steady ones are treated at 0.9, others at 0.5; nobody's stay depends on it.
    add(customers, 180, "treated", 0.9, 1_000L, true);
    add(customers, 20, "holdout", 0.9, 1_000L, true);
    add(customers, 100, "treated", 0.5, 1_000L, false);
    add(customers, 100, "holdout", 0.5, 1_000L, false);

    PlanOutcome row = first(customers);

    // Plain shares are 180/280 and 20/120; weighted, both are 200 of 400.
    assertThat(row.retentionTreated(), closeTo(0.5, 1e-12));
    assertThat(row.retentionHeldOut(), closeTo(0.5, 1e-12));
    assertThat(row.verdict(), is("inconclusive"));
  }

  @Test
  void aMonthCountsOnceItsDaysHavePassed() {
    OutcomeTotals totals = totals(plan(80, 72, 20, 12), LocalDate.parse("2026-05-01"));
    // The 30 days from April 1 end on May 1; those from May 1 do not.
    assertThat(
        PlanOutcomes.rows(totals, LocalDate.parse("2026-05-01")).stream()
            .map(PlanOutcome::month)
            .distinct()
            .toList(),
        is(List.of(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01"))));
  }

  @Test
  void theFirstMonthOfAPlanOfAMonthStartIsThatMonth() {
    assertThat(OutcomeTotals.month(LocalDate.parse("2026-03-01"), 1).toString(), is("2026-03-01"));
    assertThat(OutcomeTotals.month(LocalDate.parse("2026-03-02"), 1).toString(), is("2026-04-01"));
    assertThat(OutcomeTotals.month(LocalDate.parse("2026-12-31"), 3).toString(), is("2027-03-01"));
  }

  @Test
  void whoIsNoCustomerInTheMonthIsNotRetainedAndCountsInTheArm() {
    OutcomeTotals totals = totals(plan(80, 72, 20, 12), AS_OF);
    totals.add(AS_OF, List.of(part(new Customer("treated", 0.8, 1_000L, true))), Map.of());

    PlanOutcome row = PlanOutcomes.rows(totals, AS_OF).get(0);

    assertThat(row.treated(), is(81L));
    assertThat(row.atRisk(), is(100L));
    assertThat(row.retentionTreated(), closeTo(72 / 81.0, 1e-12));
  }

  @Test
  void unknownValuesWithholdAmountsAndUnknownChancesTheExpectation() {
    List<Customer> customers = plan(80, 72, 20, 12);
    customers.set(0, new Customer("treated", 0.8, null, true));

    PlanOutcome row = first(customers);

    assertThat(row.valueSavedMinor(), is(nullValue()));
    assertThat(row.expectedValueSavedMinor(), is(nullValue()));
    assertThat(row.uplift(), closeTo(0.3, 1e-12));
  }

  @Test
  void actionsAndAllHaveRows() {
    OutcomeTotals totals = totals(plan(80, 72, 20, 12), AS_OF);
    assertThat(
        PlanOutcomes.rows(totals, AS_OF).stream()
            .map(row -> row.action() + row.monthNumber())
            .toList(),
        is(List.of("all1", "call1", "all2", "call2", "all3", "call3")));
  }

  @Test
  void valuesWhoseSquaresNeedMoreThan64BitsAddUpExactly() {
    long value = 5_000_000_000_000L;
    List<Customer> customers = new ArrayList<>();
    for (Customer c : plan(80, 72, 20, 12)) {
      customers.add(new Customer(c.arm, c.propensity, value, c.retained));
    }

    PlanOutcome row = first(customers);
    PlanOutcome small = first(plan(80, 72, 20, 12));

    assertThat(
        row.valueSavedUpperMinor() / (double) value,
        closeTo(small.valueSavedUpperMinor() / 1_000.0, 0.01));
  }

  @Property(tries = 50)
  void partsInAnyOrderGiveTheSameBytes(@ForAll long seed) {
    List<Customer> customers = plan(80, 72, 20, 12);
    OutcomeTotals whole = totals(customers, AS_OF);
    Collections.shuffle(customers, new Random(seed));
    int cut = new Random(seed).nextInt(customers.size());
    OutcomeTotals merged = totals(customers.subList(cut, customers.size()), AS_OF);
    RowBuffer part = new RowBuffer(64);
    totals(customers.subList(0, cut), AS_OF).write(part);
    merged.add(new RowCursor().at(part.toBytes(), 0));

    RowBuffer one = new RowBuffer(64);
    RowBuffer two = new RowBuffer(64);
    whole.write(one);
    merged.write(two);
    assertThat(two.toBytes(), is(one.toBytes()));
  }

  @Test
  void onlyWhatWasKnownBeforeTheDayCountsAndTheFirstContactOfADaySaysTheArm() {
    CampaignContact first = contact("e1", "2026-02-26T09:00:00Z", "treated", 500L);
    CampaignContact again = contact("e2", "2026-02-26T15:00:00Z", "holdout", null);
    CampaignContact late = contact("e3", "2026-07-01T00:00:00Z", "treated", null);

    List<Participation> parts =
        List.copyOf(
            Participation.before(AS_OF, List.of(), new ArrayList<>(List.of(late, again, first))));

    assertThat(parts.size(), is(1));
    assertThat(parts.get(0).arm(), is("treated"));
    assertThat(parts.get(0).costMinor(), is(620L));
    assertThat(
        Participation.before(AS_OF, List.of(Decisions.contact("c", "call", 0)), List.of()).size(),
        is(0));
  }

  @Test
  void sumsThatDoNotFitAreAnError() {
    OutcomeTotals totals = new OutcomeTotals();
    Participation part =
        new Participation(
            "campaign", "c", DAY, "call", "treated", 0.8, null, null, Long.MAX_VALUE - 1);
    totals.add(AS_OF, List.of(part), Map.of());
    assertThrows(ArithmeticException.class, () -> totals.add(AS_OF, List.of(part), Map.of()));
  }

  private static CampaignContact contact(String id, String at, String arm, Long incentive) {
    Instant time = Instant.parse(at);
    return new CampaignContact(
        id,
        id,
        "c",
        time,
        time,
        1,
        "crm",
        "spring",
        "call",
        arm,
        0.8,
        1_000L,
        arm.equals("treated") ? 120 : 0,
        incentive);
  }

  /** A customer of the plan, and whether they stay in each month. */
  private record Customer(String arm, double propensity, Long value, boolean retained) {}

  private static List<Customer> plan(int treated, int stay, int heldOut, int heldOutStay) {
    List<Customer> customers = new ArrayList<>();
    add(customers, stay, "treated", 0.8, 1_000L, true);
    add(customers, treated - stay, "treated", 0.8, 1_000L, false);
    add(customers, heldOutStay, "holdout", 0.8, 1_000L, true);
    add(customers, heldOut - heldOutStay, "holdout", 0.8, 1_000L, false);
    return customers;
  }

  private static void add(
      List<Customer> customers, int n, String arm, double propensity, Long value, boolean stays) {
    customers.addAll(Collections.nCopies(n, new Customer(arm, propensity, value, stays)));
  }

  private static Participation part(Customer customer) {
    boolean isTreated = customer.arm.equals("treated");
    return new Participation(
        "policy",
        "test",
        DAY,
        "call",
        customer.arm,
        customer.propensity,
        0.1,
        customer.value,
        isTreated ? 10L : 0L);
  }

  private static OutcomeTotals totals(List<Customer> customers, LocalDate asOf) {
    OutcomeTotals totals = new OutcomeTotals();
    for (Customer customer : customers) {
      Map<LocalDate, Boolean> churned = new TreeMap<>();
      churned.put(LocalDate.parse("2026-02-01"), false);
      for (int month = 3; month <= 5; month++) {
        churned.put(LocalDate.of(2026, month, 1), !customer.retained);
      }
      totals.add(asOf, List.of(part(customer)), churned);
    }
    return totals;
  }

  private static PlanOutcome first(List<Customer> customers) {
    PlanOutcome row = PlanOutcomes.rows(totals(customers, AS_OF), AS_OF).get(0);
    assertThat(row.toString(), row.action(), is("all"));
    return row;
  }
}
