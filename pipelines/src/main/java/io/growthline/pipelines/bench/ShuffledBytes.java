package io.growthline.pipelines.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in the log of a run how many bytes its pipelines shuffled. */
final class ShuffledBytes {
  private static final Pattern COUNTER = Pattern.compile("Counters of .*\\bshuffle/bytes=(\\d+)");

  private ShuffledBytes() {}

  /** The sum over all pipelines; null when none shuffled blocks. */
  static Long in(Path log) {
    try {
      return Files.exists(log) ? in(Files.readAllLines(log)) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + log, e);
    }
  }

  static Long in(List<String> log) {
    List<Long> bytes =
        log.stream()
            .map(COUNTER::matcher)
            .filter(Matcher::find)
            .map(counter -> Long.valueOf(counter.group(1)))
            .toList();
    return bytes.isEmpty() ? null : (Long) bytes.stream().mapToLong(Long::longValue).sum();
  }
}
