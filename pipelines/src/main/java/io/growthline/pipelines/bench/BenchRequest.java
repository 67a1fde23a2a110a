package io.growthline.pipelines.bench;

import io.growthline.pipelines.run.Stage;
import java.nio.file.Path;
import java.util.List;

/**
 * What a user asks of a benchmark.
 *
 * @param directory where generated data, logs and the report go
 * @param customers customers at size 1
 * @param months months of data at every size
 * @param seed seed of the generator
 * @param starts how often to measure ingest of few records; 0 for never
 * @param sizes multiples of {@code customers}, in the order in which they are measured
 * @param stages stages to measure, in the order in which they run
 * @param repeat how often each is measured
 * @param reference whether DuckDB makes the same tables, to compare times and rows
 */
public record BenchRequest(
    Path directory,
    int customers,
    int months,
    long seed,
    int starts,
    List<Integer> sizes,
    List<Stage> stages,
    int repeat,
    boolean reference) {

  /** Generated data of a number of customers and months. */
  DataSet dataOf(int number, int duration) {
    return new DataSet(directory.resolve("data"), number, duration, seed);
  }
}
