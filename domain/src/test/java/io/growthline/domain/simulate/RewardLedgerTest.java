package io.growthline.domain.simulate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.event.RewardPosting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The journals of a reward of 15.00: booked, then settled, or reversed. */
class RewardLedgerTest {
  private static final Instant BOOKED = Period.instant(Simulated.YEAR.start().plusDays(10));
  private static final Instant CLOSED = BOOKED.plus(Duration.ofDays(10));
  private static final List<String> BOOKING =
      List.of("1 booked debit reward_expense 1500", "1 booked credit reward_payable 1500");

  @Test
  void aRewardIsBookedAndSettledInTwoBalancedJournals() {
    assertThat(
        settled(null),
        contains(
            "1 booked debit reward_expense 1500",
            "1 booked credit reward_payable 1500",
            "2 settled debit reward_payable 1500",
            "2 settled credit cash 1500"));
  }

  @Test
  void aReversalTakesTheBookingBack() {
    assertThat(
        reversed(null),
        contains(
            "1 booked debit reward_expense 1500",
            "1 booked credit reward_payable 1500",
            "2 reversed debit reward_payable 1500",
            "2 reversed credit reward_expense 1500"));
  }

  @Test
  void aMissingPostingLeavesTheLedgerEmpty() {
    assertThat(settled(RewardException.MISSING_POSTING), is(empty()));
  }

  @Test
  void aDuplicatePostingBooksTheRewardInTwoJournals() {
    List<String> lines = settled(RewardException.DUPLICATE_POSTING);

    assertThat(lines.subList(0, 2), is(BOOKING));
    assertThat(
        lines.subList(2, 4),
        contains("2 booked debit reward_expense 1500", "2 booked credit reward_payable 1500"));
  }

  @Test
  void anAmountMismatchIsABalancedJournalOfAnotherAmount() {
    assertThat(
        settled(RewardException.AMOUNT_MISMATCH).subList(0, 2),
        contains("1 booked debit reward_expense 1050", "1 booked credit reward_payable 1050"));
  }

  @Test
  void aSettlementWithoutBookingIsAllThereIs() {
    assertThat(
        settled(RewardException.SETTLEMENT_WITHOUT_BOOKING),
        contains("1 settled debit reward_payable 1500", "1 settled credit cash 1500"));
  }

  @Test
  void aReversalBeyondBookedTakesBackTwiceTheBooking() {
    assertThat(
        reversed(RewardException.REVERSAL_BEYOND_BOOKED).subList(2, 4),
        contains("2 reversed debit reward_payable 3000", "2 reversed credit reward_expense 3000"));
  }

  @Test
  void anUnbalancedJournalCreditsLessThanItDebits() {
    assertThat(
        settled(RewardException.UNBALANCED_JOURNAL).subList(0, 2),
        contains("1 booked debit reward_expense 1500", "1 booked credit reward_payable 1400"));
  }

  @Test
  void everyExceptionIsAsFrequentAsPlanted() {
    Map<String, Double> planted = World.standard().rewards().exceptions();
    RandomStream random = RandomStream.of(7, 0, "ledger");
    Map<String, Integer> drawn = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      RewardException.draw(planted, random).ifPresent(e -> drawn.merge(e.name(), 1, Integer::sum));
    }

    assertThat(drawn.size(), is(RewardException.values().length));
    // Four standard errors of a share of 0.02 among 20,000.
    assertThat(
        drawn.values().stream().map(n -> n / 20_000.0).toList(), everyItem(closeTo(0.02, 0.004)));
    assertThat(planted.values(), everyItem(is(0.02)));
  }

  private static List<String> settled(RewardException exception) {
    Journal journal = journal();
    RewardLedger ledger = new RewardLedger(journal, "w1", exception, 1_500);
    ledger.book(BOOKED);
    ledger.settle(CLOSED);
    return lines(journal);
  }

  private static List<String> reversed(RewardException exception) {
    Journal journal = journal();
    RewardLedger ledger = new RewardLedger(journal, "w1", exception, 1_500);
    ledger.book(BOOKED);
    ledger.reverse(CLOSED);
    return lines(journal);
  }

  private static Journal journal() {
    RandomStream random = RandomStream.of(1, 1, "delivery");
    return new Journal("C000001", Simulated.YEAR.endInstant(), random, "c");
  }

  private static List<String> lines(Journal journal) {
    return journal.events().stream()
        .map(RewardPosting.class::cast)
        .map(
            p ->
                p.journalId().substring(p.journalId().lastIndexOf('-') + 1)
                    + " "
                    + p.posting()
                    + " "
                    + p.side()
                    + " "
                    + p.account()
                    + " "
                    + p.amountMinor())
        .collect(Collectors.toList());
  }
}
