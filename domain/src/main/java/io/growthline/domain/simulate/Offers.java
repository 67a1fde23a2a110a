package io.growthline.domain.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Shows offers at randomised prices and decides what becomes of them. */
final class Offers {
  private static final int OUTCOME_DAYS = 14;
  private final World.Offers world;
  private final RandomStream random;
  private final Journal journal;
  private final List<Accepted> decided = new ArrayList<>();

  Offers(World.Offers world, RandomStream random, Journal journal) {
    this.world = world;
    this.random = random;
    this.journal = journal;
  }

  /** An offer as the customer saw it. */
  record Shown(
      String offerId,
      long priceMinor,
      long incentiveMinor,
      boolean eligible,
      String reason,
      Boolean understood) {}

  /** What became of an offer. */
  record Result(
      String exposureId,
      boolean accepted,
      long marginMinor,
      long incentiveCostMinor,
      boolean contact,
      boolean complaint) {}

  private record Accepted(String exposureId, Instant at, Shown shown, boolean accepted) {}

  /** May show an offer between two moments; one taken by a customer without a plan starts it. */
  void month(Instant from, Instant to, ProfileHistory profile, Billing billing) {
    if (!random.chance(world.monthlyExposure())) {
      return;
    }
    Instant at = random.between(from, to);
    boolean eligible = !profile.vulnerable();
    long price = random.pick(world.pricesMinor());
    long incentive = random.pick(world.incentivesMinor());
    Boolean understood = eligible ? random.chance(0.94) : null;
    boolean accepted =
        random.chance(world.acceptance(profile.income(), price, incentive)) && eligible;
    Shown shown =
        new Shown(
            billing.hasPlan() ? "travel_pack" : "plus_plan",
            price,
            incentive,
            eligible,
            eligible ? "all_rules_passed" : "vulnerable_customer",
            understood);
    String id = journal.id("o");
    if (!journal.exposure(at, id, shown) || !eligible) {
      return;
    }
    decided.add(new Accepted(id, at, shown, accepted));
    if (accepted && !billing.hasPlan()) {
      billing.start(at.plusSeconds(60 + random.below(7_200)), "plus", price);
    }
  }

  /** Reports outcomes, 14 days after each offer was shown. */
  void report(Signals signals) {
    for (Accepted offer : decided) {
      Instant at = offer.at().plus(Duration.ofDays(OUTCOME_DAYS));
      long incentive = offer.accepted() ? offer.shown().incentiveMinor() : 0;
      long margin =
          offer.accepted()
              ? Math.round(12 * offer.shown().priceMinor() * world.marginShare()) - incentive
              : 0;
      journal.outcome(
          at,
          new Result(
              offer.exposureId(),
              offer.accepted(),
              margin,
              incentive,
              signals.contacts(at, OUTCOME_DAYS) > 0,
              signals.complaints(at, OUTCOME_DAYS) > 0));
    }
  }
}
