package io.growthline.transforms.block;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.VarIntCoder;

/** Packs published rows of raw tables by bucket of customers, all or some of them. */
public final class PackByBucket implements RowPacking<Integer> {
  private final Buckets buckets;
  private final RowFilter filter;

  private PackByBucket(Buckets buckets, RowFilter filter) {
    this.buckets = buckets;
    this.filter = filter;
  }

  /** Packs all rows. */
  public static PackByBucket all(Buckets buckets) {
    return new PackByBucket(buckets, (bytes, offset) -> true);
  }

  /** Packs the rows that a filter lets pass. */
  public static PackByBucket some(Buckets buckets, RowFilter filter) {
    return new PackByBucket(buckets, filter);
  }

  /** Chooses encoded rows of raw tables. */
  public interface RowFilter extends java.io.Serializable {
    boolean test(byte[] bytes, int offset);
  }

  @Override
  public Coder<Integer> keyCoder() {
    return VarIntCoder.of();
  }

  @Override
  public Packer open(String run, BiConsumer<Integer, byte[]> consumer) {
    BucketPacker packer = new BucketPacker(Origin.PUBLISHED, "", buckets, consumer);
    Map<TableSpec<?>, Integer> numbers = new HashMap<>();
    Contracts.RAW.forEach(table -> numbers.put(table, numbers.size()));
    return new Packer() {
      private TableSpec<?> table;
      private int number;

      @Override
      public void add(TableSpec<?> rowTable, byte[] bytes, int offset, int length) {
        if (rowTable != table) {
          table = rowTable;
          number = numbers.get(rowTable);
        }
        if (filter.test(bytes, offset)) {
          packer.add(number, bytes, offset, length);
        }
      }

      @Override
      public void flush() {
        packer.flush();
      }
    };
  }
}
