package io.growthline.domain.contract;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Bytes that grow: rows are written here without an object or a call per byte. The counterpart of
 * {@link RowCursor}. Not thread-safe.
 */
public final class RowBuffer {
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int LONGEST_VARINT = 10;

  private byte[] bytes;
  private int size;

  /**
   * @param capacity bytes that fit before the buffer grows, at least 1
   */
  public RowBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  /** The bytes written so far, at the start of an array that may be longer and will change. */
  public byte[] array() {
    return bytes;
  }

  public int size() {
    return size;
  }

  /** Forgets what was written after the first {@code length} bytes. */
  public void truncate(int length) {
    size = length;
  }

  public void clear() {
    size = 0;
  }

  /** A copy of the bytes written so far. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  public void putByte(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
  }

  /** An unsigned number in base 128, low digits first: one byte below 128. */
  public void putVarint(long value) {
    ensure(LONGEST_VARINT);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** A signed number, zigzag as in protocol buffers, so that small negative ones are short too. */
  public void putZigzag(long value) {
    putVarint((value << 1) ^ (value >> 63));
  }

  /** Eight bytes. */
  public void putLong(long value) {
    ensure(Long.BYTES);
    LONG.set(bytes, size, value);
    size += Long.BYTES;
  }

  /** A text in UTF-8 after its length plus one; 0 for null. */
  public void putText(String text) {
    if (text == null) {
      putByte(0);
      return;
    }
    int length = text.length();
    int start = size;
    putVarint(length + 1L);
    ensure(length);
    int at = size;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        size = start;
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        putText(utf8, 0, utf8.length);
        return;
      }
      bytes[at + i] = (byte) c;
    }
    size = at + length;
  }

  /** A text that is already in UTF-8, after its length plus one. */
  public void putText(byte[] utf8, int offset, int length) {
    putVarint(length + 1L);
    putBytes(utf8, offset, length);
  }

  /** A value of a column type; only a text may be null. */
  void putValue(ColumnType type, Object value) {
    switch (type) {
      case STRING -> putText((String) value);
      case INT64 -> putZigzag((Long) value);
      case FLOAT64 -> putLong(Double.doubleToRawLongBits((Double) value));
      case BOOL -> putByte((Boolean) value ? 1 : 0);
      case TIMESTAMP -> putLong(Micros.of((Instant) value));
      case DATE -> putZigzag(((LocalDate) value).toEpochDay());
    }
  }

  public void putBytes(byte[] source, int offset, int length) {
    ensure(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), grown()));
    }
  }

  private int grown() {
    return (int) Math.min(Integer.MAX_VALUE - 8L, bytes.length * 2L);
  }
}
