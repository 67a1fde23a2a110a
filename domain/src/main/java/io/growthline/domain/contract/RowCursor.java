package io.growthline.domain.contract;

import java.nio.charset.StandardCharsets;

/** Reads what a {@link RowBuffer} wrote, from a position on. Not thread-safe. */
public final class RowCursor {
  private byte[] bytes;
  private int position;

  /** Moves to a position of an array, which is not copied. */
  public RowCursor at(byte[] array, int offset) {
    bytes = array;
    position = offset;
    return this;
  }

  public byte[] array() {
    return bytes;
  }

  public int position() {
    return position;
  }

  public void skip(int count) {
    position += count;
  }

  public int readByte() {
    return bytes[position++];
  }

  /**
   * @throws IllegalStateException when the bytes are no number in base 128
   */
  public long readVarint() {
    byte first = bytes[position++];
    if (first >= 0) {
      return first;
    }
    long value = first & 0x7F;
    for (int shift = 7; shift < Long.SIZE; shift += 7) {
      byte next = bytes[position++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalStateException("A number is longer than 64 bits: the bytes are damaged");
  }

  public long readZigzag() {
    long bits = readVarint();
    return (bits >>> 1) ^ -(bits & 1);
  }

  public long readLong() {
    long value = (long) RowBuffer.LONG.get(bytes, position);
    position += Long.BYTES;
    return value;
  }

  /** A text; null where null was written. */
  public String readText() {
    int length = (int) readVarint() - 1;
    if (length < 0) {
      return null;
    }
    String text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }
}
