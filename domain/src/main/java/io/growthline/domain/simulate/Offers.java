package io.growthline.domain.simulate;

import java.time.Instant;

/** Offers plans at randomised prices, outside any trial, and decides what becomes of them. */
final class Offers {
  private final World.Offers world;
  private final RandomStream random;
  private final OfferLog log;

  Offers(World.Offers world, RandomStream random, OfferLog log) {
    this.world = world;
    this.random = random;
    this.log = log;
  }

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
    String product = billing.hasPlan() ? "travel_pack" : "plus_plan";
    OfferLog.Shown shown =
        new OfferLog.Shown(
            product,
            "autumn_plans",
            product,
            "plan_price",
            null,
            price,
            incentive,
            eligible,
            eligible ? "all_rules_passed" : "vulnerable_customer",
            understood);
    long margin = Math.round(12 * price * world.marginShare());
    if (log.show(at, shown, accepted, margin) && accepted && !billing.hasPlan()) {
      billing.start(at.plusSeconds(60 + random.below(7_200)), "plus", price);
    }
  }
}
