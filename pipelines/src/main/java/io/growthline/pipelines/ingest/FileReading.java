package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.DeadLetters;
import io.growthline.domain.ingest.SourceMapping;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.LandedFile;
import io.growthline.domain.monitoring.SourceAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.values.KV;

/** Reads landing files, each with the mapping that its source had when the first was read. */
final class FileReading {
  private final ReadLanding.Settings settings;
  private final Map<String, Optional<SourceMapping>> mappings = new HashMap<>();
  private final LandingReader reader;

  FileReading(ReadLanding.Settings settings) {
    this.settings = settings;
    this.reader =
        new LandingReader(
            source -> mappings.computeIfAbsent(source, s -> Landing.mapping(settings.landing(), s)),
            settings.unknownColumns());
  }

  /**
   * Hands over what a file gives.
   *
   * @param rows takes packed rows by bucket
   * @return the entry for the ledger
   */
  LandedFile read(
      LandingFile file,
      Consumer<KV<Integer, byte[]>> rows,
      Consumer<DeadLetter> deadLetters,
      Consumer<SourceAccount> accounts) {
    Checksum checksum =
        new Checksum(() -> FileSystems.open(FileSystems.matchNewResource(file.uri(), false)));
    List<SourceAccount> read =
        file.isMapping() ? List.of() : read(file, checksum, rows, deadLetters);
    for (SourceAccount account : read) {
      accounts.accept(account);
      count(account, "read", account.read());
      count(account, "dead_lettered", account.deadLettered());
      count(account, "filtered", account.filtered());
    }
    return new LandedFile(
        file.path(),
        file.sizeBytes(),
        checksum.value(),
        read.stream().mapToLong(SourceAccount::read).sum(),
        read.stream().mapToLong(SourceAccount::deadLettered).sum(),
        settings.runId(),
        settings.startedAt());
  }

  private List<SourceAccount> read(
      LandingFile file,
      Checksum checksum,
      Consumer<KV<Integer, byte[]>> rows,
      Consumer<DeadLetter> deadLetters) {
    DeadLetters envelope =
        new DeadLetters(
            "ingest",
            file.source(),
            file.path(),
            settings.runId(),
            settings.codeVersion(),
            settings.startedAt());
    FileIntake intake = new FileIntake(file, envelope, settings.buckets(), rows, deadLetters);
    reader.read(checksum, intake);
    return intake.finish();
  }

  private static void count(SourceAccount account, String what, long n) {
    Metrics.counter("ingest", what + "/" + account.source() + "/" + account.tableName()).inc(n);
  }
}
