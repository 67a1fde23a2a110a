package io.growthline.benchmarks;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class EveryBenchmarkRunsTest {
  @Test
  void eachBenchmarkMeasuresSomething() throws RunnerException {
    OptionsBuilder once = new OptionsBuilder();
    once.include("io.growthline.*")
        .forks(0)
        .warmupIterations(0)
        .measurementIterations(1)
        .measurementTime(new TimeValue(10, TimeUnit.MILLISECONDS))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);

    assertThat(new Runner(once.build()).run(), hasSize(9));
  }
}
