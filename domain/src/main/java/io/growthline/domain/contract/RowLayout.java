package io.growthline.domain.contract;

import java.util.List;

/**
 * How the columns of a table follow each other in an encoded row, so that single columns can be
 * found and compared without making a record. Immutable and thread-safe.
 *
 * <p>A text is its length plus one and its UTF-8 bytes, 0 for null. Other nullable columns begin
 * with a byte that is 0 for null and 1 otherwise. Whole numbers and days since the epoch are zigzag
 * varints; instants, in microseconds since the epoch, and floating-point numbers are eight bytes.
 */
public final class RowLayout {
  private static final ClassValue<RowLayout> CACHE =
      new ClassValue<>() {
        @Override
        protected RowLayout computeValue(Class<?> type) {
          return new RowLayout(TableSpec.of(type.asSubclass(Record.class)).columns());
        }
      };

  private final ColumnType[] types;
  private final boolean[] flagged;

  private RowLayout(List<ColumnSpec> columns) {
    types = columns.stream().map(ColumnSpec::type).toArray(ColumnType[]::new);
    flagged = new boolean[types.length];
    for (int i = 0; i < types.length; i++) {
      flagged[i] = columns.get(i).nullable() && types[i] != ColumnType.STRING;
    }
  }

  /** The layout of the rows of a table. */
  public static RowLayout of(TableSpec<?> table) {
    return CACHE.get(table.type());
  }

  /** Number of columns. */
  public int columns() {
    return types.length;
  }

  public ColumnType type(int column) {
    return types[column];
  }

  /** Whether a byte before the value says if there is one. */
  boolean isFlagged(int column) {
    return flagged[column];
  }

  /** Position of a column in the row that begins at {@code offset}. */
  public int position(byte[] bytes, int offset, int column) {
    int position = offset;
    for (int i = 0; i < column; i++) {
      position = skip(bytes, position, i);
    }
    return position;
  }

  /** Position after the column at {@code position}. */
  public int skip(byte[] bytes, int position, int column) {
    int at = position;
    if (flagged[column] && bytes[at++] == 0) {
      return at;
    }
    return switch (types[column]) {
      case STRING -> {
        int length = length(bytes, at);
        yield afterVarint(bytes, at) + Math.max(0, length);
      }
      case INT64, DATE -> afterVarint(bytes, at);
      case FLOAT64, TIMESTAMP -> at + Long.BYTES;
      case BOOL -> at + 1;
    };
  }

  /** Whether the column at {@code position} is null. */
  public boolean isNull(byte[] bytes, int position, int column) {
    return (flagged[column] || types[column] == ColumnType.STRING) && bytes[position] == 0;
  }

  /**
   * A whole number, an instant in microseconds, a day since the epoch, or the bits of a
   * floating-point number; not null.
   */
  public long number(byte[] bytes, int position, int column) {
    int at = flagged[column] ? position + 1 : position;
    return switch (types[column]) {
      case INT64, DATE -> {
        long bits = varint(bytes, at);
        yield (bits >>> 1) ^ -(bits & 1);
      }
      case FLOAT64, TIMESTAMP -> (long) RowBuffer.LONG.get(bytes, at);
      case BOOL -> bytes[at];
      case STRING -> throw new IllegalArgumentException("Column " + column + " is a text");
    };
  }

  /** Bytes of the text at {@code position}; -1 for null. */
  public static int length(byte[] bytes, int position) {
    return (int) varint(bytes, position) - 1;
  }

  /** Where the bytes of the text at {@code position} begin. */
  public static int textStart(byte[] bytes, int position) {
    return afterVarint(bytes, position);
  }

  /** Appends a nullable column without a value. */
  public void putNull(RowBuffer out) {
    out.putByte(0);
  }

  /**
   * Appends a column that is no text.
   *
   * @param value what {@link #number} gives
   */
  public void putNumber(int column, long value, RowBuffer out) {
    if (flagged[column]) {
      out.putByte(1);
    }
    switch (types[column]) {
      case INT64, DATE -> out.putZigzag(value);
      case FLOAT64, TIMESTAMP -> out.putLong(value);
      case BOOL -> out.putByte((int) value);
      case STRING -> throw new IllegalArgumentException("Column " + column + " is a text");
    }
  }

  private static int afterVarint(byte[] bytes, int position) {
    int at = position;
    while (bytes[at] < 0) {
      at++;
    }
    return at + 1;
  }

  private static long varint(byte[] bytes, int position) {
    byte first = bytes[position];
    if (first >= 0) {
      return first;
    }
    long value = first & 0x7F;
    int at = position + 1;
    for (int shift = 7; shift < Long.SIZE; shift += 7) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalStateException("A number is longer than 64 bits: the bytes are damaged");
  }
}
