package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.DeadLetters;
import io.growthline.domain.ingest.SourceMapping;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.ingest.SourceAccountCoder;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/** Reads all landing files into packed rows, dead letters, and one account for each file. */
final class ReadLanding extends PTransform<PBegin, PCollectionTuple> {
  static final TupleTag<KV<Integer, byte[]>> ROWS = new TupleTag<>("rows");
  static final TupleTag<DeadLetter> DEAD_LETTERS = new TupleTag<>("dead_letters");
  static final TupleTag<SourceAccount> ACCOUNTS = new TupleTag<>("accounts");

  private final Settings settings;

  ReadLanding(Settings settings) {
    this.settings = settings;
  }

  /** What reading must know of the run. */
  record Settings(String landing, int buckets, String runId, String codeVersion, Instant startedAt)
      implements Serializable {}

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollectionTuple outputs =
        begin
            .apply(
                "List files",
                FileIO.match()
                    .filepattern(settings.landing() + "**")
                    .withEmptyMatchTreatment(EmptyMatchTreatment.ALLOW))
            .apply("Spread files", Reshuffle.viaRandomKey())
            .apply(
                "Read and validate",
                ParDo.of(new Fn(settings))
                    .withOutputTags(ROWS, TupleTagList.of(DEAD_LETTERS).and(ACCOUNTS)));
    outputs.get(ROWS).setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
    outputs.get(DEAD_LETTERS).setCoder(RecordCoder.of(DeadLetter.class));
    outputs.get(ACCOUNTS).setCoder(SourceAccountCoder.of());
    return outputs;
  }

  private static final class Fn extends DoFn<MatchResult.Metadata, KV<Integer, byte[]>> {
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
                  mappings.computeIfAbsent(source, s -> Landing.mapping(settings.landing(), s)));
    }

    @ProcessElement
    public void process(@Element MatchResult.Metadata metadata, MultiOutputReceiver outputs) {
      LandingFile.of(settings.landing(), metadata.resourceId().toString())
          .ifPresent(file -> read(file, metadata, outputs));
    }

    private void read(
        LandingFile file, MatchResult.Metadata metadata, MultiOutputReceiver outputs) {
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
      reader.read(() -> FileSystems.open(metadata.resourceId()), intake);
      SourceAccount account = intake.finish();
      outputs.get(ACCOUNTS).output(account);
      Metrics.counter("ingest", "read").inc(account.read());
      Metrics.counter("ingest", "dead_lettered").inc(account.deadLettered());
      Metrics.counter("ingest", "filtered").inc(account.filtered());
    }
  }
}
