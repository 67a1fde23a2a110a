package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import io.growthline.transforms.RecordCoder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * The port through which a stage replaces tables, or days of tables. Rows go to a place of this
 * run; nothing is visible before publishing.
 */
public interface WarehouseWriter {
  /** Adds to the pipeline of {@code rows} the steps that stage a new content of {@code table}. */
  <T extends Record> void stage(PCollection<T> rows, TableSpec<T> table);

  /**
   * Adds to the pipeline of {@code rows} the steps that stage a new content of some days of {@code
   * table}; which days is said when publishing.
   *
   * @param rows all rows of these days, and of no other day of the partition column
   * @throws IllegalArgumentException when the table is not partitioned
   */
  default <T extends Record> void stageDays(PCollection<T> rows, TableSpec<T> table) {
    requireDays(table);
    stage(rows, table);
    adoptDays(table);
  }

  /**
   * Like {@link #stage(PCollection, TableSpec)} for rows that come packed.
   *
   * @param unpack takes an element apart into rows
   */
  default <I, T extends Record> void stage(
      PCollection<I> packed, SerializableFunction<I, Iterable<T>> unpack, TableSpec<T> table) {
    stage(unpacked(packed, unpack, table), table);
  }

  /** Like {@link #stageDays(PCollection, TableSpec)} for rows that come packed. */
  default <I, T extends Record> void stageDays(
      PCollection<I> packed, SerializableFunction<I, Iterable<T>> unpack, TableSpec<T> table) {
    requireDays(table);
    stage(packed, unpack, table);
    adoptDays(table);
  }

  private static void requireDays(TableSpec<?> table) {
    if (table.partition().isEmpty()) {
      throw new IllegalArgumentException(table.id() + " is not partitioned");
    }
  }

  private static <I, T extends Record> PCollection<T> unpacked(
      PCollection<I> packed, SerializableFunction<I, Iterable<T>> unpack, TableSpec<T> table) {
    return packed
        .apply(
            "Unpack " + table.id(),
            FlatMapElements.into(TypeDescriptor.of(table.type())).via(unpack))
        .setCoder(RecordCoder.of(table.type()));
  }

  /** Takes for staged by this writer what an earlier process of the same run has staged. */
  void adopt(TableSpec<?> table);

  /** Like {@link #adopt}, for a table of which days were staged. */
  void adoptDays(TableSpec<?> table);

  /** What is complete when the pipeline has staged all that it was given to stage so far. */
  List<PCollection<?>> written();

  /**
   * Makes everything staged visible at once, after the pipeline has finished. Staged tables without
   * rows are published empty.
   *
   * @param days for tables staged by {@link #stageDays}, the days to replace, by {@code
   *     dataset.table}; a day without staged rows becomes empty, all other days stay
   * @return rows that each staged table has now, by {@code dataset.table}
   */
  Map<String, Long> publish(Map<String, Set<LocalDate>> days);

  /** Publishes a run that staged whole tables only. */
  default Map<String, Long> publish() {
    return publish(Map.of());
  }

  /** Removes what was staged and is not published. */
  void discard();
}
