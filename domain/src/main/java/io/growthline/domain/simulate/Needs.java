package io.growthline.domain.simulate;

/**
 * What makes an app harder for a customer.
 *
 * @param digitalConfidence how sure the customer feels about banking in an app, 0 to 1
 * @param accessibility whether the customer needs the app or support to be accessible
 * @param newToCountry whether the customer has come within two years
 * @param asked whether the bank has asked, so that it knows
 */
record Needs(double digitalConfidence, boolean accessibility, boolean newToCountry, boolean asked) {
  private static final int TYPICAL_AGE = 35;

  static Needs of(World.Inclusion world, long seed, long number, int age) {
    RandomStream random = RandomStream.of(seed, number, "inclusion");
    double typical = world.typicalConfidence();
    double logit =
        Math.log(typical / (1 - typical))
            + world.confidencePerYearOfAge() * (age - TYPICAL_AGE)
            + random.normal();
    return new Needs(
        Math.round(100 * RandomStream.logistic(logit)) / 100.0,
        random.chance(world.accessibilityShare()),
        random.chance(world.newToCountryShare()),
        !random.chance(world.notAskedShare()));
  }

  /** Digital confidence above what is typical, below 0 for less. */
  double confidenceAbove(World.Inclusion world) {
    return digitalConfidence - world.typicalConfidence();
  }

  /** How many more contacts with support than others, 1 for as many. */
  double contactFactor(World.Inclusion world) {
    return Math.exp(world.logContactsPerConfidence() * confidenceAbove(world))
        * (accessibility ? world.accessibilityContactFactor() : 1);
  }
}
