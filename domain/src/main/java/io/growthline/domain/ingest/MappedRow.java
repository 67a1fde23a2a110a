package io.growthline.domain.ingest;

import io.growthline.domain.contract.TableSpec;
import java.util.List;

/**
 * What a mapping makes of one row: events, rejections, or nothing when it is left out on purpose.
 *
 * @param events valid rows of raw tables
 * @param rejections what was meant to be an event and is none
 */
public record MappedRow(List<Event> events, List<Rejected> rejections) {
  /** A row of a raw table, encoded as its layout says. */
  public record Event(TableSpec<? extends Record> table, byte[] row) {}

  /** A rejection and the table that it was meant for, null when unknown. */
  public record Rejected(TableSpec<? extends Record> table, Rejection rejection) {}

  /** The part of one table, or all when {@code table} is null. */
  public MappedRow of(TableSpec<? extends Record> table) {
    return table == null
        ? this
        : new MappedRow(
            events.stream().filter(e -> e.table().equals(table)).toList(),
            rejections.stream().filter(r -> r.table() == null || r.table().equals(table)).toList());
  }

  /** Whether the mapping leaves the row out on purpose. */
  public boolean filtered() {
    return events.isEmpty() && rejections.isEmpty();
  }

  /** How many records the row counts as in the account of its source. */
  public int read() {
    return Math.max(1, events.size() + rejections.size());
  }
}
