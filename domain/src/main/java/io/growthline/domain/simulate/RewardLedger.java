package io.growthline.domain.simulate;

import io.growthline.domain.event.RewardPosting;
import java.time.Duration;
import java.time.Instant;

/** What the ledger says about the reward of one referral: right, or wrong in one planted way. */
final class RewardLedger {
  private static final Duration CLOSE = Duration.ofMinutes(1);
  private final Journal journal;
  private final String rewardId;
  private final RewardException exception;
  private final long amountMinor;

  /**
   * @param exception what is wrong; null for nothing
   * @param amountMinor the reward of the referral
   */
  RewardLedger(Journal journal, String rewardId, RewardException exception, long amountMinor) {
    this.journal = journal;
    this.rewardId = rewardId;
    this.exception = exception;
    this.amountMinor =
        exception == RewardException.AMOUNT_MISMATCH ? amountMinor * 7 / 10 : amountMinor;
  }

  void book(Instant at) {
    if (exception == RewardException.MISSING_POSTING
        || exception == RewardException.SETTLEMENT_WITHOUT_BOOKING) {
      return;
    }
    boolean unbalanced = exception == RewardException.UNBALANCED_JOURNAL;
    long credit = unbalanced ? amountMinor - 100 : amountMinor;
    post(at, "booked", "reward_expense", amountMinor, "reward_payable", credit);
    if (exception == RewardException.DUPLICATE_POSTING) {
      Instant again = at.plus(CLOSE);
      post(again, "booked", "reward_expense", amountMinor, "reward_payable", amountMinor);
    }
  }

  void settle(Instant at) {
    if (exception != RewardException.MISSING_POSTING) {
      post(at, "settled", "reward_payable", amountMinor, "cash", amountMinor);
    }
  }

  void reverse(Instant at) {
    boolean beyond = exception == RewardException.REVERSAL_BEYOND_BOOKED;
    long amount = beyond ? 2 * amountMinor : amountMinor;
    post(at, "reversed", "reward_payable", amount, "reward_expense", amount);
  }

  private void post(
      Instant at, String posting, String debited, long debit, String credited, long credit) {
    String id = journal.id("j");
    Instant closed = at.plus(CLOSE);
    line(closed, id, posting, debited, "debit", debit);
    line(closed, id, posting, credited, "credit", credit);
  }

  private void line(
      Instant at, String id, String posting, String account, String side, long minor) {
    journal.addByBank(
        "led",
        "ledger",
        at,
        e ->
            new RewardPosting(
                e.eventId(),
                e.key(),
                e.customerId(),
                e.at(),
                e.ingestedAt(),
                1,
                e.source(),
                id,
                rewardId,
                posting,
                account,
                side,
                minor));
  }
}
