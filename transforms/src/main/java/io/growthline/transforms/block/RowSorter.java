package io.growthline.transforms.block;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCodec;
import io.growthline.domain.contract.RowOrder;
import io.growthline.domain.contract.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Sorts rows that come in any order into runs, each as large as memory is given to it. */
public final class RowSorter<T extends Record> {
  private static final int RUN_BYTES = 32 << 20;

  private final TableSpec<T> table;
  private final String name;
  private final BiConsumer<String, byte[]> consumer;
  private final RowCodec<T> codec;
  private final RowOrder order;
  private final RowBuffer rows = new RowBuffer(1 << 12);
  private final List<int[]> slices = new ArrayList<>();
  private int runs;

  /**
   * @param name begins the names of the runs; no other sorter of the same table may have it
   * @param consumer takes the key of a partition and a block
   */
  public RowSorter(TableSpec<T> table, String name, BiConsumer<String, byte[]> consumer) {
    this.table = table;
    this.name = name;
    this.consumer = consumer;
    this.codec = RowCodec.of(table);
    this.order = RowOrder.of(table);
  }

  public void add(T row) {
    int start = rows.size();
    codec.write(row, rows);
    slices.add(new int[] {start, rows.size() - start});
    if (rows.size() >= RUN_BYTES) {
      flush();
    }
  }

  /** Hands on what is left. */
  public void flush() {
    byte[] bytes = rows.array();
    slices.sort((a, b) -> order.compare(bytes, a[0], bytes, b[0]));
    PartitionPacker packer = new PartitionPacker(name + " " + runs++, consumer);
    slices.forEach(slice -> packer.add(table, bytes, slice[0], slice[1]));
    packer.flush();
    rows.clear();
    slices.clear();
  }
}
