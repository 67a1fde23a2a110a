package io.growthline.transforms;

import io.growthline.domain.contract.TableSpec;
import java.util.List;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

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

  /** The tags of tables, in their order. */
  public static TupleTagList all(List<? extends TableSpec<?>> tables) {
    TupleTagList tags = TupleTagList.empty();
    for (TableSpec<?> table : tables) {
      tags = tags.and(of(table));
    }
    return tags;
  }
}
