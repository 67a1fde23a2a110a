package io.growthline.transforms.ingest;

import io.growthline.benchmarks.Sample;
import io.growthline.transforms.block.RawRow;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Judging all rows of a bucket of 40 customers, unpacking included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class JudgeBenchmark {
  private List<byte[]> blocks;

  @Setup
  public void packRows() {
    blocks = new Sample().blocks();
  }

  @Benchmark
  public void judge(Blackhole hole) {
    Deduplicator deduplicator = new Deduplicator();
    blocks.forEach(deduplicator::add);
    deduplicator.judge(
        new Deduplicator.Verdicts() {
          @Override
          public void keep(RawRow row) {
            hole.consume(row);
          }

          @Override
          public void drop(RawRow row, RawRow first) {
            hole.consume(row);
          }

          @Override
          public void withdraw(RawRow row) {
            hole.consume(row);
          }
        });
  }
}
