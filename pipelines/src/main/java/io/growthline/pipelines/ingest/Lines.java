package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.Payloads;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Splits a stream into lines of bytes, which are slices of one buffer. A line that is too large to
 * be a record is cut, so that it cannot exhaust memory, but stays recognisably too large.
 */
final class Lines implements Closeable {
  private static final int KEPT_AT_MOST = Payloads.MAX_BYTES + 1;
  private static final int CHUNK = 1 << 17;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final InputStream in;
  private byte[] buffer = new byte[2 * CHUNK];
  private int position;
  private int limit;
  private int start;
  private int length;
  private long number;

  Lines(InputStream in) {
    this.in = in;
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

  /** A copy of the line. */
  byte[] toBytes() {
    return Arrays.copyOfRange(buffer, start, start + length);
  }

  /** Number of the line, from 1. */
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void take(int end, int next) {
    start = position;
    length = Math.min(end - position, KEPT_AT_MOST);
    position = next;
    number++;
  }

  // Moves what is left of the buffer to its front when there is no room for another chunk.
  private boolean fill() throws IOException {
    if (buffer.length - limit < CHUNK) {
      int left = limit - position;
      byte[] target = buffer.length - left < CHUNK ? new byte[2 * buffer.length] : buffer;
      System.arraycopy(buffer, position, target, 0, left);
      buffer = target;
      position = 0;
      limit = left;
    }
    int count = in.read(buffer, limit, CHUNK);
    limit += Math.max(0, count);
    return count > 0;
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
