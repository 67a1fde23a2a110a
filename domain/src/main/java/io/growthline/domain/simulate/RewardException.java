package io.growthline.domain.simulate;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What can be wrong with the ledger of a reward. */
enum RewardException {
  /** The ledger does not know the reward. */
  MISSING_POSTING,
  /** The reward is booked twice. */
  DUPLICATE_POSTING,
  /** The ledger has another amount than the referral. */
  AMOUNT_MISMATCH,
  /** The reward is settled, but was never booked. */
  SETTLEMENT_WITHOUT_BOOKING,
  /** More is taken back than was booked. */
  REVERSAL_BEYOND_BOOKED,
  /** Debits and credits of the booking differ. */
  UNBALANCED_JOURNAL,
  /** The reward is neither settled nor reversed. */
  PENDING_BEYOND_14_DAYS;

  /** The exception of a reward, by shares of rewards; most have none. */
  static Optional<RewardException> draw(Map<String, Double> shares, RandomStream random) {
    double left = random.uniform();
    for (Map.Entry<String, Double> share : shares.entrySet()) {
      left -= share.getValue();
      if (left < 0) {
        return Optional.of(valueOf(share.getKey().toUpperCase(Locale.ROOT)));
      }
    }
    return Optional.empty();
  }
}
