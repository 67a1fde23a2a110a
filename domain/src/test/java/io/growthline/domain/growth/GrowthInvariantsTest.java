package io.growthline.domain.growth;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.payment;
import static io.growthline.domain.customer.Events.profile;
import static io.growthline.domain.customer.Events.session;
import static io.growthline.domain.customer.Events.step;
import static io.growthline.domain.customer.Events.transaction;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.MartTotals;
import io.growthline.domain.mart.TotalMart;
import io.growthline.domain.mart.Totals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the marts of growth whatever customers do. */
class GrowthInvariantsTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  // A Monday after the end of a month, so that all weeks and months but the last have ended.
  private static final LocalDate AS_OF = LocalDate.parse("2026-06-01");
  private static final int HOURS = 24 * 146;

  private static final List<TotalMart<?, ?>> MARTS =
      List.of(
          new OnboardingFunnel(),
          new SegmentFunnel(),
          new Retention(),
          new Engagement(),
          new Features());

  private static final List<Function<String, RawEvent>> KINDS =
      List.of(
          at -> step(at, "application_submitted", null),
          at -> step(at, "kyc_decisioned", null),
          at -> step(at, "account_activated", null),
          at -> step(at, "account_funded", 500L),
          at -> profile(at, "north", at.substring(0, 10)),
          at -> profile(at, "south", "2026-01-05"),
          at -> transaction(at, 700),
          at -> transaction(at, -300),
          at -> session(at),
          at -> event(FeatureUse.class, at, "feature", "pots"),
          at -> event(FeatureUse.class, at, "feature", "split"),
          at -> payment(at, "succeeded", 900),
          at -> payment(at, "refunded", 900));

  @Property(tries = 100)
  void customersAddUpInAnyOrderAndGrouping(
      @ForAll("customers") List<List<RawEvent>> customers, @ForAll Random random) {
    List<CustomerAsOf> all = asOf(customers);
    byte[] whole = totals(all).toBytes();
    Collections.shuffle(all, random);
    int cut = random.nextInt(all.size() + 1);

    MartTotals merged = totals(all.subList(0, cut));
    merged.add(totals(all.subList(cut, all.size())).toBytes());

    assertThat(merged.toBytes(), is(whole));
  }

  @Property(tries = 100)
  void theOrderOfEventsDoesNotMatter(
      @ForAll("customers") List<List<RawEvent>> customers, @ForAll Random random) {
    byte[] before = totals(asOf(customers)).toBytes();
    List<List<RawEvent>> shuffled = new ArrayList<>();
    for (List<RawEvent> events : customers) {
      List<RawEvent> copy = new ArrayList<>(events);
      Collections.shuffle(copy, random);
      shuffled.add(copy);
    }

    assertThat(totals(asOf(shuffled)).toBytes(), is(before));
  }

  @Property(tries = 100)
  void stepsOfAFunnelDoNotIncreaseAndDimensionsAddUp(
      @ForAll("customers") List<List<RawEvent>> customers) {
    List<CustomerAsOf> all = asOf(customers);
    List<FctOnboarding> applicants = new ArrayList<>();
    all.forEach(customer -> applicants.addAll(customer.rows(new OnboardingProgress())));
    long[] everyone = new long[7];
    long[] byRegion = new long[7];
    for (OnboardingFunnelStep row : rows(new OnboardingFunnel(), all)) {
      assertThat(row.customersReaching(), lessThanOrEqualTo(row.customersEntering()));
      if (row.dimension().equals("all")) {
        everyone[(int) row.stepNumber()] += row.customersReaching();
      } else if (row.dimension().equals("region")) {
        byRegion[(int) row.stepNumber()] += row.customersReaching();
      }
    }
    for (int step = 1; step <= 6; step++) {
      int least = step;
      long came = applicants.stream().filter(a -> a.stepsReached() >= least).count();
      assertThat(everyone[step], is(came));
      assertThat(byRegion[step], is(came));
    }
    for (SegmentFunnelStep row : rows(new SegmentFunnel(), all)) {
      assertThat(row.customersReaching(), lessThanOrEqualTo(row.customersEntering()));
    }
  }

  @Property(tries = 100)
  void noCohortHasMoreActiveCustomersThanCustomers(
      @ForAll("customers") List<List<RawEvent>> customers) {
    for (RetentionCohort row : rows(new Retention(), asOf(customers))) {
      assertThat(row.activeCustomers(), lessThanOrEqualTo(row.cohortSize()));
    }
  }

  @Property(tries = 100)
  void weeksHoldEverySessionAndPurchaseAndMoreCustomersThanTheirDays(
      @ForAll("customers") List<List<RawEvent>> customers) {
    long sessions = 0;
    long purchases = 0;
    long spend = 0;
    for (WeeklyEngagement row : rows(new Engagement(), asOf(customers))) {
      assertThat(
          (double) row.weeklyActiveCustomers(),
          greaterThanOrEqualTo(row.meanDailyActiveCustomers()));
      assertThat(row.activeDays(), greaterThanOrEqualTo(row.weeklyActiveCustomers()));
      if (row.monthlyActiveCustomers() != null) {
        assertThat(row.weeklyActiveCustomers(), lessThanOrEqualTo(row.monthlyActiveCustomers()));
      }
      if (row.dimension().equals("income_segment")) {
        sessions += row.sessions();
        purchases += row.transactions();
        spend += row.spendMinor();
      }
    }
    assertThat(sessions, is(count(customers, Session.class)));
    assertThat(
        purchases,
        is(events(customers, Transaction.class).stream().filter(t -> t.amountMinor() > 0).count()));
    assertThat(
        spend,
        is(events(customers, Transaction.class).stream().mapToLong(t -> t.amountMinor()).sum()));
  }

  @Property(tries = 100)
  void monthsHoldEveryUseOfAFeatureAndEachFirstUseOnce(
      @ForAll("customers") List<List<RawEvent>> customers) {
    long events = 0;
    long first = 0;
    for (FeatureAdoption row : rows(new Features(), asOf(customers))) {
      assertThat(row.customers(), lessThanOrEqualTo(row.activeCustomers()));
      assertThat(row.repeatCustomers(), lessThanOrEqualTo(row.customers()));
      events += row.events();
      first += row.firstTimeCustomers();
    }
    assertThat(events, is(count(customers, FeatureUse.class)));
    long used = 0;
    for (List<RawEvent> customer : customers) {
      used +=
          events(List.of(customer), FeatureUse.class).stream()
              .map(FeatureUse::feature)
              .distinct()
              .count();
    }
    assertThat(first, is(used));
  }

  @Provide
  Arbitrary<List<List<RawEvent>>> customers() {
    Arbitrary<RawEvent> event =
        Combinators.combine(
                Arbitraries.integers().between(0, HOURS), Arbitraries.integers().between(0, 12))
            .as(
                (hour, kind) ->
                    KINDS.get(kind).apply(START.plus(Duration.ofHours(hour)).toString()));
    return event
        .list()
        .uniqueElements(RawEvent::eventId)
        .ofMaxSize(25)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static List<CustomerAsOf> asOf(List<List<RawEvent>> customers) {
    List<CustomerAsOf> all = new ArrayList<>();
    customers.forEach(events -> all.add(CustomerAsOf.of("c1", events, AS_OF)));
    return all;
  }

  private static MartTotals totals(List<CustomerAsOf> customers) {
    MartTotals totals = new MartTotals(MARTS);
    customers.forEach(totals::count);
    return totals;
  }

  private static <T extends Totals<T>, R extends Record> List<R> rows(
      TotalMart<T, R> mart, List<CustomerAsOf> customers) {
    T totals = mart.empty();
    customers.forEach(customer -> mart.count(customer, totals));
    return mart.rows(totals, AS_OF);
  }

  private static long count(List<List<RawEvent>> customers, Class<? extends RawEvent> type) {
    return events(customers, type).size();
  }

  private static <E extends RawEvent> List<E> events(
      List<List<RawEvent>> customers, Class<E> type) {
    return customers.stream()
        .flatMap(List::stream)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
