package io.growthline.domain.experiment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** Errors over 1,000 experiments of 30 days each: seeds 1 to 1,000. */
class ErrorRatesTest {
  private static final int SEEDS = 1_000;
  private static final int DAYS = 30;
  private static final double LEVEL = 0.95;
  private static final Matcher<Double> THREE_TO_SEVEN_PERCENT =
      allOf(greaterThanOrEqualTo(0.03), lessThanOrEqualTo(0.07));
  private static final Matcher<Double> NINETY_THREE_TO_NINETY_SEVEN_PERCENT =
      allOf(greaterThanOrEqualTo(0.93), lessThanOrEqualTo(0.97));

  /** What a customer adds: two numbers. */
  private interface Unit {
    long[] draw(RandomGenerator random);
  }

  // Purchases of which most are nothing, and amounts with a long tail.
  private static final Unit SPEND =
      random ->
          new long[] {
            random.nextDouble() < 0.6 ? 0 : Math.round(2_000 * Math.exp(random.nextGaussian())), 0
          };
  private static final Unit VISIT = random -> new long[] {random.nextDouble() < 0.1 ? 1 : 0, 0};
  // Sessions, and what is spent in them: alike within a customer.
  private static final Unit SESSIONS =
      random -> {
        long sessions = 1 + (long) (-6 * Math.log(1 - random.nextDouble()));
        double taste = 50 * Math.exp(0.5 * random.nextGaussian());
        return new long[] {Math.round(sessions * taste), sessions};
      };

  @Test
  void testsThatAreLookedAtOnceFindNothingInThreeToSevenPercent() {
    assertThat(
        share(seed -> found(last(seed, SPEND, 20), Sample::ofMean, Welch::means)),
        THREE_TO_SEVEN_PERCENT);
    assertThat(
        share(seed -> found(last(seed, VISIT, 20), Sample::ofMean, Welch::proportions)),
        THREE_TO_SEVEN_PERCENT);
    assertThat(
        share(seed -> found(last(seed, SESSIONS, 20), Sample::ofRatio, Welch::means)),
        THREE_TO_SEVEN_PERCENT);
  }

  @Test
  void alwaysValidIntervalsAreWrongOnAnyOfThirtyDaysInAtMostFivePercent() {
    for (int perDay : new int[] {2, 20}) {
      assertThat(share(seed -> everFound(seed, SPEND, perDay)), lessThanOrEqualTo(0.05));
    }
    for (int perDay : new int[] {2, 60}) {
      assertThat(share(seed -> everFound(seed, VISIT, perDay)), lessThanOrEqualTo(0.05));
    }
  }

  @Test
  void lookingDailyAtAFixedHorizonTestIsWrongFarMoreOften() {
    assertThat(share(200, seed -> everSignificant(seed, VISIT, 20)), greaterThan(0.15));
  }

  @Test
  void intervalsCoverThePlantedEffect() {
    assertThat(
        share(seed -> covers(seed, Effect::difference, 300)), NINETY_THREE_TO_NINETY_SEVEN_PERCENT);
    double mean = 0.4 * 2_000 * Math.exp(0.5);
    assertThat(
        share(seed -> covers(seed, Effect::relative, 300 / mean)),
        NINETY_THREE_TO_NINETY_SEVEN_PERCENT);
  }

  @Test
  void intervalsOfRatiosCoverThePlantedEffect() {
    // Every session of the treatment brings 7 more.
    Unit more =
        random -> {
          long[] unit = SESSIONS.draw(random);
          return new long[] {unit[0] + 7 * unit[1], unit[1]};
        };
    assertThat(
        share(
            seed -> {
              RandomGenerator random = Arms.random(seed);
              Sample control = Sample.ofRatio(draw(random, SESSIONS, 600));
              Sample treatment = Sample.ofRatio(draw(random, more, 600));
              return !Welch.means(control, treatment, LEVEL).orElseThrow().difference().excludes(7);
            }),
        NINETY_THREE_TO_NINETY_SEVEN_PERCENT);
  }

