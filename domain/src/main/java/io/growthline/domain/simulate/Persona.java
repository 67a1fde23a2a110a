package io.growthline.domain.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Who a customer is: what never changes, seen or latent.
 *
 * @param number customer number, from 0
 * @param income income band
 * @param openedAt when the account is opened
 * @param needs what makes an app harder for the customer
 * @param spending latent level of spending activity, 1 for the median
 * @param appUse latent level of app use, 1 for the median
 * @param eagerness latent, standard normal: how fast the customer starts
 * @param variant variant of the onboarding experiment, null outside its window
 */
record Persona(
    long number,
    int birthYear,
    String region,
    String income,
    String employment,
    String channel,
    String device,
    boolean business,
    boolean vulnerable,
    boolean pushOptIn,
    Needs needs,
    Instant openedAt,
    double spending,
    double appUse,
    double eagerness,
    String variant) {
  private static final int ESTABLISHED_DAYS = 90;

  static Persona of(World world, Period period, long seed, long number) {
    RandomStream random = RandomStream.of(seed, number, "persona");
    World.Population population = world.population();
    String region = random.pick(population.regions());
    double eagerness = random.normal();
    LocalDate opened = openedOn(world, period, region, random);
    double common = random.normal();
    double spread = world.activity().transactionSpread();
    double years = Math.min(65, Math.abs(random.normal()) * 20);
    String income = random.pick(population.incomes());
    boolean student = income.equals("student");
    int age = 18 + (int) (student ? years / 5 : years);
    String work = random.chance(0.72) ? "employed" : random.chance(0.5) ? "self_employed" : "other";
    return new Persona(
        number,
        period.start().getYear() - age,
        region,
        income,
        student ? "student" : work,
        random.pick(population.channels()),
        random.pick(population.devices()),
        random.chance(population.businessShare()),
        random.chance(population.vulnerableShare()),
        random.chance(0.62),
        Needs.of(world.inclusion(), seed, number, age),
        random.within(opened),
        Math.exp(spread * common),
        Math.exp(spread * (0.6 * common + 0.8 * random.normal())),
        eagerness,
        variant(world.experiment(), period, opened, random));
  }

  static String customerId(long number) {
    return String.format(Locale.ROOT, "C%06d", number);
  }

  String customerId() {
    return customerId(number);
  }

  boolean treated() {
    return "treatment".equals(variant);
  }

  private static LocalDate openedOn(
      World world, Period period, String region, RandomStream random) {
    if (random.chance(world.population().establishedShare())) {
      return period.start().minusDays(1L + random.below(ESTABLISHED_DAYS));
    }
    double lift = world.campaign().signupLift();
    while (true) { // rejection sampling: signups slow down over time, the campaign lifts them
      double share = random.uniform();
      LocalDate day = period.start().plusDays((long) (share * period.days()));
      double weight = 1.5 - share;
      if (CampaignWindow.of(world, period).covers(region, day)) {
        weight *= 1 + lift;
      }
      if (random.uniform() * 1.5 * (1 + lift) < weight) {
        return day;
      }
    }
  }

  private static String variant(
      World.Experiment experiment, Period period, LocalDate opened, RandomStream random) {
    boolean treatment = random.chance(0.5);
    boolean inside =
        !opened.isBefore(period.at(experiment.fromShare()))
            && opened.isBefore(period.at(experiment.toShare()));
    return inside ? (treatment ? "treatment" : "control") : null;
  }
}
