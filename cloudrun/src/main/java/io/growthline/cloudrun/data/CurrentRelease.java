package io.growthline.cloudrun.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Which directory is served. A laptop has one. In the cloud the file {@code CURRENT} names one of
 * the directories below {@code releases}, so that tables and models change together, and go back
 * together.
 */
final class CurrentRelease {
  private static final String POINTER = "CURRENT";

  private CurrentRelease() {}

  /**
   * The directory with the warehouse and the models.
   *
   * @throws NotPublishedException when the pointer does not hold the name of a release
   */
  static Path of(Path data) {
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
