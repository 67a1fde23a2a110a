package io.growthline.transforms.mart;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCodec;
import io.growthline.domain.contract.RowOrder;
import io.growthline.domain.contract.TableSpec;
import io.growthline.transforms.block.PartitionPacker;
import io.growthline.transforms.block.RowSorter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Packs mart rows of customers that come in the order of their ids. Tables that are ordered by
 * customer are packed as they come; of others rows are gathered and sorted.
 */
final class MartRows {
  private final String run;
  private final BiConsumer<String, byte[]> consumer;
  private final PartitionPacker packer;
  private final Map<TableSpec<?>, Packed<?>> tables = new HashMap<>();

  /**
   * @param run names the rows, see {@link PartitionPacker}
   * @param consumer takes partitions and blocks
   */
  MartRows(String run, BiConsumer<String, byte[]> consumer) {
    this.run = run;
    this.consumer = consumer;
    this.packer = new PartitionPacker(run, consumer);
  }

  /** Adds the rows of one customer, in any order. */
  <R extends Record> void add(TableSpec<R> table, List<R> rows) {
    packed(table).add(rows);
  }

  /** Hands on what is left. */
  void flush() {
    packer.flush();
    tables.values().forEach(Packed::flush);
  }

  @SuppressWarnings("unchecked") // each table has what packs its own rows
  private <R extends Record> Packed<R> packed(TableSpec<R> table) {
    return (Packed<R>)
        tables.computeIfAbsent(
            table,
            t ->
                table.order().get(0).equals("customer_id")
                    ? new ByCustomer<>(table)
                    : new Gathered<>(table));
  }

  private interface Packed<R extends Record> {
    void add(List<R> rows);

    void flush();
  }

  private final class ByCustomer<R extends Record> implements Packed<R> {
    private final TableSpec<R> table;
    private final RowCodec<R> codec;
    private final RowOrder order;
    private final RowBuffer buffer = new RowBuffer(1 << 12);
    private final List<Slice> slices = new ArrayList<>();

    /** A row in the buffer, and where its columns are that decide the order. */
    private record Slice(int offset, int length, int[] at) {}

    ByCustomer(TableSpec<R> table) {
      this.table = table;
      this.codec = RowCodec.of(table);
      this.order = RowOrder.of(table);
    }

    @Override
    public void add(List<R> rows) {
      buffer.clear();
      slices.clear();
      for (R row : rows) {
        int start = buffer.size();
        codec.write(row, buffer);
        slices.add(
            new Slice(start, buffer.size() - start, order.positions(buffer.array(), start, null)));
      }
      byte[] bytes = buffer.array();
      slices.sort((a, b) -> order.compareAt(bytes, a.at, bytes, b.at));
      for (Slice slice : slices) {
        packer.add(table, bytes, slice.offset, slice.length);
      }
    }

    @Override
    public void flush() {}
  }

  private final class Gathered<R extends Record> implements Packed<R> {
    private final RowSorter<R> sorter;

    Gathered(TableSpec<R> table) {
      sorter = new RowSorter<>(table, run, consumer);
    }

    @Override
    public void add(List<R> rows) {
      rows.forEach(sorter::add);
    }

    @Override
    public void flush() {
      sorter.flush();
    }
  }
}
