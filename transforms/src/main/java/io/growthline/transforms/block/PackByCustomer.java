package io.growthline.transforms.block;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowLayout;
import io.growthline.domain.contract.TableSpec;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.VarIntCoder;

/**
 * Packs published rows of any tables with a column {@code customer_id} by bucket of customers, so
 * that rows of several tables meet. {@link RunBlocks#table} gives the table of a block.
 */
public final class PackByCustomer implements RowPacking<Integer> {
  private final Buckets buckets;

  public PackByCustomer(Buckets buckets) {
    this.buckets = buckets;
  }

  @Override
  public Coder<Integer> keyCoder() {
    return VarIntCoder.of();
  }

  @Override
  public Packer open(String run, BiConsumer<Integer, byte[]> consumer) {
    return new Packer() {
      private final TreeMap<Integer, RowBuffer> blocks = new TreeMap<>();
      private TableSpec<?> table;
      private RowLayout layout;
      private int customerId;

      @Override
      public void add(TableSpec<?> rowTable, byte[] bytes, int offset, int length) {
        if (rowTable != table) {
          flush();
          table = rowTable;
          layout = RowLayout.of(table);
          customerId = table.indexOf("customer_id");
        }
        int bucket = buckets.of(bytes, layout.position(bytes, offset, customerId));
        RowBuffer block = blocks.computeIfAbsent(bucket, b -> new RowBuffer(1 << 12));
        block.putVarint(length);
        block.putBytes(bytes, offset, length);
        if (block.size() >= BucketPacker.BLOCK_BYTES) {
          handOn(bucket, block);
        }
      }

      @Override
      public void flush() {
        blocks.forEach(this::handOn);
        blocks.clear();
      }

      private void handOn(int bucket, RowBuffer block) {
        if (block.size() > 0) {
          consumer.accept(bucket, RunBlock.pack(RunBlock.version(table), table.id(), 0, block));
          block.clear();
        }
      }
    };
  }
}
