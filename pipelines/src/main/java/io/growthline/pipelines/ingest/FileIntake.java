package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.ingest.DeadLetters;
import io.growthline.domain.ingest.Rejection;
import io.growthline.domain.ingest.RejectionCode;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.transforms.ingest.RowBlock;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.beam.sdk.values.KV;

/** Takes in what one file gives: packs rows by bucket, wraps rejections, and keeps the account. */
final class FileIntake {
  private static final int BLOCK_BYTES = 1 << 18;

  private final LandingFile file;
  private final DeadLetters envelope;
  private final RowBlock[] blocks;
  private final Consumer<KV<Integer, byte[]>> rows;
  private final Consumer<DeadLetter> deadLetters;
  private TableSpec<?> table;
  private long read;
  private long rejected;
  private long filtered;

  FileIntake(
      LandingFile file,
      DeadLetters envelope,
      int buckets,
      Consumer<KV<Integer, byte[]>> rows,
      Consumer<DeadLetter> deadLetters) {
    this.file = file;
    this.envelope = envelope;
    this.blocks = new RowBlock[buckets];
    this.rows = rows;
    this.deadLetters = deadLetters;
  }

  LandingFile file() {
    return file;
  }

  /** Says for which table the records of the file are meant. */
  void meantFor(TableSpec<?> rawTable) {
    table = rawTable;
  }

  /** Counts records as they are found, before anybody judges them. */
  void read(int records) {
    read += records;
  }

  /** Keeps a valid row of the raw table number {@code table}. */
  void accept(int table, Record row) {
    RawEvent event = (RawEvent) row;
    String key = event.customerId() == null ? event.idempotencyKey() : event.customerId();
    int bucket = Math.floorMod(key.hashCode(), blocks.length);
    if (blocks[bucket] == null) {
      blocks[bucket] = new RowBlock(file.source());
    }
    blocks[bucket].add(table, row);
    if (blocks[bucket].size() >= BLOCK_BYTES) {
      flush(bucket);
    }
  }

  /** Rejects a record that was meant for the table of the file. */
  void reject(Rejection rejection, Long line, byte[] payload) {
    reject(rejection, line, table, payload);
  }

  void reject(Rejection rejection, Long line, TableSpec<?> meantFor, byte[] payload) {
    rejected++;
    output(deadLetters, envelope.of(rejection, line, meantFor, payload));
  }

  /** Turns the file, or what is left of it, into one dead letter that names it. */
  void rejectFile(RejectionCode code, String cause) {
    String after = read == 0 ? "" : " after " + read + " records";
    byte[] payload = file.path().getBytes(StandardCharsets.UTF_8);
    read(1);
    reject(new Rejection(code, null, file.path() + ": " + cause + after), null, payload);
  }

  void filter() {
    filtered++;
  }

  /** Hands the last rows over and closes the account. */
  SourceAccount finish() {
    for (int bucket = 0; bucket < blocks.length; bucket++) {
      flush(bucket);
    }
    return new SourceAccount(file.source(), read, 0, 0, rejected, filtered, 0);
  }

  private void flush(int bucket) {
    if (blocks[bucket] != null) {
      output(rows, KV.of(bucket, blocks[bucket].toBytes()));
      blocks[bucket] = null;
    }
  }

  private static <E> void output(Consumer<E> consumer, E element) {
    try {
      consumer.accept(element);
    } catch (RuntimeException e) {
      throw new OutputException(e);
    }
  }

  /** What comes after reading has failed; never to be taken for a fault of the file. */
  static final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputException(RuntimeException cause) {
      super("Handing rows on failed", cause);
    }
  }
}
