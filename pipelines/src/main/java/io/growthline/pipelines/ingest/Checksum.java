package io.growthline.pipelines.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Opens a file and takes the checksum of the very bytes that are read, so that a file which is
 * replaced meanwhile is never taken for the new one. MD5 is what Cloud Storage knows of its
 * objects; it distinguishes versions of a file and is no protection against forgery.
 */
final class Checksum implements LandingReader.Opener {
  private static final String UNREADABLE = "unreadable";
  private static final int CHUNK = 1 << 16;

  private final LandingReader.Opener file;
  private String value;

  Checksum(LandingReader.Opener file) {
    this.file = file;
  }

  @Override
  public ReadableByteChannel open() throws IOException {
    value = UNREADABLE;
    return new Digesting(file.open());
  }

  /** The checksum in base64, of a file that was opened and closed, or else is read now. */
  String value() {
    if (value == null) {
      try {
        open().close();
      } catch (IOException e) {
        value = UNREADABLE;
      }
    }
    return value;
  }

  private final class Digesting implements ReadableByteChannel {
    private final ReadableByteChannel channel;
    private final MessageDigest digest = md5();

    Digesting(ReadableByteChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      int start = target.position();
      int count = channel.read(target);
      if (count > 0) {
        digest.update(target.duplicate().flip().position(start));
      }
      return count;
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    // Readers may stop early, for example at a damaged place; the checksum is of the whole file.
    @Override
    public void close() throws IOException {
      if (!channel.isOpen()) {
        return;
      }
      try (channel) {
        ByteBuffer rest = ByteBuffer.allocate(CHUNK);
        while (read(rest) >= 0) {
          rest.clear();
        }
        value = Base64.getEncoder().encodeToString(digest.digest());
      }
    }
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }
}
