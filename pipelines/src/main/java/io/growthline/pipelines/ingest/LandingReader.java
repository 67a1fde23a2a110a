package io.growthline.pipelines.ingest;

import static io.growthline.domain.ingest.RejectionCode.UNKNOWN_TABLE;
import static io.growthline.domain.ingest.RejectionCode.UNREADABLE_FILE;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.ingest.SourceMapping;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.LandedFile;
import io.growthline.domain.monitoring.SourceAccount;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.values.KV;

/**
 * Reads landing files of every kind. Whatever a file holds, it ends in its account: as rows, as
 * rejected records, or as one dead letter for what cannot be read. Not thread-safe.
 */
final class LandingReader {
  private final ReadLanding.Settings settings;
  private final Function<String, Optional<SourceMapping>> mappings;
  private final long most;
  private final RowMaker rows;

  LandingReader(ReadLanding.Settings settings) {
    this(settings, new Mappings(settings.landing())::of);
  }

  /**
   * @param mappings the mapping of a source, if it has one
   */
  LandingReader(ReadLanding.Settings settings, Function<String, Optional<SourceMapping>> mappings) {
    this(settings, mappings, Long.MAX_VALUE);
  }

  /**
   * @param most how many records of a file are read, the first ones
   */
  LandingReader(
      ReadLanding.Settings settings,
      Function<String, Optional<SourceMapping>> mappings,
      long most) {
    this.settings = settings;
    this.mappings = mappings;
    this.most = most;
    this.rows = new RowMaker(settings.unknownColumns());
  }

  /** Opens files; separate so that a file which cannot be opened is handled in one place. */
  interface Opener {
    ReadableByteChannel open() throws IOException;
  }

  /**
   * Hands over what a file gives.
   *
   * @param blocks takes packed rows by bucket
   * @return the entry for the ledger
   */
  LandedFile read(
      LandingFile file,
      Consumer<KV<Integer, byte[]>> blocks,
      Consumer<DeadLetter> deadLetters,
      Consumer<SourceAccount> accounts) {
    Instant changedAt = ChangeTimes.of(file).orElse(null);
    Checksum checksum =
        new Checksum(() -> FileSystems.open(FileSystems.matchNewResource(file.uri(), false)));
    List<SourceAccount> read = List.of();
    if (!file.isMapping()) {
      FileIntake intake = new FileIntake("ingest", file, settings, blocks, deadLetters);
      read(checksum, intake);
      read = intake.finish();
    }
    read.forEach(accounts);
    read.forEach(LandingReader::count);
    return new LandedFile(
        file.path(),
        file.sizeBytes(),
        checksum.value(),
        changedAt,
        read.stream().mapToLong(SourceAccount::read).sum(),
        read.stream().mapToLong(SourceAccount::deadLettered).sum(),
        settings.runId(),
        settings.startedAt());
  }

  /** Reads a file into its intake. */
  void read(Opener opener, FileIntake intake) {
    LandingFile file = intake.file();
    Optional<SourceMapping> mapping = mappings.apply(file.source());
    int table = tableNumber(file.source());
    if (mapping.isEmpty() && table < 0) {
      intake.rejectFile(
          UNKNOWN_TABLE, "the folder is no raw table and holds no _mapping.yaml, nothing was read");
      return;
    }
    try (ReadableByteChannel channel = opener.open()) {
      if (mapping.isPresent()) {
        readMapped(channel, mapping.get(), intake);
      } else {
        intake.meantFor(Contracts.RAW.get(table));
        readNative(channel, table, intake);
      }
    } catch (FileIntake.OutputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      intake.rejectFile(UNREADABLE_FILE, reason(e));
    }
  }

  /** Position of the raw table of that name in {@link Contracts#RAW}, or -1. */
  static int tableNumber(String name) {
    return IntStream.range(0, Contracts.RAW.size())
        .filter(i -> Contracts.RAW.get(i).name().equals(name))
        .findFirst()
        .orElse(-1);
  }

  private void readNative(ReadableByteChannel channel, int table, FileIntake intake)
      throws IOException {
    LandingFile file = intake.file();
    if (file.hasExtension("parquet")) {
      try (Records records = new ParquetRecords(LocalCopy.of(channel))) {
        intake.takeAll(records, most, () -> rows.values(table, records.values(), intake));
      }
    } else if (file.hasExtension("jsonl", "json", "ndjson")) {
      try (JsonRecords records = new JsonRecords(stream(channel, file))) {
        Lines line = records.line();
        intake.takeAll(
            records,
            most,
            () -> rows.json(table, line.array(), line.start(), line.length(), intake));
      }
    } else {
      throw new UnreadableFileException("native files are .jsonl, .jsonl.gz or .parquet");
    }
  }

  private void readMapped(ReadableByteChannel channel, SourceMapping mapping, FileIntake intake)
      throws IOException {
    LandingFile file = intake.file();
    try (Records records = records(channel, mapping, file)) {
      intake.takeAll(
          records,
          most,
          () ->
              rows.mapped(
                  mapping.apply(
                      records.values(), records.number(), file.name(), settings.startedAt()),
                  records,
                  intake));
    }
  }

  private static Records records(
      ReadableByteChannel channel, SourceMapping mapping, LandingFile file) throws IOException {
    return switch (mapping.format()) {
      case CSV -> new CsvRecords(stream(channel, file), mapping.delimiter());
      case JSONL -> new JsonRecords(stream(channel, file));
      case PARQUET -> new ParquetRecords(LocalCopy.of(channel));
    };
  }

  private static InputStream stream(ReadableByteChannel channel, LandingFile file)
      throws IOException {
    InputStream in = Channels.newInputStream(channel);
    return file.isGzip() ? new GzipMembers(new BufferedInputStream(in, 1 << 16)) : in;
  }

  private static void count(SourceAccount account) {
    String of = "/" + account.source() + "/" + account.tableName();
    Metrics.counter("ingest", "read" + of).inc(account.read());
    Metrics.counter("ingest", "dead_lettered" + of).inc(account.deadLettered());
    Metrics.counter("ingest", "filtered" + of).inc(account.filtered());
  }

  // Messages of libraries may quote the file; these cannot.
  private static String reason(Exception e) {
    if (e instanceof UnreadableFileException) {
      return e.getMessage();
    } else if (e instanceof EOFException) {
      return "the file is cut off";
    } else if (e instanceof ZipException) {
      return "the file is damaged";
    }
    return "the file cannot be read (" + e.getClass().getSimpleName() + ")";
  }
}
