package io.growthline.domain.simulate;

import java.time.Instant;

/**
 * How a customer came in.
 *
 * @param submittedAt application
 * @param approvedAt approval, which opens the account
 * @param activatedAt first log-in; null for those who never come
 * @param fundedAt first money; null for those who never fund
 * @param fundedMinor that money
 */
record Onboarding(
    Instant submittedAt,
    Instant approvedAt,
    Instant activatedAt,
    Instant fundedAt,
    long fundedMinor) {

  static Onboarding of(World world, Persona persona, long seed) {
    RandomStream random = RandomStream.of(seed, persona.number(), "onboarding");
    World.Activation activation = world.activation();
    World.Inclusion inclusion = world.inclusion();
    double confidence = persona.needs().confidenceAbove(inclusion);
    Instant approved = persona.openedAt();
    double wait = persona.needs().newToCountry() ? inclusion.newToCountryDecisionFactor() : 1;
    Instant submitted =
        approved.minusSeconds(seconds(Math.min(96, wait * random.logNormal(3, 1.2))));
    Instant activated = approved.plusSeconds(seconds(Math.min(48, random.logNormal(0.7, 1.1))));
    double logit =
        activation.fundingLogit()
            + activation.eagernessOnFunding() * persona.eagerness()
            + inclusion.fundingLogitPerConfidence() * confidence;
    if (persona.treated()) {
      logit += world.experiment().fundingLogitUplift();
    }
    double days =
        random.logNormal(activation.medianFundingDays(), 1) * Math.exp(-0.4 * persona.eagerness());
    long amount = Math.round(random.logNormal(9_000, 0.9) / 100) * 100 + 500;
    double activationLogit =
        activation.activationLogit() + inclusion.activationLogitPerConfidence() * confidence;
    boolean active = random.chance(RandomStream.logistic(activationLogit));
    if (!active) {
      return new Onboarding(submitted, approved, null, null, 0);
    }
    if (!random.chance(RandomStream.logistic(logit))) {
      return new Onboarding(submitted, approved, activated, null, 0);
    }
    Instant funded = activated.plusSeconds(seconds(Math.min(45, days) * 24));
    return new Onboarding(submitted, approved, activated, funded, amount);
  }

  private static long seconds(double hours) {
    return 30 + (long) (hours * 3600);
  }
}
