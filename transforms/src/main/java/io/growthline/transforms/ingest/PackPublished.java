package io.growthline.transforms.ingest;

import io.growthline.transforms.block.BucketPacker;
import io.growthline.transforms.block.Buckets;
import io.growthline.transforms.block.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;

/**
 * Packs what earlier runs have left into the blocks that fresh rows travel in.
 *
 * @param <T> published rows
 */
public abstract class PackPublished<T extends Record> extends DoFn<T, KV<Integer, byte[]>> {
  private final Origin origin;
  private final Buckets buckets;
  private transient Map<String, BucketPacker> sources;
  private transient List<KV<Integer, byte[]>> ready;

  PackPublished(Origin origin, Buckets buckets) {
    this.origin = origin;
    this.buckets = buckets;
  }

  /** Hands over the encoded raw rows of a published row. */
  abstract void unpack(T row, BiConsumer<Integer, byte[]> consumer);

  /** Landing source of the row; empty when it is not known. */
  abstract String source(T row);

  @StartBundle
  public void startBundle() {
    sources = new TreeMap<>();
    ready = new ArrayList<>();
  }

  @ProcessElement
  public void process(@Element T row, OutputReceiver<KV<Integer, byte[]>> out) {
    BucketPacker rows =
        sources.computeIfAbsent(
            source(row),
            s ->
                new BucketPacker(
                    origin, s, buckets, (bucket, block) -> ready.add(KV.of(bucket, block))));
    unpack(row, (table, bytes) -> rows.add(table, bytes, 0, bytes.length));
    ready.forEach(out::output);
    ready.clear();
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    sources.values().forEach(BucketPacker::flush);
    ready.forEach(
        block ->
            context.output(block, GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE));
  }
}
