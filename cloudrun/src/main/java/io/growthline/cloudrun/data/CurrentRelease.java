package io.growthline.cloudrun.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Which directory is served. A laptop has one. In the cloud the file {@code CURRENT} names one of
 * the directories below {@code releases}, so that tables and models change together, and go back
 * together.
 */
final class CurrentRelease {
  private static final String POINTER = "CURRENT";

  private final Path data;
  private final long maxAge;
  private final LongSupplier nanoTime;
  private Path current;
  private long readAt;

  /**
   * @param maxAge how long what was read is used; a mounted bucket answers slowly
   * @param nanoTime a clock such as {@link System#nanoTime}
   */
  CurrentRelease(Path data, Duration maxAge, LongSupplier nanoTime) {
    this.data = data;
    this.maxAge = maxAge.toNanos();
    this.nanoTime = nanoTime;
  }

  synchronized Path directory() {
    long now = nanoTime.getAsLong();
    if (current == null || now - readAt >= maxAge) {
      current = read();
      readAt = now;
    }
    return current;
  }

  private Path read() {
    Path pointer = data.resolve(POINTER);
    try {
      String name = Files.readString(pointer).strip();
      if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
        throw new NotPublishedException(
            pointer + " does not hold the name of a release; write one of those in releases/",
            null);
      }
      return data.resolve("releases").resolve(name);
    } catch (NoSuchFileException e) {
      return data;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + pointer, e);
    }
  }
}
