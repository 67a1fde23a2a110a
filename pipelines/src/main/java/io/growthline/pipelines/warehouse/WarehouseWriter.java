package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import io.growthline.transforms.block.PackTable;
import io.growthline.transforms.block.Partition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * The port through which a stage replaces tables, or days of tables. Rows go to a place of this
 * run; nothing is visible before publishing.
 */
public interface WarehouseWriter {
  /**
   * Adds to the pipeline of {@code blocks} the steps that stage a new content of {@code tables}.
   *
   * @param blocks sorted runs of their rows, by partition (see {@link Partition#key})
   */
  void stage(PCollection<KV<String, byte[]>> blocks, List<? extends TableSpec<?>> tables);

  /**
   * Like {@link #stage}, for new content of some days of {@code tables}; which days is said when
   * publishing.
   *
   * @param blocks all rows of these days, and of no other day of the partition column
   * @throws IllegalArgumentException when a table is not partitioned
   */
  default void stageDays(
      PCollection<KV<String, byte[]>> blocks, List<? extends TableSpec<?>> tables) {
    for (TableSpec<?> table : tables) {
      if (table.partition().isEmpty()) {
        throw new IllegalArgumentException(table.id() + " is not partitioned");
      }
    }
    stage(blocks, tables);
    tables.forEach(this::adoptDays);
  }

  /** Stages a new content of {@code table} from rows that are elements, for small tables. */
  default <T extends Record> void stage(PCollection<T> rows, TableSpec<T> table) {
    stage(rows.apply("Pack " + table.id(), PackTable.of(table)), List.of(table));
  }

  /** Stages rows that this process has, without a pipeline of the caller. */
  <T extends Record> void stageRows(List<T> rows, TableSpec<T> table);

  /** Takes for staged by this writer what an earlier process of the same run has staged. */
  void adopt(TableSpec<?> table);

  /** Like {@link #adopt}, for a table of which only some days were staged. */
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

  /**
   * Publishes whole tables that are staged, but for some, which stay staged.
   *
   * @return rows that each published table has now, by {@code dataset.table}
   */
  Map<String, Long> publishAllBut(List<TableSpec<?>> later);

  /** Removes what was staged and is not published. */
  void discard();
}