  @Test
  void adjustedEffectsCoverThePlantedOneAndFindNothingWhereThereIsNone() {
    for (long effect : new long[] {0, 5}) {
      assertThat(
          share(
              seed -> {
                RandomGenerator random = Arms.random(seed);
                Moments control = draw(random, r -> withPast(r, 0), 300);
                Moments treatment = draw(random, r -> withPast(r, effect), 300);
                Cuped cuped = Cuped.of(control, treatment).orElseThrow();
                return !Welch.means(cuped.control(), cuped.treatment(), LEVEL)
                    .orElseThrow()
                    .difference()
                    .excludes(effect);
              }),
          NINETY_THREE_TO_NINETY_SEVEN_PERCENT);
    }
  }

  private static long[] withPast(RandomGenerator random, long effect) {
    long past = Math.round(100 + 30 * random.nextGaussian());
    return new long[] {Math.round(0.8 * past + 20 * random.nextGaussian()) + effect, past};
  }

  private static boolean covers(long seed, Function<Effect, Interval> interval, double effect) {
    RandomGenerator random = Arms.random(seed);
    Sample control = Sample.ofMean(draw(random, SPEND, 600));
    Sample treatment =
        Sample.ofMean(draw(random, r -> new long[] {SPEND.draw(r)[0] + 300, 0}, 600));
    return !interval.apply(Welch.means(control, treatment, LEVEL).orElseThrow()).excludes(effect);
  }

  private static double share(Function<Long, Boolean> happens) {
    return share(SEEDS, happens);
  }

  private static double share(int seeds, Function<Long, Boolean> happens) {
    int count = 0;
    for (long seed = 1; seed <= seeds; seed++) {
      count += happens.apply(seed) ? 1 : 0;
    }
    return (double) count / seeds;
  }

  private interface Comparison {
    Optional<Effect> effect(Sample control, Sample treatment, double level);
  }

  private static boolean found(Moments[] arms, Function<Moments, Sample> sample, Comparison test) {
    return test.effect(sample.apply(arms[0]), sample.apply(arms[1]), LEVEL).orElseThrow().pValue()
        < 1 - LEVEL;
  }

  private static Moments[] last(long seed, Unit unit, int perDay) {
    RandomGenerator random = Arms.random(seed);
    return new Moments[] {draw(random, unit, DAYS * perDay), draw(random, unit, DAYS * perDay)};
  }

  private static boolean everFound(long seed, Unit unit, int perDay) {
    return ever(
        seed,
        unit,
        perDay,
        (control, treatment) ->
            AlwaysValid.of(control, treatment, LEVEL)
                .map(always -> always.difference().excludes(0) || always.pValue() < 1 - LEVEL)
                .orElse(false));
  }

  private static boolean everSignificant(long seed, Unit unit, int perDay) {
    return ever(
        seed,
        unit,
        perDay,
        (control, treatment) ->
            Welch.proportions(control, treatment, LEVEL)
                .map(effect -> effect.pValue() < 1 - LEVEL)
                .orElse(false));
  }

  private static boolean ever(
      long seed, Unit unit, int perDay, BiFunction<Sample, Sample, Boolean> look) {
    RandomGenerator random = Arms.random(seed);
    Moments control = Moments.none();
    Moments treatment = Moments.none();
    for (int day = 0; day < DAYS; day++) {
      control = control.plus(draw(random, unit, perDay));
      treatment = treatment.plus(draw(random, unit, perDay));
      if (look.apply(Sample.ofMean(control), Sample.ofMean(treatment))) {
        return true;
      }
    }
    return false;
  }

  private static Moments draw(RandomGenerator random, Unit unit, int units) {
    long[] sums = new long[Moments.WIDTH];
    for (int i = 0; i < units; i++) {
      long[] numbers = unit.draw(random);
      long[] added = Moments.ofUnit(numbers[0], numbers[1]);
      for (int k = 0; k < sums.length; k++) {
        sums[k] += added[k];
      }
    }
    return Moments.of(sums);
  }
}
