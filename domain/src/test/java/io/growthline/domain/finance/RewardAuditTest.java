package io.growthline.domain.finance;

import static io.growthline.domain.customer.Events.event;
import static io.growthline.domain.customer.Events.withoutCustomer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.growthline.domain.contract.Rows;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Referral;
import io.growthline.domain.event.RewardPosting;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A reward of 15.00 that qualified on 1 January, judged on 1 March unless said otherwise. */
class RewardAuditTest {
  private static final LocalDate MARCH = LocalDate.parse("2026-03-01");

  @Test
  void aRewardThatIsBookedAndSettledAsReferralsSayIsNoException() {
    List<RawEvent> events = clean();

    assertThat(found(MARCH, events), is(empty()));
    assertThat(
        economics(events),
        contains(
            Rows.of(
                ReferralEconomics.class,
                "month",
                "2026-01-01",
                "entitled_rewards",
                1,
                "entitled_minor",
                1_500,
                "booked_rewards",
                1,
                "booked_minor",
                1_500,
                "settled_rewards",
                1,
                "settled_minor",
                1_500,
                "reversed_rewards",
                0,
                "reversed_minor",
                0,
                "outstanding_rewards",
                0,
                "outstanding_minor",
                0,
                "debit_minor",
                3_000,
                "credit_minor",
                3_000,
                "difference_minor",
                0,
                "unbalanced_journals",
                0)));
  }

  @Test
  void whatTheLedgerDoesNotKnowAfterADayIsMissing() {
    List<RawEvent> events = new ArrayList<>(stages("qualified", "booked"));
    events.addAll(journal("other", "x", "booked", "2026-01-02T00:00:00Z", 5, 5));

    assertThat(found(LocalDate.parse("2026-01-02"), events), is(empty()));
    assertThat(
        found(LocalDate.parse("2026-01-03"), events),
        contains("missing_posting w1 2026-01-03 1500"));
  }

  @Test
  void withoutALedgerNothingIsMissingAndItsAmountsAreNotKnown() {
    List<RawEvent> events = stages("qualified", "booked", "settled");

    assertThat(found(MARCH, events), is(empty()));
    assertThat(
        economics(events),
        contains(
            Rows.of(
                ReferralEconomics.class,
                "month",
                "2026-01-01",
                "entitled_rewards",
                1,
                "entitled_minor",
                1_500)));
  }

  @Test
  void aSecondBookingAtTheSameAmountIsADuplicate() {
    List<RawEvent> events = clean();
    events.addAll(journal("w1", "j3", "booked", "2026-01-05T00:00:00Z", 1_500, 1_500));

    assertThat(found(MARCH, events), contains("duplicate_posting w1 j3 booked 2026-01-05 1500"));
    assertThat(economics(events).get(0).outstandingMinor(), is(1_500L));
  }

  @Test
  void aBookingOfAnotherAmountIsAMismatchAlsoWhenItBalances() {
    List<RawEvent> events = new ArrayList<>(stages("qualified", "booked", "settled"));
    events.addAll(journal("w1", "j1", "booked", "2026-01-02T00:00:00Z", 1_050, 1_050));
    events.addAll(journal("w1", "j2", "settled", "2026-01-12T00:00:00Z", 1_050, 1_050));

    assertThat(found(MARCH, events), contains("amount_mismatch w1 j1 booked 2026-01-02 450"));
  }

  @Test
  void aSettlementThatWasNeverBookedIsNotAlsoAMissingPosting() {
    List<RawEvent> events = new ArrayList<>(stages("qualified", "booked", "settled"));
    events.addAll(journal("w1", "j2", "settled", "2026-01-12T00:00:00Z", 1_500, 1_500));

    assertThat(
        found(MARCH, events), contains("settlement_without_booking w1 j2 settled 2026-01-12 1500"));
  }

  @Test
  void takingBackMoreThanWasBookedIsFound() {
    List<RawEvent> events = new ArrayList<>(stages("qualified", "booked", "reversed"));
    events.addAll(journal("w1", "j1", "booked", "2026-01-02T00:00:00Z", 1_500, 1_500));
    events.addAll(journal("w1", "j2", "reversed", "2026-01-12T00:00:00Z", 2_000, 2_000));

    assertThat(
        found(MARCH, events), contains("reversal_beyond_booked w1 j2 reversed 2026-01-12 500"));
    assertThat(economics(events).get(0).outstandingMinor(), is(-500L));
  }

  @Test
  void aJournalWhoseSidesDifferIsFoundAndShowsInTheTotal() {
    List<RawEvent> events = new ArrayList<>(stages("qualified", "booked", "settled"));
    events.addAll(journal("w1", "j1", "booked", "2026-01-02T00:00:00Z", 1_500, 1_400));
    events.addAll(journal("w1", "j2", "settled", "2026-01-12T00:00:00Z", 1_500, 1_500));

    assertThat(found(MARCH, events), contains("unbalanced_journal w1 j1 booked 2026-01-02 100"));
    assertThat(economics(events).get(0).differenceMinor(), is(100L));
    assertThat(economics(events).get(0).unbalancedJournals(), is(1L));
  }

