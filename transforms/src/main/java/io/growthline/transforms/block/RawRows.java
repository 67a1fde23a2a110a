package io.growthline.transforms.block;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCodec;
import io.growthline.domain.contract.RowLayout;
import io.growthline.domain.contract.TableSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes and decodes rows of all raw tables, by the position of their table in {@link
 * Contracts#RAW}. Not thread-safe.
 */
public final class RawRows {
  // All raw tables begin with the same columns.
  public static final int EVENT_ID = 0;
  public static final int IDEMPOTENCY_KEY = 1;
  public static final int CUSTOMER_ID = 2;
  public static final int OCCURRED_AT = 3;
  public static final int INGESTED_AT = 4;

  /** How the columns that all raw tables share follow each other. */
  public static final RowLayout SHARED = RowLayout.of(Contracts.RAW.get(0));

  private final List<RowCodec<Record>> codecs = new ArrayList<>();
  private final RowBuffer buffer = new RowBuffer(512);

  public RawRows() {
    Contracts.RAW.forEach(table -> codecs.add(codec(table)));
  }

  @SuppressWarnings("unchecked") // a codec only meets rows of its own table, by position
  private static RowCodec<Record> codec(TableSpec<? extends Record> table) {
    return (RowCodec<Record>) RowCodec.of(table);
  }

  /** The encoded row, in a buffer that the next call overwrites. */
  public RowBuffer encode(int table, Record row) {
    buffer.clear();
    codecs.get(table).write(row, buffer);
    return buffer;
  }

  /** The row that begins at {@code offset}. */
  public Record decode(int table, byte[] bytes, int offset) {
    return codecs.get(table).read(bytes, offset);
  }
}
