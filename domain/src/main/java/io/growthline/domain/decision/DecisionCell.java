package io.growthline.domain.decision;

/**
 * Customers who are alike when limits are shared out: the key of cells.
 *
 * @param eligible bits of actions
 * @param logOdds bin of the log-odds of leaving, two a unit
 * @param logValue bin of the binary logarithm of what is lost, two an octave
 */
public record DecisionCell(
    long eligible, String segment, String valueBand, long logOdds, long logValue) {
  /** Slots of counts by cell: customers, sum of p, of p·V. */
  static final int CUSTOMERS = 0;

  static final int CHANCE = 1;
  static final int CHANCE_VALUE = 2;
  static final int SLOTS = 3;

  /** Sums of chances are of whole billionths, so that they are exact in any order. */
  static final double CHANCE_UNIT = 1e-9;

  /** Sums of chance times value are of whole thousandths of a minor unit. */
  static final double CHANCE_VALUE_UNIT = 1e-3;

  static DecisionCell of(Considered customer) {
    double p = Math.min(1 - 1e-9, Math.max(1e-9, customer.p().value()));
    double lost = Math.max(1, customer.lost().value());
    return new DecisionCell(
        customer.eligible(),
        customer.segment(),
        customer.valueBand(),
        (long) Math.floor(2 * StrictMath.log(p / (1 - p))),
        (long) Math.floor(2 * StrictMath.log(lost) / StrictMath.log(2)));
  }

  /** What a customer adds to the cell. */
  static long[] amounts(Considered customer) {
    double p = customer.p().value();
    return new long[] {
      1,
      (long) Math.rint(p / CHANCE_UNIT),
      (long) Math.rint(p * customer.lost().value() / CHANCE_VALUE_UNIT)
    };
  }
}
