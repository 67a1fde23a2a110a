package io.growthline.domain.decision;

import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.uplift.Difference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Rows of {@code scores.plan_outcomes}: treated customers against those held out. Chance chose the
 * arms, so the difference is what the plan changed for everybody it logged (intention to treat).
 */
public final class PlanOutcomes {
  /** Customers that an arm needs. */
  static final int MIN_CUSTOMERS = 20;

  private static final String ALL = "all";
  // Cochran 1954: below, the chi-square is not what the test says.
  private static final double MIN_EXPECTED = 5;
  private static final double SAMPLE_RATIO_ALPHA = 0.001;
  private static final double UPPER_TAIL = 0.95;

  private PlanOutcomes() {}

  /** An action of a plan in a month. */
  private record Key(String plannedBy, String plan, LocalDate day, long month, String action) {
    static Key of(OutcomeTotals.Cell cell, String action) {
      return new Key(cell.plannedBy(), cell.plan(), cell.day(), cell.month(), action);
    }
  }

  /** Both arms of a plan. */
  private record Arms(ArmSums treated, ArmSums heldOut) {
    Arms() {
      this(new ArmSums(true), new ArmSums(false));
    }

    void add(OutcomeTotals.Cell cell, long[] sums) {
      (cell.arm().equals(Arm.TREATED.text()) ? treated : heldOut).add(cell, sums);
    }

    boolean holdForAll(int slot) {
      return treated.holdsForAll(slot) && heldOut.holdsForAll(slot);
    }

    long fewest() {
      return Math.min(treated.customers(), heldOut.customers());
    }

    boolean overlap() {
      return treated.overlaps() && heldOut.overlaps();
    }

    long sum(int slot) {
      return treated.sum(slot) + heldOut.sum(slot);
    }
  }

  /** The rows of all months that have passed. */
  public static List<PlanOutcome> rows(OutcomeTotals totals, LocalDate asOf) {
    Map<Key, Arms> plans = new LinkedHashMap<>();
    totals
        .cells()
        .forEach(
            (cell, sums) -> {
              plans.computeIfAbsent(Key.of(cell, ALL), key -> new Arms()).add(cell, sums);
              if (!cell.action().equals(ALL)) {
                plans
                    .computeIfAbsent(Key.of(cell, cell.action()), key -> new Arms())
                    .add(cell, sums);
              }
            });
    List<PlanOutcome> rows = new ArrayList<>();
    plans.forEach(
        (key, arms) -> {
          if (totals.isLabelled(month(key))) {
            rows.add(row(key, asOf, arms));
          }
        });
    return rows;
  }

  private static LocalDate month(Key key) {
    return OutcomeTotals.month(key.day(), (int) key.month());
  }

  private static PlanOutcome row(Key key, LocalDate asOf, Arms arms) {
    ArmSums treated = arms.treated();
    Double ratio = sampleRatio(arms);
    String invalid = invalid(arms, ratio);
    Difference uplift =
        invalid != null || arms.fewest() == 0
            ? null
            : Difference.of(treated.retention(), arms.heldOut().retention());
    String doubt = doubt(arms, uplift);
    Long cost =
        treated.holdsForAll(OutcomeTotals.COSTED) ? (Long) treated.sum(OutcomeTotals.COST) : null;
    Estimate saved = uplift == null ? null : saved(arms);
    Estimate net = saved == null || cost == null ? null : shifted(saved, -cost);
    Estimate earned = net == null || cost == 0 ? null : scaled(net, 1.0 / cost);
    Estimate perKept =
        cost == null || doubt != null || invalid != null || uplift.lower() <= 0
            ? null
            : perKept(cost, uplift, treated.customers());
    boolean foreseen = treated.holdsForAll(OutcomeTotals.FORESEEN) && treated.customers() > 0;
    Long expectedSaved =
        foreseen && treated.holdsForAll(OutcomeTotals.VALUED)
            ? (Long) treated.sum(OutcomeTotals.EXPECTED_SAVED)
            : null;
    return new PlanOutcome(
        key.plannedBy(),
        key.plan(),
        key.day(),
        key.action(),
        key.month(),
        month(key),
        asOf,
        treated.customers(),
        arms.heldOut().customers(),
        arms.sum(OutcomeTotals.AT_RISK),
        uplift == null ? null : (Double) treated.retention().share(),
        uplift == null ? null : (Double) arms.heldOut().retention().share(),
        uplift == null ? null : (Double) uplift.estimate(),
        uplift == null ? null : (Double) uplift.lower(),
        uplift == null ? null : (Double) uplift.upper(),
        foreseen
            ? (Double)
                (treated.sum(OutcomeTotals.EXPECTED_UPLIFT)
                    * DecisionCell.CHANCE_UNIT
                    / treated.customers())
            : null,
        cost,
        saved == null ? null : minor(saved.value()),
        saved == null ? null : minor(saved.lower()),
        saved == null ? null : minor(saved.upper()),
        expectedSaved,
        net == null ? null : minor(net.value()),
        net == null ? null : minor(net.lower()),
        net == null ? null : minor(net.upper()),
        expectedSaved == null || cost == null ? null : (Long) (expectedSaved - cost),
        earned == null ? null : (Double) earned.value(),
        earned == null ? null : (Double) earned.lower(),
        earned == null ? null : (Double) earned.upper(),
        perKept == null ? null : minor(perKept.value()),
        perKept == null ? null : minor(perKept.lower()),
        perKept == null ? null : minor(perKept.upper()),
        ratio,
        invalid != null ? "invalid" : doubt != null ? "inconclusive" : "ok",
        invalid != null ? invalid : doubt != null ? doubt : sign(uplift));
  }

