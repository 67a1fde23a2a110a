package io.growthline.domain.decision;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The limits within which actions are chosen.
 *
 * @param name identifies the policy in plans, in the log and in the draw of the hold-out
 * @param version of the file
 * @param mode whether limits count
 * @param budgetMinor most that a plan is expected to cost
 * @param highValueReserve share of the budget that only customers of value band {@code high} may
 *     use
 * @param owners most contacts of one plan by owner; who is not named has no limit
 * @param segmentColumn the column of {@link DecisionColumns} whose values are segments
 * @param segments shares of the budget by segment; who is not named has no limit
 * @param contactCap how often a customer may be contacted
 * @param probability the chances of leaving for which anything is done
 * @param probabilityUncertainty half width of the 90 % interval of a chance over the chance, where
 *     the model has no calibration
 * @param holdoutShare share of customers who are not contacted, so that the effect can be measured
 * @param exclusions whom nothing is done for
 */
public record Policy(
    String name,
    String version,
    Mode mode,
    long budgetMinor,
    double highValueReserve,
    Map<String, Long> owners,
    String segmentColumn,
    Map<String, Share> segments,
    ContactCap contactCap,
    ProbabilityRange probability,
    double probabilityUncertainty,
    double holdoutShare,
    List<Exclusion> exclusions) {

  /** Chance that who is chosen is contacted. */
  double propensity() {
    return 1 - holdoutShare;
  }

  /** Whether limits count. */
  public enum Mode {
    /** Without budget, capacity and shares: what would be worth doing. */
    UNCONSTRAINED,
    /** Within all limits: what is done. */
    BUDGETED;

    /** Name in files and tables. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Shares of the budget of a segment.
   *
   * @param minShare only the segment may use it
   * @param maxShare more it may not use
   */
  public record Share(double minShare, double maxShare) {}

  /**
   * How often a customer may be contacted by any action.
   *
   * @param contacts most contacts
   * @param days within so many days before the as-of day
   */
  public record ContactCap(int contacts, int days) {}

  /**
   * Customers for whom nothing is done.
   *
   * @param when CEL over {@link DecisionColumns}
   */
  public record Exclusion(String name, String when, String message) {}
}
