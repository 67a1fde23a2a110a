package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.DeadLetters;
import io.growthline.domain.ingest.SourceMapping;
import io.growthline.domain.ingest.UnknownColumns;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.LandedFile;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.transforms.RecordCoder;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Reads landing files into packed rows, dead letters, accounts, and an entry for the ledger each.
 */
final class ReadLanding extends PTransform<PBegin, PCollectionTuple> {
  static final TupleTag<KV<Integer, byte[]>> ROWS = new TupleTag<>("rows");
  static final TupleTag<DeadLetter> DEAD_LETTERS = new TupleTag<>("dead_letters");
  static final TupleTag<SourceAccount> ACCOUNTS = new TupleTag<>("accounts");
  static final TupleTag<LandedFile> FILES = new TupleTag<>("files");

  private final Settings settings;
  private final List<LandingFile> files;

  ReadLanding(Settings settings, List<LandingFile> files) {
    this.settings = settings;
    this.files = files;
  }

  /** What reading must know of the run. */
  record Settings(
      String landing,
      int buckets,
      String runId,
      String codeVersion,
      Instant startedAt,
      UnknownColumns unknownColumns)
      implements Serializable {}

  @Override
  public PCollectionTuple expand(PBegin begin) {
    return withCoders(
        begin
            .apply(
                "List files", Create.of(files).withCoder(SerializableCoder.of(LandingFile.class)))
            .apply("Spread files", Reshuffle.viaRandomKey())
            .apply(
                "Read and validate",
                ParDo.of(new Fn(settings))
                    .withOutputTags(ROWS, TupleTagList.of(DEAD_LETTERS).and(ACCOUNTS).and(FILES))));
  }

  static PCollectionTuple withCoders(PCollectionTuple outputs) {
    outputs.get(ROWS).setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
    outputs.get(DEAD_LETTERS).setCoder(RecordCoder.of(DeadLetter.class));
    outputs.get(ACCOUNTS).setCoder(RecordCoder.of(SourceAccount.class));
    outputs.get(FILES).setCoder(RecordCoder.of(LandedFile.class));
    return outputs;
  }

  private static final class Fn extends DoFn<LandingFile, KV<Integer, byte[]>> {
    private final Settings settings;
    private transient Map<String, Optional<SourceMapping>> mappings;
    private transient LandingReader reader;

    Fn(Settings settings) {
      this.settings = settings;
    }

    @Setup
    public void setup() {
      mappings = new HashMap<>();
      reader =
          new LandingReader(
              source ->
                  mappings.computeIfAbsent(source, s -> Landing.mapping(settings.landing(), s)),
              settings.unknownColumns());
    }

    @ProcessElement
    public void process(@Element LandingFile file, MultiOutputReceiver outputs) {
      Checksum checksum =
          new Checksum(() -> FileSystems.open(FileSystems.matchNewResource(file.uri(), false)));
      List<SourceAccount> accounts = file.isMapping() ? List.of() : read(file, checksum, outputs);
      outputs
          .get(FILES)
          .output(
              new LandedFile(
                  file.path(),
                  file.sizeBytes(),
                  checksum.value(),
                  accounts.stream().mapToLong(SourceAccount::read).sum(),
                  accounts.stream().mapToLong(SourceAccount::deadLettered).sum(),
                  settings.runId(),
                  settings.startedAt()));
    }

    private List<SourceAccount> read(
        LandingFile file, Checksum checksum, MultiOutputReceiver outputs) {
      DeadLetters envelope =
          new DeadLetters(
              "ingest",
              file.source(),
              file.path(),
              settings.runId(),
              settings.codeVersion(),
              settings.startedAt());
      FileIntake intake =
          new FileIntake(
              file,
              envelope,
              settings.buckets(),
              outputs.get(ROWS)::output,
              outputs.get(DEAD_LETTERS)::output);
      reader.read(checksum, intake);
      List<SourceAccount> accounts = intake.finish();
      accounts.forEach(account -> output(account, outputs));
      return accounts;
    }

    private static void output(SourceAccount account, MultiOutputReceiver outputs) {
      outputs.get(ACCOUNTS).output(account);
      count(account, "read", account.read());
      count(account, "dead_lettered", account.deadLettered());
      count(account, "filtered", account.filtered());
    }

    private static void count(SourceAccount account, String what, long n) {
      Metrics.counter("ingest", what + "/" + account.source() + "/" + account.tableName()).inc(n);
    }
  }
}
