package io.growthline.domain.mart;

import io.growthline.domain.contract.TableSpec;

/** Takes rows of any table. */
public interface RowSink {
  <R extends Record> void add(TableSpec<R> table, R row);
}
