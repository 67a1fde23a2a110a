package io.growthline.pipelines.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds the lock under which a local warehouse publishes. A run of another process goes as far as
 * publishing and waits there, so that it can be stopped at a known place.
 */
final class HeldPublication implements AutoCloseable {
  private final FileChannel channel;

  private HeldPublication(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits for a publication that is under way, and holds the next one. */
  static HeldPublication of(Path data) throws IOException {
    Files.createDirectories(warehouse(data));
    FileChannel channel =
        FileChannel.open(
            warehouse(data).resolve("_lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    return new HeldPublication(channel);
  }

  /** Rows that are written and not published. */
  static List<Path> staged(Path data) {
    return files(warehouse(data).resolve("_staging"));
  }

  /** Whether a run has begun to write rows, beside those that lay there before. */
  static boolean isStaging(Path data, List<Path> before) {
    return !before.containsAll(staged(data));
  }

  /** All files below a folder; those that vanish meanwhile may be missing. */
  static List<Path> files(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (UncheckedIOException | IOException e) {
      return List.of();
    }
  }

  static Path warehouse(Path data) {
    return data.resolve("warehouse");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
