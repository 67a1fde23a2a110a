package io.growthline.domain.finance;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Referral;
import io.growthline.domain.event.RewardPosting;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import java.time.Instant;

/**
 * What referrals or the ledger say about a reward. A key of counts, as a reward may be known under
 * its customer and without one.
 *
 * @param stage qualified, booked, settled or reversed
 * @param journalId journal of a line of the ledger; null for what a referral says
 * @param side side of a line; null for what a referral says
 */
public record RewardEvent(
    String rewardId,
    String referralId,
    String customerId,
    Instant occurredAt,
    String stage,
    String journalId,
    String side,
    Long amountMinor) {
  static Counts<RewardEvent> none() {
    return new Counts<>(RewardEvent.class, 1);
  }

  static void count(CustomerAsOf customer, Counts<RewardEvent> into) {
    customer.known().all(Referral.class).forEach(referral -> count(referral, into));
    customer.known().all(RewardPosting.class).forEach(posting -> count(posting, into));
  }

  /** Counts an event if it is about a reward that it names, by itself or by its referral. */
  static void count(RawEvent event, Counts<RewardEvent> into) {
    if (event instanceof RewardPosting p) {
      into.add(
          new RewardEvent(
              p.rewardId(),
              null,
              p.customerId(),
              p.occurredAt(),
              p.posting(),
              p.journalId(),
              p.side(),
              p.amountMinor()),
          0,
          1);
    } else if (event instanceof Referral r
        && !r.stage().equals("invited")
        && (r.rewardId() != null || r.referralId() != null)) {
      into.add(
          new RewardEvent(
              r.rewardId(),
              r.referralId(),
              r.customerId(),
              r.occurredAt(),
              r.stage(),
              null,
              null,
              r.rewardMinor()),
          0,
          1);
    }
  }
}
