package io.growthline.domain.growth;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sums of measures by month and dimension, and which raw tables had events at all. Whole numbers
 * add up to the same total in any order. There are as many cells as months and dimension values, so
 * it stays small whatever the number of customers.
 */
public final class MeasureTotals implements Serializable {
  private final TreeMap<Cell, TreeMap<Measure, Long>> cells = new TreeMap<>();
  private final TreeSet<String> sources = new TreeSet<>();

  /** Adds to one measure of a cell; 0 makes the cell known. */
  public void add(Cell cell, Measure measure, long amount) {
    cells.computeIfAbsent(cell, k -> new TreeMap<>()).merge(measure, amount, Long::sum);
  }

  /** Notes that a raw table has events. */
  public void addSource(String table) {
    sources.add(table);
  }

  public void addAll(MeasureTotals other) {
    other.cells.forEach(
        (cell, measures) -> measures.forEach((measure, sum) -> add(cell, measure, sum)));
    sources.addAll(other.sources);
  }

  /** All cells, by month, dimension and value. */
  public Set<Cell> cells() {
    return cells.keySet();
  }

  Map<Measure, Long> measured(Cell cell) {
    return cells.get(cell);
  }

  Set<String> sources() {
    return sources;
  }

  public long sum(Cell cell, Measure measure) {
    return cells.getOrDefault(cell, new TreeMap<>()).getOrDefault(measure, 0L);
  }

  /** Whether the measure can mean anything: its raw table has events. */
  public boolean isObserved(Measure measure) {
    return measure.source().isEmpty() || sources.contains(measure.source());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MeasureTotals totals
        && cells.equals(totals.cells)
        && sources.equals(totals.sources);
  }

  @Override
  public int hashCode() {
    return Map.of(cells, sources).hashCode();
  }

  /**
   * What is summed together.
   *
   * @param month first day
   * @param dimension {@code all} or a column of the customer
   * @param value value of the dimension, {@code all} or {@code unknown}
   */
  public record Cell(LocalDate month, String dimension, String value)
      implements Comparable<Cell>, Serializable {
    private static final Comparator<Cell> ORDER =
        Comparator.comparing(Cell::month).thenComparing(Cell::dimension).thenComparing(Cell::value);

    @Override
    public int compareTo(Cell other) {
      return ORDER.compare(this, other);
    }
  }
}
