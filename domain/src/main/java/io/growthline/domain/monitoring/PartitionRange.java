package io.growthline.domain.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Consecutive day partitions of a table that a run rebuilt.
 *
 * @param table {@code dataset.table}
 * @param from first day
 * @param to last day
 * @param days number of days
 */
public record PartitionRange(String table, LocalDate from, LocalDate to, long days) {

  /** The fewest ranges that hold these days and no other. */
  public static List<PartitionRange> of(String table, Collection<LocalDate> days) {
    List<PartitionRange> ranges = new ArrayList<>();
    LocalDate from = null;
    LocalDate to = null;
    for (LocalDate day : new TreeSet<>(days)) {
      if (to == null || !day.equals(to.plusDays(1))) {
        add(ranges, table, from, to);
        from = day;
      }
      to = day;
    }
    add(ranges, table, from, to);
    return ranges;
  }

  private static void add(List<PartitionRange> ranges, String table, LocalDate from, LocalDate to) {
    if (from != null) {
      ranges.add(new PartitionRange(table, from, to, to.toEpochDay() - from.toEpochDay() + 1));
    }
  }
}
