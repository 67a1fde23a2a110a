package io.growthline.transforms.block;

import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.Micros;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCodec;
import io.growthline.domain.contract.RowLayout;
import io.growthline.domain.contract.TableSpec;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Packs rows of tables into sorted runs, one for each partition, and hands full blocks on under the
 * key of the partition (see {@link Partition#key}). Rows of a table must be added in its order (see
 * {@link TableSpec#order}); {@link SortedRuns} refuses a run that is not.
 */
public final class PartitionPacker implements RowPacking.Packer {
  private final String run;
  private final BiConsumer<String, byte[]> consumer;
  private final Map<TableSpec<?>, TablePacker<?>> tables = new HashMap<>();

  /**
   * @param run names the run; no other run of the same partition may have the name
   * @param consumer takes the key of the partition and the block
   */
  public PartitionPacker(String run, BiConsumer<String, byte[]> consumer) {
    this.run = run;
    this.consumer = consumer;
  }

  public <T extends Record> void add(TableSpec<T> table, T row) {
    packer(table).add(row);
  }

  /** Adds an encoded row. */
  @Override
  public void add(TableSpec<?> table, byte[] bytes, int offset, int length) {
    packer(table).add(bytes, offset, length);
  }

  @Override
  public void flush() {
    tables.values().forEach(TablePacker::flush);
  }

  @SuppressWarnings("unchecked") // each table has the packer of its own rows
  private <T extends Record> TablePacker<T> packer(TableSpec<T> table) {
    return (TablePacker<T>) tables.computeIfAbsent(table, t -> new TablePacker<>(table));
  }

  private final class TablePacker<T extends Record> {
    private final TableSpec<T> table;
    private final int version;
    private final RowCodec<T> codec;
    private final RowLayout layout;
    private final int partition;
    private final RowBuffer row = new RowBuffer(256);
    private final TreeMap<Long, Month> months = new TreeMap<>();
    private Month current;

    TablePacker(TableSpec<T> table) {
      this.table = table;
      this.version = RunBlock.version(table);
      this.codec = RowCodec.of(table);
      this.layout = RowLayout.of(table);
      this.partition = table.partition().map(table::indexOf).orElse(-1);
    }

    void add(T record) {
      row.clear();
      codec.write(record, row);
      add(row.array(), 0, row.size());
    }

    void add(byte[] bytes, int offset, int length) {
      Month month = month(bytes, offset);
      month.rows.putVarint(length);
      month.rows.putBytes(bytes, offset, length);
      if (month.rows.size() >= BucketPacker.BLOCK_BYTES) {
        month.handOn();
      }
    }

    void flush() {
      months.values().forEach(Month::handOn);
    }

    private Month month(byte[] bytes, int offset) {
      long day = partition < 0 ? 0 : day(bytes, layout.position(bytes, offset, partition));
      if (current == null || day < current.first || day >= current.end) {
        LocalDate first = LocalDate.ofEpochDay(day).withDayOfMonth(1);
        current = months.computeIfAbsent(first.toEpochDay(), f -> new Month(first));
      }
      return current;
    }

    private long day(byte[] bytes, int position) {
      long value = layout.number(bytes, position, partition);
      return layout.type(partition) == ColumnType.TIMESTAMP ? Micros.toEpochDay(value) : value;
    }

    private final class Month {
      private final long first;
      private final long end;
      private final String key;
      private final RowBuffer rows = new RowBuffer(1 << 12);
      private int number;

      Month(LocalDate first) {
        this.first = partition < 0 ? Long.MIN_VALUE : first.toEpochDay();
        this.end = partition < 0 ? Long.MAX_VALUE : first.plusMonths(1).toEpochDay();
        this.key =
            new Partition(table.id(), partition < 0 ? "" : first.toString().substring(0, 7)).key();
      }

      void handOn() {
        if (rows.size() > 0) {
          consumer.accept(key, RunBlock.pack(version, run, number++, rows));
          rows.clear();
        }
      }
    }
  }
}