  /**
   * The chance of arms as uneven as these or more, if the log is right: Pearson's chi-square of
   * treated against expected, with one degree of freedom; with several propensities by the variance
   * of a sum of unequal draws. Null when too few are expected in an arm.
   */
  private static Double sampleRatio(Arms arms) {
    double[] treated = arms.treated().expectedTreated();
    double[] heldOut = arms.heldOut().expectedTreated();
    double expected = treated[0] + heldOut[0];
    double variance = treated[1] + heldOut[1];
    long customers = arms.sum(OutcomeTotals.CUSTOMERS);
    if (Math.min(expected, customers - expected) < MIN_EXPECTED) {
      return null;
    }
    double off = arms.treated().customers() - expected;
    return 1 - new ChiSquaredDistribution(1).cumulativeProbability(off * off / variance);
  }

  private static String invalid(Arms arms, Double ratio) {
    if (!arms.overlap()) {
      return "Some customers were certain of their arm, so nobody of the other stands for them.";
    }
    return ratio == null || ratio >= SAMPLE_RATIO_ALPHA
        ? null
        : "%,d treated and %,d held out do not fit the logged propensity (p = %.2g): the arms are not those that were drawn."
            .formatted(arms.treated().customers(), arms.heldOut().customers(), ratio);
  }

  private static String doubt(Arms arms, Difference uplift) {
    if (arms.fewest() < MIN_CUSTOMERS) {
      return "%,d treated and %,d held out: each arm needs %d."
          .formatted(arms.treated().customers(), arms.heldOut().customers(), MIN_CUSTOMERS);
    }
    return uplift == null || uplift.isSigned()
        ? null
        : "The interval includes 0: with %,d and %,d customers chance explains the difference."
            .formatted(arms.treated().customers(), arms.heldOut().customers());
  }

  private static String sign(Difference uplift) {
    return uplift.lower() > 0
        ? "The interval is above 0: more of those treated were retained."
        : "The interval is below 0: fewer of those treated were retained.";
  }

  /**
   * Treated customers times the difference of means, with the interval of Welch 1947, "The
   * generalization of Student's problem when several different population variances are involved",
   * Biometrika 34; null where values are unknown or an arm is small.
   */
  private static Estimate saved(Arms arms) {
    if (!arms.holdForAll(OutcomeTotals.VALUED) || arms.fewest() < MIN_CUSTOMERS) {
      return null;
    }
    ArmSums.Mean treated = arms.treated().value();
    ArmSums.Mean heldOut = arms.heldOut().value();
    double variance = treated.variance() + heldOut.variance();
    double difference = treated.mean() - heldOut.mean();
    double half = 0;
    if (variance > 0) {
      double freedom =
          variance
              * variance
              / (treated.variance() * treated.variance() / (treated.customers() - 1)
                  + heldOut.variance() * heldOut.variance() / (heldOut.customers() - 1));
      half =
          new TDistribution(freedom).inverseCumulativeProbability(UPPER_TAIL) * Math.sqrt(variance);
    }
    return scaled(
        new Estimate(difference, difference - half, difference + half), arms.treated().customers());
  }

  private static Estimate perKept(long cost, Difference uplift, long treated) {
    return new Estimate(
        cost / (uplift.estimate() * treated),
        cost / (uplift.upper() * treated),
        cost / (uplift.lower() * treated));
  }

  private static Estimate shifted(Estimate estimate, long by) {
    return new Estimate(
        Math.rint(estimate.value()) + by,
        Math.rint(estimate.lower()) + by,
        Math.rint(estimate.upper()) + by);
  }

  private static Estimate scaled(Estimate estimate, double by) {
    return new Estimate(estimate.value() * by, estimate.lower() * by, estimate.upper() * by);
  }

  private static Long minor(double amount) {
    return (long) Math.rint(amount);
  }
}
