package io.growthline.transforms.ingest;

import io.growthline.domain.event.RawEvent;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Gathers rows of one origin and source in a block for each bucket and hands full blocks on. */
public final class PackRows {
  private static final int BLOCK_BYTES = 1 << 18;

  private final RowBlock.Origin origin;
  private final String source;
  private final int buckets;
  private final BiConsumer<Integer, byte[]> consumer;
  private final Map<Integer, RowBlock> blocks = new TreeMap<>();

  /**
   * @param consumer takes bucket and block
   */
  public PackRows(
      RowBlock.Origin origin, String source, int buckets, BiConsumer<Integer, byte[]> consumer) {
    this.origin = origin;
    this.source = source;
    this.buckets = buckets;
    this.consumer = consumer;
  }

  /** Adds a row of the raw table number {@code table}. */
  public void add(int table, Record row) {
    int bucket = RowBlock.bucket((RawEvent) row, buckets);
    RowBlock block = blocks.computeIfAbsent(bucket, b -> new RowBlock(origin, source));
    block.add(table, row);
    if (block.size() >= BLOCK_BYTES) {
      blocks.remove(bucket);
      consumer.accept(bucket, block.toBytes());
    }
  }

  /** Hands on what is left. */
  public void flush() {
    blocks.forEach((bucket, block) -> consumer.accept(bucket, block.toBytes()));
    blocks.clear();
  }
}
