package io.growthline.domain.simulate;

import io.growthline.domain.event.Referral;
import java.time.Duration;
import java.time.Instant;

/** Invitations that one customer sends, and what the bank pays for them. */
final class Referrals {
  private static final double INVITES_MONTHLY = 0.04;
  private final World.Rewards world;
  private final RandomStream random;
  private final RandomStream exceptions;
  private final Journal journal;

  Referrals(World.Rewards world, RandomStream random, RandomStream exceptions, Journal journal) {
    this.world = world;
    this.random = random;
    this.exceptions = exceptions;
    this.journal = journal;
  }

  /** May invite somebody who never becomes a customer. */
  void month(Instant from, Instant to) {
    if (random.chance(INVITES_MONTHLY)) {
      Instant at = random.between(from, to);
      stage(at, journal.id("r"), "invited", null, null, null);
    }
  }

  /** Follows the invitation of somebody who did become a customer, from a given day on. */
  void invite(Persona friend, Onboarding onboarding) {
    String id = journal.id("r");
    String friendId = friend.customerId();
    Instant invited = onboarding.submittedAt().minus(Duration.ofHours(12L + random.below(200)));
    if (!stage(invited, id, "invited", null, null, null) || onboarding.fundedAt() == null) {
      return;
    }
    Instant qualified = onboarding.fundedAt().plusSeconds(600);
    Instant booked = qualified.plus(Duration.ofDays(1));
    Instant settled = booked.plus(Duration.ofDays(10));
    RewardException exception = RewardException.draw(world.exceptions(), exceptions).orElse(null);
    RewardLedger ledger = new RewardLedger(journal, rewardId(id), exception, world.rewardMinor());
    byBank(qualified, id, friendId, "qualified", "friend_funded");
    byBank(booked, id, friendId, "booked", null);
    ledger.book(booked);
    if (exception == RewardException.PENDING_BEYOND_14_DAYS) {
      return;
    }
    boolean reversed = random.chance(0.04) && exception == null;
    if (reversed || exception == RewardException.REVERSAL_BEYOND_BOOKED) {
      byBank(settled, id, friendId, "reversed", "terms_not_met");
      ledger.reverse(settled);
    } else {
      byBank(settled, id, friendId, "settled", null);
      ledger.settle(settled);
    }
  }

  private static String rewardId(String referralId) {
    return "w" + referralId;
  }

  private boolean stage(
      Instant at, String id, String stage, String friendId, Long reward, String reason) {
    return journal.add("ref", "growth", at, e -> referral(e, id, stage, friendId, reward, reason));
  }

  private void byBank(Instant at, String id, String friendId, String stage, String reason) {
    journal.addByBank(
        "ref", "growth", at, e -> referral(e, id, stage, friendId, world.rewardMinor(), reason));
  }

  private static Referral referral(
      Envelope e, String id, String stage, String friendId, Long reward, String reason) {
    String rewardId = reward == null ? null : rewardId(id);
    return new Referral(
        e.eventId(),
        e.key(),
        e.customerId(),
        e.at(),
        e.ingestedAt(),
        1,
        e.source(),
        id,
        rewardId,
        friendId,
        stage,
        reward,
        reason);
  }
}
