package io.growthline.transforms.block;

import io.growthline.domain.contract.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** Packs rows that are elements into sorted runs by partition of their table. */
public final class PackTable<T extends Record>
    extends PTransform<PCollection<T>, PCollection<KV<String, byte[]>>> {
  private final Class<T> type;

  private PackTable(Class<T> type) {
    this.type = type;
  }

  public static <T extends Record> PackTable<T> of(TableSpec<T> table) {
    return new PackTable<>(table.type());
  }

  @Override
  public PCollection<KV<String, byte[]>> expand(PCollection<T> rows) {
    return rows.apply("Sort and pack", ParDo.of(new Fn<>(type)))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), BlockCoder.of()));
  }

  private static final class Fn<T extends Record> extends DoFn<T, KV<String, byte[]>> {
    private final Class<T> type;
    private transient RowSorter<T> sorter;
    private transient List<KV<String, byte[]>> ready;

    Fn(Class<T> type) {
      this.type = type;
    }

    @StartBundle
    public void startBundle() {
      ready = new ArrayList<>();
      sorter =
          new RowSorter<>(
              TableSpec.of(type),
              UUID.randomUUID().toString(),
              (partition, block) -> ready.add(KV.of(partition, block)));
    }

    @ProcessElement
    public void process(@Element T row, OutputReceiver<KV<String, byte[]>> out) {
      sorter.add(row);
      ready.forEach(out::output);
      ready.clear();
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
      sorter.flush();
      ready.forEach(
          block ->
              context.output(block, GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE));
      ready.clear();
    }
  }
}
