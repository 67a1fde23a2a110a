package io.growthline.pipelines.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When local files were changed, in content or in anything else: the change time that Unix file
 * systems keep, which no program can set. A file of the same size and change time is the same file.
 */
final class ChangeTimes {
  // A change within the tick of the clock that stamped the one before would bear the same time.
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private ChangeTimes() {}

  /**
   * The time of the last change, in microseconds; empty of a file that was changed just now or lies
   * where nobody keeps such times.
   */
  static Optional<Instant> of(LandingFile file) {
    if (file.uri().contains("://")) {
      return Optional.empty();
    }
    try {
      Instant now = Instant.now();
      FileTime changed = (FileTime) Files.getAttribute(Path.of(file.uri()), "unix:ctime");
      return Optional.of(changed.toInstant().truncatedTo(ChronoUnit.MICROS))
          .filter(at -> at.isBefore(now.minus(SETTLED)));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