  @Test
  void aRewardMayBePendingForFourteenDays() {
    List<RawEvent> events = new ArrayList<>(stages("qualified", "booked"));
    events.addAll(journal("w1", "j1", "booked", "2026-01-02T00:00:00Z", 1_500, 1_500));

    assertThat(found(LocalDate.parse("2026-01-16"), events), is(empty()));
    assertThat(
        found(LocalDate.parse("2026-01-17"), events),
        contains("pending_beyond_limit w1 2026-01-16 1500"));
  }

  @Test
  void eventsThatNameOnlyTheRewardBelongToItAndAReferralNamesTheRewardOfItsOtherStages() {
    List<RawEvent> events = new ArrayList<>();
    events.add(
        event(
            Referral.class,
            "2026-01-01T00:00:00Z",
            "referral_id",
            "r1",
            "stage",
            "qualified",
            "reward_minor",
            1_500));
    events.add(
        event(
            Referral.class,
            "2026-01-02T00:00:00Z",
            "referral_id",
            "r1",
            "reward_id",
            "w1",
            "stage",
            "booked"));
    events.addAll(journal("w1", "j1", "booked", "2026-01-02T00:00:00Z", 1_500, 1_500));
    for (RawEvent line : journal("w1", "j2", "settled", "2026-01-12T00:00:00Z", 1_500, 1_500)) {
      events.add(withoutCustomer(line));
    }

    assertThat(found(MARCH, events), is(empty()));
    assertThat(economics(events).get(0).settledMinor(), is(1_500L));
    assertThat(economics(events).size(), is(1));
    assertThat(economics(events).get(0).unqualifiedRewards(), is(0L));
  }

