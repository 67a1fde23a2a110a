package io.growthline.transforms.ingest;

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
  private final RowBlock.Origin origin;
  private final int buckets;
  private transient Map<String, PackRows> sources;
  private transient List<KV<Integer, byte[]>> ready;

  PackPublished(RowBlock.Origin origin, int buckets) {
    this.origin = origin;
    this.buckets = buckets;
  }

  /** Rows of the raw table number {@code table}, as they are published. */
  public static <T extends Record> PackPublished<T> rows(int table, int buckets) {
    return new PackPublished<>(RowBlock.Origin.PUBLISHED, buckets) {
      @Override
      void unpack(T row, BiConsumer<Integer, Record> consumer) {
        consumer.accept(table, row);
      }

      @Override
      String source(T row) {
        return "";
      }
    };
  }

  /** Hands over the raw rows that a published row stands for. */
  abstract void unpack(T row, BiConsumer<Integer, Record> consumer);

  /** Landing source of the row; empty when it is not known. */
  abstract String source(T row);

  @StartBundle
  public void startBundle() {
    sources = new TreeMap<>();
    ready = new ArrayList<>();
  }

  @ProcessElement
  public void process(@Element T row, OutputReceiver<KV<Integer, byte[]>> out) {
    PackRows rows =
        sources.computeIfAbsent(
            source(row),
            s ->
                new PackRows(
                    origin, s, buckets, (bucket, block) -> ready.add(KV.of(bucket, block))));
    unpack(row, rows::add);
    ready.forEach(out::output);
    ready.clear();
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    sources.values().forEach(PackRows::flush);
    ready.forEach(
        block ->
            context.output(block, GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE));
  }
}
