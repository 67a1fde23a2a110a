package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.Payloads;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream whose records are slices of one buffer, which grows only for a large record. */
abstract class SlicedStream implements Closeable {
  /** Bytes of a record that is too large, so that it stays recognisably too large. */
  static final int KEPT_AT_MOST = Payloads.MAX_BYTES + 1;

  private final InputStream in;
  private final int chunk;

  /** What was read and not passed yet lies from {@link #position} to {@link #limit}. */
  byte[] buffer;

  int position;
  int limit;

  /** Where the record begins in {@link #buffer}, until the next one. */
  int start;

  int length;

  /**
   * @param chunk bytes to read at once
   */
  SlicedStream(InputStream in, int chunk) {
    this.in = in;
    this.chunk = chunk;
    this.buffer = new byte[2 * chunk];
  }

  /** A copy of the record as it came, without the end of its last line. */
  final byte[] toBytes() {
    return Arrays.copyOfRange(buffer, start, start + length);
  }

  /**
   * Reads another chunk; false at the end of the stream. Moves what is left of the buffer to its
   * front when there is no room.
   */
  final boolean fill() throws IOException {
    if (buffer.length - limit < chunk) {
      int left = limit - position;
      byte[] target = buffer.length - left < chunk ? new byte[2 * buffer.length] : buffer;
      System.arraycopy(buffer, position, target, 0, left);
      buffer = target;
      position = 0;
      limit = left;
    }
    int count = in.read(buffer, limit, chunk);
    limit += Math.max(0, count);
    return count > 0;
  }

  @Override
  public final void close() throws IOException {
    in.close();
  }
}
