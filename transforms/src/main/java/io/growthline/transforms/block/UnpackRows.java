package io.growthline.transforms.block;

import io.growthline.domain.contract.TableSpec;
import io.growthline.transforms.AnyRecordCoder;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Makes elements of the rows in blocks, for sinks that take one row at a time. Rows of all tables
 * travel together: a sink for each would be a hundred steps for each.
 */
public final class UnpackRows
    extends PTransform<PCollection<KV<String, byte[]>>, PCollection<Record>> {
  private final List<String> tables;

  private UnpackRows(List<String> tables) {
    this.tables = tables;
  }

  /**
   * @param tables all tables that have blocks
   */
  public static UnpackRows of(List<? extends TableSpec<?>> tables) {
    return new UnpackRows(tables.stream().<String>map(TableSpec::id).toList());
  }

  @Override
  public PCollection<Record> expand(PCollection<KV<String, byte[]>> blocks) {
    return blocks.apply("Unpack", ParDo.of(new Fn(tables))).setCoder(AnyRecordCoder.of());
  }

  private static final class Fn extends DoFn<KV<String, byte[]>, Record> {
    private final List<String> tables;

    Fn(List<String> tables) {
      this.tables = tables;
    }

    @ProcessElement
    public void process(@Element KV<String, byte[]> block, OutputReceiver<Record> out) {
      TableSpec<?> table = Partition.of(block.getKey()).spec();
      if (!tables.contains(table.id())) {
        throw new IllegalStateException(
            "There are rows of " + table.id() + ", which is not among " + tables);
      }
      RunBlocks.forEach(table, block.getValue(), out::output);
    }

    @Override
    public void populateDisplayData(DisplayData.Builder builder) {
      builder.add(DisplayData.item("tables", String.join(" ", tables)).withLabel("Tables"));
    }
  }
}
