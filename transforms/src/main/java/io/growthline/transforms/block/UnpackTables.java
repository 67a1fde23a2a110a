package io.growthline.transforms.block;

import io.growthline.domain.contract.TableSpec;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.TableTags;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Makes elements of the rows in blocks, under the tags of their tables, for sinks that take one row
 * at a time.
 */
public final class UnpackTables
    extends PTransform<PCollection<KV<String, byte[]>>, PCollectionTuple> {
  private static final TupleTag<Void> NOTHING = new TupleTag<>("nothing");

  private final transient List<? extends TableSpec<?>> tables;

  private UnpackTables(List<? extends TableSpec<?>> tables) {
    this.tables = tables;
  }

  /**
   * @param tables all tables that have blocks
   */
  public static UnpackTables of(List<? extends TableSpec<?>> tables) {
    return new UnpackTables(tables);
  }

  @Override
  public PCollectionTuple expand(PCollection<KV<String, byte[]>> blocks) {
    PCollectionTuple rows =
        blocks.apply("Unpack", ParDo.of(new Fn()).withOutputTags(NOTHING, TableTags.all(tables)));
    tables.forEach(table -> setCoder(rows, table));
    return rows;
  }

  private static <T extends Record> void setCoder(PCollectionTuple rows, TableSpec<T> table) {
    rows.get(TableTags.of(table)).setCoder(RecordCoder.of(table.type()));
  }

  private static final class Fn extends DoFn<KV<String, byte[]>, Void> {
    @ProcessElement
    public void process(@Element KV<String, byte[]> block, MultiOutputReceiver out) {
      unpack(Partition.of(block.getKey()).spec(), block.getValue(), out);
    }

    private static <T extends Record> void unpack(
        TableSpec<T> table, byte[] block, MultiOutputReceiver out) {
      RunBlocks.forEach(table, block, out.get(TableTags.of(table))::output);
    }
  }
}
