package io.growthline.transforms.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * The rows of each raw table as {@link RowBlock}s. A runner on one machine holds what one step has
 * given until the next one has taken it; as blocks that is a tenth of what it is as rows.
 */
public final class RawBlocks {
  private RawBlocks() {}

  /** Tag of the blocks with rows of a raw table. */
  public static TupleTag<byte[]> tagOf(TableSpec<?> table) {
    return new TupleTag<>("blocks of " + table.id());
  }

  /** Takes blocks with rows of one table apart. */
  public static <T extends Record> SerializableFunction<byte[], Iterable<T>> rows(Class<T> table) {
    return block -> {
      List<T> rows = new ArrayList<>();
      RowBlock.read(block, (number, row) -> rows.add(table.cast(row)));
      return rows;
    };
  }

  static TupleTag<byte[]> tag(int table) {
    return tagOf(Contracts.RAW.get(table));
  }

  static TupleTagList allTags() {
    TupleTagList list = TupleTagList.empty();
    for (TableSpec<?> table : Contracts.RAW) {
      list = list.and(tagOf(table));
    }
    return list;
  }
}
