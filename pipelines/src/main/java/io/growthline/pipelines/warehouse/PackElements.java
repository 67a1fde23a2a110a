package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCodec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.transforms.block.RowPacking;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;

/** Packs rows that a source gives as elements; where steps are fused, they are never stored. */
final class PackElements<T extends Record, K> extends DoFn<T, KV<K, byte[]>> {
  private final Class<T> type;
  private final RowPacking<K> packing;
  private transient RowCodec<T> codec;
  private transient RowBuffer row;
  private transient RowPacking.Packer packer;
  private transient List<KV<K, byte[]>> ready;

  PackElements(TableSpec<T> table, RowPacking<K> packing) {
    this.type = table.type();
    this.packing = packing;
  }

  @Setup
  public void setup() {
    codec = RowCodec.of(TableSpec.of(type));
    row = new RowBuffer(512);
  }

  @StartBundle
  public void startBundle() {
    ready = new ArrayList<>();
    packer =
        packing.open(UUID.randomUUID().toString(), (key, block) -> ready.add(KV.of(key, block)));
  }

  @ProcessElement
  public void process(@Element T element, OutputReceiver<KV<K, byte[]>> out) {
    row.clear();
    codec.write(element, row);
    packer.add(codec.table(), row.array(), 0, row.size());
    ready.forEach(out::output);
    ready.clear();
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    packer.flush();
    ready.forEach(
        block ->
            context.output(block, GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE));
  }
}
