package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.RowParser;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Splits a stream into lines of bytes. A line that is too large to be a record is cut, so that it
 * cannot exhaust memory, but stays recognisably too large.
 */
final class Lines implements Closeable {
  private static final int KEPT_AT_MOST = RowParser.MAX_PAYLOAD_BYTES + 1;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long number;

  Lines(InputStream in) {
    this.in = in;
  }

  /** The next line without its end, or null at the end of the stream. */
  byte[] next() throws IOException {
    ByteArrayOutputStream pending = null;
    while (true) {
      if (position == limit) {
        limit = in.read(buffer, 0, buffer.length);
        position = 0;
        if (limit <= 0) {
          limit = 0;
          return pending == null ? null : complete(pending.toByteArray());
        }
      }
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      if (pending == null && end < limit) {
        byte[] line = java.util.Arrays.copyOfRange(buffer, position, end);
        position = end + 1;
        return complete(line);
      }
      pending = pending == null ? new ByteArrayOutputStream(buffer.length) : pending;
      pending.write(buffer, position, Math.min(end - position, KEPT_AT_MOST - pending.size()));
      position = end;
      if (end < limit) {
        position++;
        return complete(pending.toByteArray());
      }
    }
  }

  /** Number of the line that {@link #next()} gave last, from 1. */
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private byte[] complete(byte[] line) {
    number++;
    return line;
  }
}
