package io.growthline.domain.decision;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.Totals;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** What became of the customers of plans; {@link PlanOutcomes} makes rows of it. */
public final class OutcomeTotals implements Totals<OutcomeTotals> {
  /** Months for which customers of a plan are followed. */
  static final int MONTHS = 3;

  /** Days of a month in which a customer is retained or leaves. */
  static final int OUTCOME_DAYS = 30;

  /** Propensities are told apart to that part of 1. */
  static final long PROPENSITY_PARTS = 10_000;

  static final int CUSTOMERS = 0;
  static final int AT_RISK = 1;
  static final int RETAINED = 2;
  static final int FORESEEN = 3;
  static final int EXPECTED_UPLIFT = 4;
  static final int VALUED = 5;
  static final int EXPECTED_SAVED = 6;
  static final int RETAINED_VALUE = 7;
  // The sum of squares has 128 bits in three slots: upper 64, then twice 32.
  static final int SQUARES = 8;
  static final int COSTED = 11;
  static final int COST = 12;
  private static final int SLOTS = 13;

  /** Customers of one arm and propensity in one month after a plan. */
  public record Cell(
      String plannedBy,
      String plan,
      LocalDate day,
      long month,
      String action,
      String arm,
      long propensity) {}

  /** A month start. */
  public record Month(LocalDate start) {}

  private final Counts<Cell> cells = new Counts<>(Cell.class, SLOTS);
  private final Counts<Month> labels = new Counts<>(Month.class, 1);

  /** The month start from which retention in a month is judged; month 0 is before the plan. */
  static LocalDate month(LocalDate day, int number) {
    return day.minusDays(1).withDayOfMonth(1).plusMonths(number);
  }

  /**
   * Adds a customer.
   *
   * @param asOf months whose days have passed before this day are counted
   * @param parts in plans, one for each plan
   * @param churned whether the customer left, by month start at which the customer was at risk
   */
  public void add(
      LocalDate asOf, Collection<Participation> parts, Map<LocalDate, Boolean> churned) {
    churned.keySet().forEach(start -> labels.add(new Month(start), 0, 1));
    for (Participation part : parts) {
      boolean atRisk = churned.containsKey(newestMonthStart(part.day()));
      for (int number = 1; number <= MONTHS; number++) {
        LocalDate start = month(part.day(), number);
        if (!start.plusDays(OUTCOME_DAYS).isAfter(asOf)) {
          boolean retained = Boolean.FALSE.equals(churned.get(start));
          cells.add(cell(part, number), amounts(part, atRisk, retained));
        }
      }
    }
  }

  private static LocalDate newestMonthStart(LocalDate day) {
    return day.withDayOfMonth(1);
  }

  private static Cell cell(Participation part, int month) {
    return new Cell(
        part.plannedBy(),
        part.plan(),
        part.day(),
        month,
        part.action(),
        part.arm(),
        Math.round(part.propensity() * PROPENSITY_PARTS));
  }

  private static long[] amounts(Participation part, boolean atRisk, boolean retained) {
    long[] amounts = new long[SLOTS];
    amounts[CUSTOMERS] = 1;
    amounts[AT_RISK] = atRisk ? 1 : 0;
    amounts[RETAINED] = retained ? 1 : 0;
    if (part.expectedUplift() != null) {
      amounts[FORESEEN] = 1;
      amounts[EXPECTED_UPLIFT] = (long) Math.rint(part.expectedUplift() / DecisionCell.CHANCE_UNIT);
    }
    if (part.valueMinor() != null) {
      long value = retained ? part.valueMinor() : 0;
      long low = value * value;
      amounts[VALUED] = 1;
      amounts[RETAINED_VALUE] = value;
      amounts[SQUARES] = Math.multiplyHigh(value, value);
      amounts[SQUARES + 1] = low >>> Integer.SIZE;
      amounts[SQUARES + 2] = low & 0xFFFF_FFFFL;
    }
    if (part.expectedSavedMinor() != null) {
      amounts[EXPECTED_SAVED] = part.expectedSavedMinor();
    }
    if (part.costMinor() != null) {
      amounts[COSTED] = 1;
      amounts[COST] = part.costMinor();
    }
    return amounts;
  }

  /** Whether what became of customers in a month is known of anybody. */
  boolean isLabelled(LocalDate start) {
    return labels.knows(new Month(start));
  }

  Counts<Cell> cells() {
    return cells;
  }

  @Override
  public void addAll(OutcomeTotals part) {
    cells.addAll(part.cells);
    labels.addAll(part.labels);
  }

  @Override
  public void write(RowBuffer out) {
    cells.write(out);
    labels.write(out);
  }

  @Override
  public void add(RowCursor part) {
    cells.add(part);
    labels.add(part);
  }
}
