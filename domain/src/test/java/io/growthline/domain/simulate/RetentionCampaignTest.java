package io.growthline.domain.simulate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.growthline.domain.decision.OutcomeTotals;
import io.growthline.domain.decision.Participation;
import io.growthline.domain.decision.PlanOutcome;
import io.growthline.domain.decision.PlanOutcomes;
import io.growthline.domain.event.CampaignContact;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.RawEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetentionCampaignTest {
  private static final World WORLD = World.standard();
  private static final LocalDate DAY = RetentionCampaign.day(WORLD, Simulated.YEAR);
  private static final LocalDate AS_OF = Simulated.YEAR.end();
  private static final int MONTHS = 3;

  @Test
  void activeCustomersWhoNeedNoProtectionTakePartInThePlantedShares() {
    Simulated bank = Simulated.customers(1_000, 7);
    List<CampaignContact> contacts = bank.of(CampaignContact.class);
    Set<String> vulnerable = new HashSet<>();
    for (CustomerProfile profile : bank.of(CustomerProfile.class)) {
      if (profile.vulnerableCustomer() && Period.day(profile.occurredAt()).isBefore(DAY)) {
        vulnerable.add(profile.customerId());
      }
    }

    assertThat(contacts.size(), greaterThan(50));
    assertThat(
        contacts.stream().map(c -> vulnerable.contains(c.customerId())).toList(),
        everyItem(is(false)));
    assertThat(contacts.stream().map(c -> Period.day(c.occurredAt())).toList(), everyItem(is(DAY)));
    double treated =
        contacts.stream().filter(c -> c.arm().equals("treated")).count() / (double) contacts.size();
    assertThat(treated, closeTo(0.8, 4 * Math.sqrt(0.16 / contacts.size())));
    for (CampaignContact contact : contacts) {
      boolean isTreated = contact.arm().equals("treated");
      assertThat(contact.contactCostMinor() > 0, is(isTreated));
      assertThat(isTreated || contact.incentiveMinor() == null, is(true));
    }
  }

  @Test
  void whoIsNotTreatedLivesAsWithoutTheCampaign() {
    CustomerSimulator with = new CustomerSimulator(WORLD, Simulated.YEAR, 7);
    CustomerSimulator without = new CustomerSimulator(share(0), Simulated.YEAR, 7);
    int heldOut = 0;
    for (long number = 0; number < 150; number++) {
      List<RawEvent> events = with.simulate(number);
      List<String> arms =
          events.stream()
              .filter(CampaignContact.class::isInstance)
              .map(e -> ((CampaignContact) e).arm())
              .toList();
      if (!arms.contains("treated")) {
        heldOut += arms.size();
        assertThat(
            events.stream().filter(e -> !(e instanceof CampaignContact)).toList(),
            is(without.simulate(number)));
      }
    }
    assertThat(heldOut, greaterThan(0));
  }

  @Test
  void overTwoHundredSeedsNinetyOfAHundredIntervalsHoldThePlantedEffect() {
    double[] treated = new double[MONTHS];
    double[] heldOut = new double[MONTHS];
    int many = 50_000;
    for (long number = 0; number < many; number++) {
      boolean[] one = stays(-1, number, true);
      boolean[] other = stays(-1, number, false);
      for (int month = 0; month < MONTHS; month++) {
        treated[month] += one[month] ? 1.0 / many : 0;
        heldOut[month] += other[month] ? 1.0 / many : 0;
      }
    }
    int held = 0;
    int all = 0;
    for (long seed = 0; seed < 200; seed++) {
      for (PlanOutcome row : outcomes(seed, 600)) {
        int month = (int) row.monthNumber() - 1;
        double planted = treated[month] - heldOut[month];
        assertThat(planted, greaterThan(0.01));
        if (row.uplift() != null) {
          all++;
          held += row.upliftLower() <= planted && planted <= row.upliftUpper() ? 1 : 0;
        }
      }
    }

    // An honest draw fails the test of the sample ratio once in a thousand.
    assertThat(all, greaterThanOrEqualTo(590));
    assertThat((double) held / all, allOf(greaterThanOrEqualTo(0.85), lessThanOrEqualTo(0.95)));
  }

  /** Rows of one bank whose customers live by their life cycle alone. */
  private static List<PlanOutcome> outcomes(long seed, int customers) {
    OutcomeTotals totals = new OutcomeTotals();
    for (long number = 0; number < customers; number++) {
      boolean isTreated = RandomStream.of(seed, number, "arm").chance(0.8);
      boolean[] stays = stays(seed, number, isTreated);
      Map<LocalDate, Boolean> churned = new HashMap<>();
      churned.put(DAY.withDayOfMonth(1), false);
      LocalDate first = DAY.withDayOfMonth(1).plusMonths(1);
      for (int month = 0; month < MONTHS && (month == 0 || stays[month - 1]); month++) {
        churned.put(first.plusMonths(month), !stays[month]);
      }
      Participation part =
          new Participation(
              Participation.CAMPAIGN,
              "spring",
              DAY,
              "call",
              isTreated ? "treated" : "holdout",
              0.8,
              null,
              null,
              0L);
      totals.add(AS_OF, List.of(part), churned);
    }
    return PlanOutcomes.rows(totals, AS_OF).stream()
        .filter(row -> row.action().equals("all"))
        .toList();
  }

  /** Whether a customer is still there at the end of each month after the campaign. */
  private static boolean[] stays(long seed, long number, boolean treated) {
    // Customers who decline often, so that there is something to keep.
    World.Churn churn = new World.Churn(-2, 0, 0, 0, 0, 0.004, 0.28, 0.12, 0.55, 0.006, 0.05);
    LifeCycle cycle = new LifeCycle(churn, RandomStream.of(seed, number, "cycle"));
    if (treated) {
      cycle.keep(WORLD.retention(), Period.instant(DAY).plus(Duration.ofDays(60)));
    }
    boolean[] stays = new boolean[MONTHS];
    boolean here = true;
    LocalDate month = DAY.withDayOfMonth(1);
    for (int i = 0; i < MONTHS; i++) {
      month = month.plusMonths(1);
      here = here && !cycle.startMonth(Period.instant(month), new Signals());
      stays[i] = here;
    }
    return stays;
  }

  private static World share(double share) {
    World w = WORLD;
    World.Retention r = w.retention();
    return new World(
        w.population(),
        w.inclusion(),
        w.protection(),
        w.activity(),
        w.activation(),
        w.churn(),
        w.plans(),
        w.leaks(),
        w.offers(),
        w.promotions(),
        w.rewards(),
        w.costs(),
        w.experiment(),
        w.campaign(),
        new World.Retention(
            r.campaignId(),
            r.action(),
            r.monthsBeforeEnd(),
            share,
            r.treatedShare(),
            r.days(),
            r.declineFactor(),
            r.closeFactor(),
            r.valueMinor(),
            r.contactCostMinor(),
            r.incentiveMinor(),
            r.takeUp()),
        w.drift(),
        w.faults());
  }
}
