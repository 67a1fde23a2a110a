package io.growthline.domain.simulate;

import io.growthline.domain.event.Referral;
import java.time.Duration;
import java.time.Instant;

/** Invitations that one customer sends, and what the bank pays for them. */
final class Referrals {
  private static final long REWARD_MINOR = 1_500;
  private static final double INVITES_MONTHLY = 0.04;
  private final RandomStream random;
  private final Journal journal;

  Referrals(RandomStream random, Journal journal) {
    this.random = random;
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
    Instant settled = booked.plus(Duration.ofDays(14));
    byBank(qualified, id, friendId, "qualified", "friend_funded");
    byBank(booked, id, friendId, "booked", null);
    if (random.chance(0.04)) {
      byBank(settled, id, friendId, "reversed", "terms_not_met");
    } else {
      byBank(settled, id, friendId, "settled", null);
    }
  }

  private boolean stage(
      Instant at, String id, String stage, String friendId, Long reward, String reason) {
    return journal.add("ref", "growth", at, e -> referral(e, id, stage, friendId, reward, reason));
  }

  private void byBank(Instant at, String id, String friendId, String stage, String reason) {
    journal.addByBank(
        "ref", "growth", at, e -> referral(e, id, stage, friendId, REWARD_MINOR, reason));
  }

  private static Referral referral(
      Envelope e, String id, String stage, String friendId, Long reward, String reason) {
    String rewardId = reward == null ? null : "w" + id;
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