  /** Sums are those of the raw events, in any order and split over customers in any way. */
  @Property(tries = 300)
  void totalsAreThoseOfTheLedger(
      @ForAll @Size(max = 20) List<@From("rewardEvents") RawEvent> events, @ForAll Random random) {
    List<ReferralEconomics> rows = economics(events);
    long debits = 0;
    long credits = 0;
    long[] posted = new long[3];
    for (RawEvent event : events) {
      if (event instanceof RewardPosting p) {
        debits += p.side().equals("debit") ? p.amountMinor() : 0;
        credits += p.side().equals("credit") ? p.amountMinor() : 0;
        posted[p.rank()] += p.side().equals("debit") ? p.amountMinor() : 0;
      }
    }
    if (events.stream().anyMatch(RewardPosting.class::isInstance)) {
      assertThat(rows.stream().mapToLong(ReferralEconomics::debitMinor).sum(), is(debits));
      assertThat(rows.stream().mapToLong(ReferralEconomics::creditMinor).sum(), is(credits));
      assertThat(
          rows.stream().mapToLong(ReferralEconomics::differenceMinor).sum(), is(debits - credits));
      assertThat(rows.stream().mapToLong(ReferralEconomics::bookedMinor).sum(), is(posted[0]));
      assertThat(
          rows.stream().mapToLong(ReferralEconomics::outstandingMinor).sum(),
          is(posted[0] - posted[1] - posted[2]));
    }
    List<ReferralException> exceptions = exceptions(MARCH, events);
    assertThat(
        new HashSet<>(exceptions.stream().map(ReferralException::exceptionId).toList()).size(),
        is(exceptions.size()));
    List<RawEvent> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);
    assertThat(exceptions(MARCH, shuffled), is(exceptions));
    assertThat(economics(shuffled), is(rows));
  }

  @Provide
  Arbitrary<RawEvent> rewardEvents() {
    Arbitrary<String> day = Arbitraries.integers().between(10, 28).map(d -> "2026-01-" + d);
    Arbitrary<RawEvent> stages =
        Combinators.combine(
                day,
                Arbitraries.of("w1", "w2"),
                Arbitraries.of("qualified", "booked", "settled", "reversed"),
                Arbitraries.of(1_000L, 1_500L))
            .as(
                (at, id, stage, minor) ->
                    event(
                        Referral.class,
                        at + "T00:00:00Z",
                        "reward_id",
                        id,
                        "stage",
                        stage,
                        "reward_minor",
                        minor));
    Arbitrary<RawEvent> lines =
        Combinators.combine(
                day,
                Arbitraries.of("w1", "w2"),
                Arbitraries.of("j1", "j2", "j3"),
                Arbitraries.of("booked", "settled", "reversed"),
                Arbitraries.of("debit", "credit"),
                Arbitraries.of(1_000L, 1_500L))
            .as(
                (at, id, journal, posting, side, minor) ->
                    line(at, id, journal, posting, side, minor));
    return Arbitraries.oneOf(stages, lines);
  }

  /**
   * What the simulator planted is read off its events by reward: the amounts of lines by posting.
   * Exceptions: rewards booked in the last 15 days of the data, whose faults may lie after them.
   */
  @Test
  void plantedExceptionsAreFoundAllOfThemAndNoOthers() {
    LocalDate asOf = SimulatedCustomers.AS_OF;
    Map<String, Instants> booked = new HashMap<>();
    for (Referral referral : SimulatedCustomers.EVENTS.of(Referral.class)) {
      if (referral.rewardId() != null) {
        booked.computeIfAbsent(referral.rewardId(), id -> new Instants()).add(referral);
      }
    }
    Map<String, List<String>> lines = new HashMap<>();
    for (RewardPosting p : SimulatedCustomers.EVENTS.of(RewardPosting.class)) {
      lines
          .computeIfAbsent(p.rewardId(), id -> new ArrayList<>())
          .add(p.posting().charAt(0) + "" + p.side().charAt(0) + p.amountMinor());
    }
    Set<String> planted = new TreeSet<>();
    Set<String> left = new HashSet<>();
    booked.forEach(
        (id, stages) -> {
          if (stages.booked == null || !stages.booked.isBefore(asOf.minusDays(15))) {
            left.add(id);
            return;
          }
          List<String> of = new ArrayList<>(lines.getOrDefault(id, List.of()));
          Collections.sort(of);
          String kind =
              switch (String.join(" ", of)) {
                case "" -> "missing_posting";
                case "bc1400 bd1500 sc1500 sd1500" -> "unbalanced_journal";
                case "bc1050 bd1050 sc1050 sd1050" -> "amount_mismatch";
                case "bc1500 bc1500 bd1500 bd1500 sc1500 sd1500" -> "duplicate_posting";
                case "sc1500 sd1500" -> "settlement_without_booking";
                case "bc1500 bd1500 rc3000 rd3000" -> "reversal_beyond_booked";
                case "bc1500 bd1500" -> "pending_beyond_limit";
                case "bc1500 bd1500 sc1500 sd1500", "bc1500 bd1500 rc1500 rd1500" -> null;
                default -> throw new AssertionError(id + of);
              };
          if (kind != null) {
            planted.add(kind + " " + id);
          }
        });

    Set<String> found = new TreeSet<>();
    Counts<RewardEvent> totals = RewardEvent.none();
    SimulatedCustomers.SMALL.forEach(customer -> RewardEvent.count(customer, totals));
    for (ReferralException e : new RewardAudit().rows(totals, asOf)) {
      if (!left.contains(e.rewardId())) {
        found.add(e.kind() + " " + e.rewardId());
      }
    }
    assertThat(planted, is(not(empty())));
    assertThat(found, is(planted));
  }

  /** When a simulated reward was booked. */
  private static final class Instants {
    private LocalDate booked;

    void add(Referral referral) {
      booked = referral.stage().equals("booked") ? Billed.day(referral) : booked;
    }
  }

  private static List<RawEvent> clean() {
    List<RawEvent> events = new ArrayList<>(stages("qualified", "booked", "settled"));
    events.addAll(journal("w1", "j1", "booked", "2026-01-02T00:00:00Z", 1_500, 1_500));
    events.addAll(journal("w1", "j2", "settled", "2026-01-12T00:00:00Z", 1_500, 1_500));
    return events;
  }

  private static List<RawEvent> stages(String... stages) {
    List<RawEvent> events = new ArrayList<>();
    for (String stage : stages) {
      String day = stage.equals("qualified") ? "01" : stage.equals("booked") ? "02" : "12";
      events.add(
          event(
              Referral.class,
              "2026-01-" + day + "T00:00:00Z",
              "reward_id",
              "w1",
              "stage",
              stage,
              "reward_minor",
              1_500));
    }
    return events;
  }

  private static List<RawEvent> journal(
      String reward, String id, String posting, String at, long debit, long credit) {
    String day = at.substring(0, 10);
    return List.of(
        line(day, reward, id, posting, "debit", debit),
        line(day, reward, id, posting, "credit", credit));
  }

  private static RawEvent line(
      String day, String reward, String journal, String posting, String side, long minor) {
    return event(
        RewardPosting.class,
        day + "T00:00:00Z",
        "reward_id",
        reward,
        "journal_id",
        journal,
        "posting",
        posting,
        "side",
        side,
        "amount_minor",
        minor);
  }

  private static Counts<RewardEvent> totals(LocalDate asOf, List<RawEvent> events) {
    Counts<RewardEvent> totals = RewardEvent.none();
    List<RawEvent> named = events.stream().filter(e -> e.customerId() != null).toList();
    new RewardAudit().count(CustomerAsOf.of("c1", named, asOf), totals);
    events.stream()
        .filter(e -> e.customerId() == null)
        .forEach(e -> new RewardAudit().count(e, ReportingCurrency.AS_WRITTEN, totals));
    return totals;
  }

  private static List<ReferralException> exceptions(LocalDate asOf, List<RawEvent> events) {
    return new RewardAudit().rows(totals(asOf, events), asOf);
  }

  private static List<String> found(LocalDate asOf, List<RawEvent> events) {
    return exceptions(asOf, events).stream()
        .map(e -> e.exceptionId() + " " + e.foundOn() + " " + e.amountMinor())
        .toList();
  }

  private static List<ReferralEconomics> economics(List<RawEvent> events) {
    return new RewardCosts().rows(totals(MARCH, events), MARCH);
  }
}
