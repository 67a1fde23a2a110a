package io.growthline.pipelines.ingest;

import static io.growthline.domain.ingest.RejectionCode.INTERNAL;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.ingest.DeadLetters;
import io.growthline.domain.ingest.RejectedRecordException;
import io.growthline.domain.ingest.Rejection;
import io.growthline.domain.ingest.RejectionCode;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.transforms.block.BucketPacker;
import io.growthline.transforms.block.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.beam.sdk.values.KV;

/**
 * Collects the records of one file: packs rows by bucket, wraps rejections, and keeps the accounts.
 */
final class FileIntake {
  private final LandingFile file;
  private final Defects defects;
  private final DeadLetters envelope;
  private final BucketPacker rows;
  private final Consumer<DeadLetter> deadLetters;
  private final long[] accepted = new long[Contracts.RAW.size()];
  private final Map<String, Long> rejected = new TreeMap<>();
  private TableSpec<?> table;
  private long taken;
  private long read;
  private long filtered;

  /**
   * @param stage stage that dead letters name
   * @param blocks takes packed rows by bucket
   */
  FileIntake(
      String stage,
      LandingFile file,
      ReadLanding.Settings settings,
      Consumer<KV<Integer, byte[]>> blocks,
      Consumer<DeadLetter> deadLetters) {
    this.file = file;
    this.defects = new Defects(file.path());
    this.envelope =
        new DeadLetters(
            stage,
            file.source(),
            file.path(),
            settings.runId(),
            settings.codeVersion(),
            settings.startedAt());
    this.rows =
        new BucketPacker(
            file.streamed() ? Origin.STREAMED : Origin.FRESH,
            file.source(),
            settings.buckets(),
            (bucket, block) -> output(blocks, KV.of(bucket, block)));
    this.deadLetters = deadLetters;
  }

  LandingFile file() {
    return file;
  }

  /** Says for which table the records of the file are meant. */
  void meantFor(TableSpec<?> rawTable) {
    table = rawTable;
  }

  /** What becomes of a record, or why it cannot be taken. */
  interface Handler {
    void handle() throws RejectedRecordException;
  }

  /**
   * Hands over each record of the file.
   *
   * @param most how many at most
   */
  void takeAll(Records records, long most, Handler handler) throws IOException {
    while (taken < most && records.next()) {
      taken++;
      take(records, handler);
    }
  }

  /** Number of records that {@link #takeAll} has handed over. */
  long taken() {
    return taken;
  }

  /** Hands over one record. A defect while it is handled must not cost the others. */
  void take(LandedRecord record, Handler handler) {
    read(1);
    try {
      handler.handle();
    } catch (RejectedRecordException e) {
      reject(e.rejection(), record.number(), table, record.payload());
    } catch (OutputException e) {
      throw e;
    } catch (RuntimeException e) {
      defects.log(e, record.number());
      String cause = "The record caused " + e.getClass().getSimpleName();
      reject(new Rejection(INTERNAL, null, cause), record.number(), table, record.payload());
    }
  }

  /** Counts records as they are found, before anybody judges them. */
  void read(int records) {
    read += records;
  }

  /**
   * Keeps a valid row of the raw table number {@code table}.
   *
   * @param row an array that begins with the encoded row
   */
  void accept(int table, byte[] row, int length) {
    accepted[table]++;
    rows.add(table, row, 0, length);
  }

  /**
   * Rejects a record.
   *
   * @param line line or row in the file, null for the file as a whole
   * @param meantFor table that the record was meant for, null when unknown
   */
  void reject(Rejection rejection, Long line, TableSpec<?> meantFor, byte[] payload) {
    rejected.merge(meantFor == null ? SourceAccount.UNASSIGNED : meantFor.name(), 1L, Long::sum);
    output(deadLetters, envelope.of(rejection, line, meantFor, payload));
  }

  /** Turns the file, or what is left of it, into one dead letter that names it. */
  void rejectFile(RejectionCode code, String cause) {
    String after = read == 0 ? "" : " after " + read + " records";
    byte[] payload = file.path().getBytes(StandardCharsets.UTF_8);
    read(1);
    reject(new Rejection(code, null, file.path() + ": " + cause + after), null, table, payload);
  }

  void filter() {
    filtered++;
  }

  /**
   * Hands the last rows over and closes the accounts, one for each table that records were meant
   * for. A record that was read and then forgotten stays unassigned, where it breaks the balance.
   */
  List<SourceAccount> finish() {
    rows.flush();
    List<SourceAccount> accounts = new ArrayList<>();
    long assigned = 0;
    for (int i = 0; i < accepted.length; i++) {
      String name = Contracts.RAW.get(i).name();
      long deadLettered = rejected.getOrDefault(name, 0L);
      long all = accepted[i] + deadLettered;
      if (all > 0 || Contracts.RAW.get(i).equals(table)) {
        accounts.add(account(name, all, deadLettered, 0));
        assigned += all;
      }
    }
    if (read != assigned || filtered > 0 || accounts.isEmpty()) {
      long deadLettered = rejected.getOrDefault(SourceAccount.UNASSIGNED, 0L);
      accounts.add(account(SourceAccount.UNASSIGNED, read - assigned, deadLettered, filtered));
    }
    return accounts;
  }

  private SourceAccount account(String tableName, long all, long deadLettered, long leftOut) {
    return new SourceAccount(file.source(), tableName, all, 0, 0, deadLettered, leftOut, 0);
  }

  private static <E> void output(Consumer<E> consumer, E element) {
    try {
      consumer.accept(element);
    } catch (RuntimeException e) {
      throw new OutputException(e);
    }
  }

  /** A later step failed; do not blame the file. */
  static final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputException(RuntimeException cause) {
      super("Handing rows on failed", cause);
    }
  }
}
