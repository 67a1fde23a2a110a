package io.growthline.domain.contract;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A compact binary form of the rows of one table: a presence byte for nullable columns, variable
 * length integers, instants in microseconds since the epoch. Both sides must know the same
 * contract, so it serves data in flight, never data at rest.
 *
 * @param <T> the record of one row
 */
public final class RecordCodec<T extends Record> {
  private final TableSpec<T> spec;

  public RecordCodec(TableSpec<T> spec) {
    this.spec = spec;
  }

  public void write(T row, DataOutput out) throws IOException {
    for (int i = 0; i < spec.columns().size(); i++) {
      ColumnSpec column = spec.columns().get(i);
      Object value = spec.value(row, i);
      if (column.nullable()) {
        out.writeByte(value == null ? 0 : 1);
        if (value == null) {
          continue;
        }
      } else if (value == null) {
        throw new IOException(spec.id() + "." + column.name() + " must not be null");
      }
      switch (column.type()) {
        case STRING -> writeString((String) value, out);
        case INT64 -> writeLong((Long) value, out);
        case FLOAT64 -> out.writeDouble((Double) value);
        case BOOL -> out.writeBoolean((Boolean) value);
        case TIMESTAMP -> writeLong(toMicros((Instant) value), out);
        case DATE -> writeLong(((LocalDate) value).toEpochDay(), out);
      }
    }
  }

  public T read(DataInput in) throws IOException {
    Object[] values = new Object[spec.columns().size()];
    for (int i = 0; i < values.length; i++) {
      ColumnSpec column = spec.columns().get(i);
      if (column.nullable() && in.readByte() == 0) {
        continue;
      }
      values[i] =
          switch (column.type()) {
            case STRING -> readString(in);
            case INT64 -> readLong(in);
            case FLOAT64 -> in.readDouble();
            case BOOL -> in.readBoolean();
            case TIMESTAMP -> ofMicros(readLong(in));
            case DATE -> LocalDate.ofEpochDay(readLong(in));
          };
    }
    return spec.create(values);
  }

  /** Microseconds since the epoch, the precision that BigQuery and DuckDB keep. */
  public static long toMicros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }

  /** The instant that many microseconds after the epoch. */
  public static Instant ofMicros(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
  }

  private static void writeString(String value, DataOutput out) throws IOException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    writeLong(bytes.length, out);
    out.write(bytes);
  }

  private static String readString(DataInput in) throws IOException {
    byte[] bytes = new byte[Math.toIntExact(readLong(in))];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  // Zigzag and base 128, as in protocol buffers.
  private static void writeLong(long value, DataOutput out) throws IOException {
    long bits = (value << 1) ^ (value >> 63);
    while ((bits & ~0x7FL) != 0) {
      out.writeByte((int) ((bits & 0x7F) | 0x80));
      bits >>>= 7;
    }
    out.writeByte((int) bits);
  }

  private static long readLong(DataInput in) throws IOException {
    long bits = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte b = in.readByte();
      bits |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return (bits >>> 1) ^ -(bits & 1);
      }
    }
    throw new IOException("Malformed variable length integer");
  }
}
