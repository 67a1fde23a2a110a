package io.growthline.pipelines.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * The result of a benchmark.
 *
 * @param machine where it ran
 * @param months months of data
 * @param seed seed of the generator
 * @param repeat how often each stage was measured
 * @param start ingest of few records, which costs little but its start; null when not measured
 * @param sizes results by size, in the order in which they were measured
 */
public record BenchReport(
    Machine machine, int months, long seed, int repeat, SizeReport start, List<SizeReport> sizes) {

  /** What went wrong, one sentence each; empty when nothing did. */
  public List<String> failures() {
    return Stream.concat(Stream.ofNullable(start), sizes.stream())
        .flatMap(size -> size.failures().stream())
        .toList();
  }
}
