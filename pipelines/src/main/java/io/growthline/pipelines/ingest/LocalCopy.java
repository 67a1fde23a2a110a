package io.growthline.pipelines.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A copy of a file that can be read at random, which a bucket cannot; it goes when it is closed. A
 * copy also is what the checksum of the file is of.
 */
final class LocalCopy {
  private LocalCopy() {}

  /**
   * Copies what a channel gives.
   *
   * @throws FileIntake.OutputException when it cannot be written: a full disk is no fault of the
   *     file, which would then be skipped for good as unreadable
   */
  static SeekableByteChannel of(ReadableByteChannel channel) throws IOException {
    Path copy = temporary();
    try {
      write(channel, copy);
      return Files.newByteChannel(
          copy, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("growthline", ".parquet");
    } catch (IOException e) {
      throw new FileIntake.OutputException(new UncheckedIOException(e));
    }
  }

  private static void write(ReadableByteChannel from, Path to) throws IOException {
    byte[] chunk = new byte[1 << 17];
    InputStream in = Channels.newInputStream(from);
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.APPEND)) {
        out.write(chunk, 0, count);
      } catch (IOException e) {
        throw new FileIntake.OutputException(new UncheckedIOException(e));
      }
    }
  }
}
