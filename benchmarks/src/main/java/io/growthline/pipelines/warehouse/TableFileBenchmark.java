package io.growthline.pipelines.warehouse;

import io.growthline.benchmarks.Sample;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One transaction into a Parquet file and out of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TableFileBenchmark {
  private static final int ROWS = 5_000;
  private static final TableSpec<Transaction> TABLE = TableSpec.of(Transaction.class);

  private final RowBuffer row = new RowBuffer(1 << 10);
  private List<byte[]> rows;
  private Path directory;
  private Path file;

  @Setup
  public void writeFile() throws IOException {
    rows = Sample.encoded(new Sample().of(Transaction.class).subList(0, ROWS));
    directory = Files.createTempDirectory("growthline-benchmark");
    file = directory.resolve("read.parquet");
    write(file);
  }

  @TearDown
  public void removeFiles() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(directory.resolve("written.parquet"));
    Files.delete(directory);
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void write() throws IOException {
    Path written = directory.resolve("written.parquet");
    Files.deleteIfExists(written);
    write(written);
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long read() throws IOException {
    long bytes = 0;
    try (TableFileReader reader = TableFileReader.open(file, TABLE)) {
      while (reader.next(row)) {
        bytes += row.size();
        row.clear();
      }
    }
    return bytes;
  }

  private void write(Path target) throws IOException {
    try (TableFileWriter writer = TableFileWriter.create(target, TABLE)) {
      for (byte[] encoded : rows) {
        writer.write(encoded, 0);
      }
    }
  }
}
