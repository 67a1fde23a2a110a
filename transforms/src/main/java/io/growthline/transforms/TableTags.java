package io.growthline.transforms;

import io.growthline.domain.contract.TableSpec;
import org.apache.beam.sdk.values.TupleTag;

/** The tags under which the rows of several tables travel together in one tuple. */
public final class TableTags {
  private TableTags() {}

  /** The tag of a table; equal for equal tables. */
  public static <T extends Record> TupleTag<T> of(Class<T> table) {
    return of(TableSpec.of(table));
  }

  /** The tag of a table; equal for equal tables. */
  public static <T extends Record> TupleTag<T> of(TableSpec<T> table) {
    return new TupleTag<>(table.id());
  }
}
