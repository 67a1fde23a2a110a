package io.growthline.domain.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits the change of a ratio of sums into what the groups add to it: by their own ratio (rate),
 * and by their share in the denominator (mix), each at the mean of both periods, so that there is
 * no interaction (Kitagawa 1955, Components of a Difference Between Two Rates, Journal of the
 * American Statistical Association 50, the two-component formula). Mix is measured against the mean
 * of both ratios over all, which changes no sum because shares add up to 1: a group adds to a rise
 * when its share grows and its ratio is above that of all.
 *
 * <p>The effects add up to the change. What rounding leaves is added to the largest effect.
 */
final class Decomposition {
  /**
   * Numerators and denominators of a group before and after.
   *
   * @param numerator0 0 for a group that is new
   * @param numerator1 0 for one that has disappeared
   */
  record Group(double numerator0, double denominator0, double numerator1, double denominator1) {
    Group plus(Group other) {
      return new Group(
          numerator0 + other.numerator0,
          denominator0 + other.denominator0,
          numerator1 + other.numerator1,
          denominator1 + other.denominator1);
    }
  }

  /** What a group adds to the change. */
  record Effect(double mix, double rate) {
    double sum() {
      return mix + rate;
    }
  }

  private Decomposition() {}

  /**
   * The effects of the groups, in their order.
   *
   * @param all their sum, whose denominators are not 0
   * @param scale factor of the ratio
   */
  static List<Effect> of(List<Group> groups, Group all, double scale) {
    double before = scale * all.numerator0() / all.denominator0();
    double after = scale * all.numerator1() / all.denominator1();
    List<Effect> effects = new ArrayList<>();
    double sum = 0;
    int largest = 0;
    for (Group group : groups) {
      Effect effect = effect(group, all, scale, (before + after) / 2);
      effects.add(effect);
      sum += effect.sum();
      if (Math.abs(effect.sum()) > Math.abs(effects.get(largest).sum())) {
        largest = effects.size() - 1;
      }
    }
    if (!effects.isEmpty()) {
      Effect effect = effects.get(largest);
      double rest = after - before - sum;
      effects.set(
          largest,
          effect.rate() != 0
              ? new Effect(effect.mix(), effect.rate() + rest)
              : new Effect(effect.mix() + rest, effect.rate()));
    }
    return effects;
  }

  private static Effect effect(Group group, Group all, double scale, double mean) {
    double share0 = group.denominator0() / all.denominator0();
    double share1 = group.denominator1() / all.denominator1();
    if (group.denominator0() == 0 || group.denominator1() == 0) {
      // Such a group has no ratio in one of the periods that could have changed.
      double part0 = scale * group.numerator0() / all.denominator0();
      double part1 = scale * group.numerator1() / all.denominator1();
      return new Effect(part1 - part0 - (share1 - share0) * mean, 0);
    }
    double ratio0 = scale * group.numerator0() / group.denominator0();
    double ratio1 = scale * group.numerator1() / group.denominator1();
    return new Effect(
        (share1 - share0) * ((ratio0 + ratio1) / 2 - mean),
        (ratio1 - ratio0) * (share0 + share1) / 2);
  }
}
