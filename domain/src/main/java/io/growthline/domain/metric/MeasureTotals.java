package io.growthline.domain.metric;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.Totals;
import java.util.Arrays;
import java.util.List;

/**
 * Sums of measures by cell, what they leave out, and which raw tables have events. There are as
 * many cells as periods and dimension values, so it stays small whatever the number of customers.
 */
public final class MeasureTotals implements Totals<MeasureTotals> {
  // Slot 0 counts the customers who contribute to a cell; a measure has the slot after its
  // position.
  private static final int CUSTOMERS = 0;
  private static final int WIDTH = 1 + Measures.ALL.size();

  private final Counts<Cell> cells = new Counts<>(Cell.class, WIDTH);
  private final Counts<Cell> leftOut = new Counts<>(Cell.class, Measures.ALL.size());
  private final Counts<Source> sources = new Counts<>(Source.class, 1);

  /**
   * A raw table that has events.
   *
   * @param table {@code dataset.table}
   */
  public record Source(String table) {}

  /** What one customer contributes to the cells of one period, by position of the measure. */
  static final class Contributions {
    private final long[] slots = new long[WIDTH];

    /** A customer counts in the cells when any contribution is not 0. */
    void set(int measure, long amount) {
      slots[1 + measure] = amount;
      if (amount != 0) {
        slots[CUSTOMERS] = 1;
      }
    }

    boolean isEmpty() {
      return slots[CUSTOMERS] == 0;
    }

    void clear() {
      Arrays.fill(slots, 0);
    }
  }

  /** Adds what a customer contributes to a cell. */
  void add(Cell cell, Contributions contributions) {
    cells.add(cell, contributions.slots);
  }

  /** Adds what an event contributes to a cell. */
  void add(Cell cell, Measure measure, long amount) {
    cells.add(cell, slot(measure), amount);
  }

  /** Adds an event that a measure leaves out of a cell. */
  void addLeftOut(Cell cell, Measure measure) {
    cells.add(cell, CUSTOMERS, 0);
    leftOut.add(cell, Measures.position(measure), 1);
  }

  /** Notes that a raw table has events. */
  void addSource(String table) {
    sources.add(new Source(table), 0, 1);
  }

  /** All cells, by grain, period, dimension and value. */
  List<Cell> cells() {
    return cells.keys();
  }

  long sum(Cell cell, Measure measure) {
    return cells.get(cell, slot(measure));
  }

  /** Number of events that a measure leaves out of a cell. */
  long leftOut(Cell cell, Measure measure) {
    return leftOut.get(cell, Measures.position(measure));
  }

  /** Whether a metric of these measures has a value in a cell. */
  boolean has(Cell cell, List<Measure> measures) {
    return cells.get(cell, CUSTOMERS) != 0
        || measures.stream().anyMatch(m -> sum(cell, m) != 0 || leftOut(cell, m) != 0);
  }

  /** Whether the measure can mean anything: one of its raw tables has events. */
  boolean isObserved(Measure measure) {
    return measure.sources().isEmpty()
        || measure.sources().stream().anyMatch(table -> sources.get(new Source(table), 0) > 0);
  }

  private static int slot(Measure measure) {
    return 1 + Measures.position(measure);
  }

  @Override
  public void addAll(MeasureTotals part) {
    cells.addAll(part.cells);
    leftOut.addAll(part.leftOut);
    sources.addAll(part.sources);
  }

  @Override
  public void write(RowBuffer out) {
    cells.write(out);
    leftOut.write(out);
    sources.write(out);
  }

  @Override
  public void add(RowCursor part) {
    cells.add(part);
    leftOut.add(part);
    sources.add(part);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MeasureTotals totals
        && cells.equals(totals.cells)
        && leftOut.equals(totals.leftOut)
        && sources.equals(totals.sources);
  }

  @Override
  public int hashCode() {
    return cells.hashCode();
  }

  @Override
  public String toString() {
    return sources + " " + cells + " without " + leftOut;
  }
}
