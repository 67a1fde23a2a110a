package io.growthline.domain.simulate;

import java.time.Instant;
import java.util.List;

/**
 * Shows offers of the catalogue in a trial with three arms. Vulnerable customers take no part in
 * the trial: they see no incentive, and no offer that is not for them.
 */
final class Promotions {
  private final World world;
  private final Persona persona;
  private final RandomStream random;
  private final OfferLog log;

  Promotions(World world, Persona persona, RandomStream random, OfferLog log) {
    this.world = world;
    this.persona = persona;
    this.random = random;
    this.log = log;
  }

  /** May show an offer between two moments. */
  void month(Instant from, Instant to, ProfileHistory profile) {
    if (!random.chance(world.promotions().monthlyExposure())) {
      return;
    }
    Instant at = random.between(from, to);
    boolean vulnerable = profile.vulnerable();
    World.Promotion promotion = random.pick(open(vulnerable));
    String arm = random.pick(world.promotions().arms());
    double logit = vulnerable ? 0 : world.promotions().armLogits().get(arm);
    boolean accepted = random.chance(promotion.acceptance(logit));
    boolean understood = random.chance(understood());
    boolean incentive = !vulnerable && arm.equals("incentive");
    boolean asked = vulnerable || !arm.equals("holdout");
    log.show(
        at,
        new OfferLog.Shown(
            promotion.offerId(),
            "product_trial",
            promotion.product(),
            promotion.offerType(),
            vulnerable ? null : arm,
            0,
            incentive ? promotion.incentiveMinor() : 0,
            true,
            vulnerable ? "help_without_incentive" : "all_rules_passed",
            asked ? understood : null),
        accepted,
        promotion.marginMinor());
  }

  private List<World.Promotion> open(boolean vulnerable) {
    return world.promotions().catalogue().stream().filter(p -> isFor(p, vulnerable)).toList();
  }

  private boolean isFor(World.Promotion promotion, boolean vulnerable) {
    return switch (promotion.audience()) {
      case "business" -> persona.business();
      case "not_vulnerable" -> !vulnerable;
      default -> true;
    };
  }

  private double understood() {
    World.Inclusion inclusion = world.inclusion();
    double confidence = persona.needs().confidenceAbove(inclusion);
    return RandomStream.logistic(2.75 + inclusion.understoodLogitPerConfidence() * confidence);
  }
}
