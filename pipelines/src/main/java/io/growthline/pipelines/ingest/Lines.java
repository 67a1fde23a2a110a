package io.growthline.pipelines.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Splits a stream into lines of bytes, which are slices of one buffer. A line that is too large to
 * be a record is cut, so that it cannot exhaust memory, but stays recognisably too large.
 */
final class Lines extends SlicedStream {
  private static final int CHUNK = 1 << 17;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private long number;

  Lines(InputStream in) {
    super(in, CHUNK);
  }

  /** Moves to the next line; false at the end of the stream. */
  boolean next() throws IOException {
    int scanned = 0;
    while (true) {
      int end = indexOfNewline(buffer, position + scanned, limit);
      if (end >= 0) {
        take(end, end + 1);
        return true;
      }
      // Of a line that is too large what follows is dropped as it comes.
      limit = Math.min(limit, position + KEPT_AT_MOST);
      scanned = limit - position;
      if (!fill()) {
        if (scanned > 0) {
          take(limit, limit);
        }
        return scanned > 0;
      }
    }
  }

  /** The array that holds the line until the next call of {@link #next}. */
  byte[] array() {
    return buffer;
  }

  /** Where the line begins in {@link #array}. */
  int start() {
    return start;
  }

  /** Bytes of the line without its end. */
  int length() {
    return length;
  }

  /** Number of the line, from 1. */
  long number() {
    return number;
  }

  private void take(int end, int next) {
    start = position;
    length = Math.min(end - position, KEPT_AT_MOST);
    position = next;
    number++;
  }

  // Eight bytes at a time.
  private static int indexOfNewline(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long word = (long) LONG.get(bytes, at) ^ ('\n' * ONES);
      long found = (word - ONES) & ~word & HIGH_BITS;
      if (found != 0) {
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    for (; at < to; at++) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }
}
