package io.growthline.pipelines.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One process that was measured.
 *
 * @param usage what it cost
 * @param rows rows that it wrote
 * @param workSeconds wall time of its work alone, without starting and ending
 * @param shuffledBytes bytes that went through a shuffle; null when it shuffled nothing
 */
public record Measurement(ProcessUsage usage, long rows, double workSeconds, Long shuffledBytes) {

  /** The one with the median wall time, of an even number the faster of the two in the middle. */
  static Measurement median(List<Measurement> repeats) {
    return repeats.stream()
        .sorted(Comparator.comparing(m -> m.usage().wallSeconds()))
        .toList()
        .get((repeats.size() - 1) / 2);
  }

  /** Processes that ran one after the other as one: sums, and the largest peak of memory. */
  static Measurement total(List<Measurement> parts) {
    return new Measurement(
        ProcessUsage.total(parts.stream().map(Measurement::usage).toList()),
        parts.stream().mapToLong(Measurement::rows).sum(),
        parts.stream().mapToDouble(Measurement::workSeconds).sum(),
        parts.stream()
            .map(Measurement::shuffledBytes)
            .filter(Objects::nonNull)
            .reduce(Long::sum)
            .orElse(null));
  }

  /** Rows a second of wall time. */
  double rowsPerSecond() {
    return rows / usage.wallSeconds();
  }
}
