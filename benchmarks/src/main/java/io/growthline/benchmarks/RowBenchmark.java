package io.growthline.benchmarks;

import io.growthline.domain.contract.RecordJson;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCodec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.ingest.RejectedRecordException;
import io.growthline.domain.ingest.RowParser;
import io.growthline.transforms.block.BucketPacker;
import io.growthline.transforms.block.Buckets;
import io.growthline.transforms.block.Customers;
import io.growthline.transforms.block.Origin;
import java.nio.charset.StandardCharsets;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** One transaction: from JSON to bytes, to a record, into a block of its bucket and out again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RowBenchmark {
  private static final int ROWS = 1_000;
  private static final TableSpec<Transaction> TABLE = TableSpec.of(Transaction.class);

  private final RowParser parser = new RowParser(TABLE);
  private final RowCodec<Transaction> codec = RowCodec.of(TABLE);
  private final RowBuffer buffer = new RowBuffer(1 << 10);
  private List<Transaction> records;
  private List<byte[]> json;
  private List<byte[]> encoded;
  private byte[] block;

  @Setup
  public void makeRows() {
    records = new Sample().of(Transaction.class).subList(0, ROWS);
    RecordJson<Transaction> writer = new RecordJson<>(TABLE);
    json = records.stream().map(r -> writer.text(r).getBytes(StandardCharsets.UTF_8)).toList();
    encoded = Sample.encoded(records);
    byte[][] packed = new byte[1][];
    BucketPacker packer =
        new BucketPacker(
            Origin.FRESH, "bench", new Buckets(1), (bucket, bytes) -> packed[0] = bytes);
    encoded.forEach(row -> packer.add(Sample.table(records.get(0)), row, 0, row.length));
    packer.flush();
    block = packed[0];
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int decodeJson() throws RejectedRecordException {
    int bytes = 0;
    for (byte[] line : json) {
      buffer.clear();
      parser.parseJson(line, buffer);
      bytes += buffer.size();
    }
    return bytes;
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int encodeRecord() {
    buffer.clear();
    for (Transaction row : records) {
      codec.write(row, buffer);
    }
    return buffer.size();
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void decodeRecord(Blackhole hole) {
    for (byte[] row : encoded) {
      hole.consume(codec.read(row, 0));
    }
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void pack(Blackhole hole) {
    int table = Sample.table(records.get(0));
    BucketPacker packer =
        new BucketPacker(
            Origin.FRESH, "bench", new Buckets(8), (bucket, bytes) -> hole.consume(bytes));
    for (byte[] row : encoded) {
      packer.add(table, row, 0, row.length);
    }
    packer.flush();
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void unpack(Blackhole hole) {
    Customers customers = new Customers();
    customers.add(block);
    customers.forEach(hole::consume);
  }
}
