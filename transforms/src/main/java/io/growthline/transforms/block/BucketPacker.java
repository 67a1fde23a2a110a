package io.growthline.transforms.block;

import io.growthline.domain.contract.RowBuffer;
import java.util.function.BiConsumer;

/** Gathers raw rows of one origin and source in a block for each bucket; hands full blocks on. */
public final class BucketPacker {
  static final int BLOCK_BYTES = 1 << 18;

  private final Origin origin;
  private final String source;
  private final Buckets buckets;
  private final BiConsumer<Integer, byte[]> consumer;
  private final RowBlock[] blocks;
  private final RawRows rows = new RawRows();

  /**
   * @param consumer takes bucket and block
   */
  public BucketPacker(
      Origin origin, String source, Buckets buckets, BiConsumer<Integer, byte[]> consumer) {
    this.origin = origin;
    this.source = source;
    this.buckets = buckets;
    this.consumer = consumer;
    this.blocks = new RowBlock[buckets.count()];
  }

  /** Adds a row of the raw table number {@code table}. */
  public void add(int table, Record row) {
    RowBuffer encoded = rows.encode(table, row);
    add(table, encoded.array(), 0, encoded.size());
  }

  /** Adds an encoded row of the raw table number {@code table}. */
  public void add(int table, byte[] row, int offset, int length) {
    int bucket = buckets.of(row, RawRows.SHARED.position(row, offset, RawRows.CUSTOMER_ID));
    RowBlock block = blocks[bucket];
    if (block == null) {
      block = new RowBlock(origin, source);
      blocks[bucket] = block;
    }
    block.add(table, row, offset, length);
    if (block.size() >= BLOCK_BYTES) {
      blocks[bucket] = null;
      consumer.accept(bucket, block.toBytes());
    }
  }

  /** Hands on what is left. */
  public void flush() {
    for (int bucket = 0; bucket < blocks.length; bucket++) {
      if (blocks[bucket] != null) {
        consumer.accept(bucket, blocks[bucket].toBytes());
        blocks[bucket] = null;
      }
    }
  }
}
