package io.growthline.transforms.block;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;

/**
 * A part of a table: a month of the column that it is partitioned by, or the whole table.
 *
 * @param table {@code dataset.table}
 * @param month {@code yyyy-mm}; empty for a table that is not partitioned
 */
public record Partition(String table, String month) {
  /** The partition that {@link #key} names. */
  public static Partition of(String key) {
    int slash = key.indexOf('/');
    return new Partition(key.substring(0, slash), key.substring(slash + 1));
  }

  /** Names the partition, as a key in a pipeline. */
  public String key() {
    return table + "/" + month;
  }

  /** The contract of the table. */
  public TableSpec<? extends Record> spec() {
    return Contracts.find(table)
        .orElseThrow(() -> new IllegalStateException("There is no contract of " + table));
  }
}
