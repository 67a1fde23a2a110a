package io.growthline.pipelines.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * All members of a gzip file (RFC 1952), one behind the other. The JDK's stream ends in silence at
 * a member whose header is damaged, and never looks for a second one when its source cannot say
 * what is available; here everything up to the damage is given and the damage is an error.
 */
final class GzipMembers extends InflaterInputStream {
  private static final int BUFFER = 1 << 16;
  private static final int FIRST_BYTE = 0x1f;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final PushbackInputStream source;
  private final CRC32 checksum = new CRC32();
  private boolean ended;

  /**
   * Opens the first member.
   *
   * @throws UnreadableFileException when there is something else
   */
  GzipMembers(InputStream in) throws IOException {
    this(new PushbackInputStream(in, BUFFER));
  }

  private GzipMembers(PushbackInputStream in) throws IOException {
    super(in, new Inflater(true), BUFFER);
    source = in;
    checkFirst();
    ended = !openMember();
  }

  private void checkFirst() throws IOException {
    int first = source.read();
    if (first >= 0 && first != FIRST_BYTE) {
      throw new UnreadableFileException(
          "its name ends in .gz, but it is not compressed: rename it, or compress it with gzip");
    } else if (first >= 0) {
      source.unread(first);
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (!ended && length > 0) {
      int count = super.read(target, offset, length);
      if (count > 0) {
        checksum.update(target, offset, count);
        return count;
      }
      closeMember();
      ended = !openMember();
    }
    return length == 0 ? 0 : -1;
  }

  @Override
  public void close() throws IOException {
    super.close();
    inf.end();
  }

  /** Reads a header; false when the file ends here. */
  private boolean openMember() throws IOException {
    int first = source.read();
    if (first < 0) {
      return false;
    }
    if (first != FIRST_BYTE || next() != 0x8b || next() != 8) {
      throw new ZipException("no gzip header");
    }
    int flags = next();
    if ((flags & RESERVED) != 0) {
      throw new ZipException("reserved flags");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skip(2);
    }
    inf.reset();
    checksum.reset();
    return true;
  }

  private void closeMember() throws IOException {
    if (!inf.finished()) {
      throw new ZipException("a dictionary is needed");
    }
    source.unread(buf, len - inf.getRemaining(), inf.getRemaining());
    if (fourBytes() != checksum.getValue()
        || fourBytes() != (inf.getBytesWritten() & 0xffffffffL)) {
      throw new ZipException("wrong checksum or length");
    }
  }

  private long fourBytes() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // only its end matters
    }
  }

  private int next() throws IOException {
    int value = source.read();
    if (value < 0) {
      throw new EOFException();
    }
    return value;
  }
}
