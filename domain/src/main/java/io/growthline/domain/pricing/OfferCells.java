package io.growthline.domain.pricing;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.mart.Totals;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts of offers by cell, built in any order and in parts. Only offers to eligible customers who
 * need no protection count, with a price above zero and a known outcome.
 */
public final class OfferCells implements Totals<OfferCells> {
  private static final long NO_DAY = Long.MIN_VALUE;

  private final TreeMap<OfferCell, CellCounts> cells = new TreeMap<>();
  private LocalDate newest;

  /** Counts an offer, unless it must not count. */
  public void add(FctOfferOutcome offer) {
    if (newest == null || offer.shownOn().isAfter(newest)) {
      newest = offer.shownOn();
    }
    if (!offer.eligible()
        || offer.vulnerableCustomer()
        || offer.accepted() == null
        || offer.priceMinor() <= 0) {
      return;
    }
    add(
        new OfferCell(offer.segment(), offer.priceMinor(), offer.incentiveMinor()),
        CellCounts.of(offer));
  }

  /** Adds counts to a cell. */
  public void add(OfferCell cell, CellCounts counts) {
    cells.merge(cell, counts, CellCounts::plus);
  }

  @Override
  public void addAll(OfferCells other) {
    other.cells.forEach(this::add);
    if (other.newest != null && (newest == null || other.newest.isAfter(newest))) {
      newest = other.newest;
    }
  }

  @Override
  public void write(RowBuffer out) {
    out.putZigzag(newest == null ? NO_DAY : newest.toEpochDay());
    out.putVarint(cells.size());
    cells.forEach(
        (cell, counts) -> {
          out.putText(cell.segment());
          out.putZigzag(cell.priceMinor());
          out.putZigzag(cell.incentiveMinor());
          counts.write(out);
        });
  }

  @Override
  public void add(RowCursor part) {
    OfferCells other = new OfferCells();
    long day = part.readZigzag();
    other.newest = day == NO_DAY ? null : LocalDate.ofEpochDay(day);
    for (long left = part.readVarint(); left > 0; left--) {
      OfferCell cell = new OfferCell(part.readText(), part.readZigzag(), part.readZigzag());
      other.add(cell, CellCounts.read(part));
    }
    addAll(other);
  }

  /** The cells of one segment. */
  SortedMap<OfferCell, CellCounts> of(String segment) {
    return cells.subMap(new OfferCell(segment, 0, 0), new OfferCell(segment + '\0', 0, 0));
  }

  /** All offers as those of one segment. */
  SortedMap<OfferCell, CellCounts> pooled(String segment) {
    TreeMap<OfferCell, CellCounts> pooled = new TreeMap<>();
    cells.forEach(
        (cell, counts) ->
            pooled.merge(
                new OfferCell(segment, cell.priceMinor(), cell.incentiveMinor()),
                counts,
                CellCounts::plus));
    return pooled;
  }

  /** All cells. */
  public SortedMap<OfferCell, CellCounts> all() {
    return Collections.unmodifiableSortedMap(cells);
  }

  /** Newest day on which any offer was shown; null without offers. */
  public LocalDate newest() {
    return newest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OfferCells o
        && cells.equals(o.cells)
        && Objects.equals(newest, o.newest);
  }

  @Override
  public int hashCode() {
    return Objects.hash(cells, newest);
  }

  @Override
  public String toString() {
    return cells.toString();
  }
}
