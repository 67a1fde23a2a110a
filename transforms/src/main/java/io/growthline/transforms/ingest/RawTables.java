package io.growthline.transforms.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/** The outputs of ingest, one for each raw table, in the order of {@link Contracts#RAW}. */
public final class RawTables {
  private static final List<TupleTag<? extends Record>> TAGS = tags();

  private RawTables() {}

  private static List<TupleTag<? extends Record>> tags() {
    List<TupleTag<? extends Record>> tags = new ArrayList<>();
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      tags.add(tag(table));
    }
    return List.copyOf(tags);
  }

  private static <T extends Record> TupleTag<T> tag(TableSpec<T> table) {
    return new TupleTag<>(table.id());
  }

  /** Tag of the rows of a raw table. */
  public static <T extends Record> TupleTag<T> tagOf(TableSpec<T> table) {
    return tag(table);
  }

  static TupleTag<? extends Record> tag(int table) {
    return TAGS.get(table);
  }

  static TupleTagList allTags() {
    TupleTagList list = TupleTagList.empty();
    for (TupleTag<?> tag : TAGS) {
      list = list.and(tag);
    }
    return list;
  }
}
