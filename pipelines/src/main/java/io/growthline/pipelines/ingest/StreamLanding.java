package io.growthline.pipelines.ingest;

import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.LandedFile;
import io.growthline.domain.monitoring.StreamedFile;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.ShapeCoder;
import io.growthline.transforms.block.BlockCoder;
import io.growthline.transforms.block.Origin;
import io.growthline.transforms.block.RowBlock;
import io.growthline.transforms.ingest.DropRepeats;
import java.time.Instant;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Reads landing files as they come. Rows are blocks of one row each, with the path of the file as
 * their source, keyed for {@link DropRepeats}.
 */
final class StreamLanding extends PTransform<PBegin, PCollectionTuple> {
  static final TupleTag<KV<String, byte[]>> ROWS = new TupleTag<>("rows");
  static final TupleTag<DeadLetter> DEAD_LETTERS = new TupleTag<>("dead_letters");
  static final TupleTag<StreamedFile> FILES = new TupleTag<>("files");

  private final ReadLanding.Settings settings;
  private final FileIO.Match watch;
  private final PCollectionView<Map<String, String>> known;

  /**
   * @param watch finds files
   * @param known paths to leave out, as keys
   */
  StreamLanding(
      ReadLanding.Settings settings,
      FileIO.Match watch,
      PCollectionView<Map<String, String>> known) {
    this.settings = settings;
    this.watch = watch;
    this.known = known;
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollectionTuple outputs =
        begin
            .apply("Watch", watch)
            .apply(
                "New files",
                ParDo.of(new NewFiles(settings.landing(), known)).withSideInputs(known))
            .setCoder(ShapeCoder.of(LandingFile.class))
            .apply("Spread files", Reshuffle.viaRandomKey())
            .apply(
                "Read and validate",
                ParDo.of(new Fn(settings))
                    .withOutputTags(ROWS, TupleTagList.of(DEAD_LETTERS).and(FILES)));
    outputs.get(ROWS).setCoder(KvCoder.of(StringUtf8Coder.of(), BlockCoder.of()));
    outputs.get(DEAD_LETTERS).setCoder(RecordCoder.of(DeadLetter.class));
    outputs.get(FILES).setCoder(RecordCoder.of(StreamedFile.class));
    return outputs;
  }

  private static final class NewFiles extends DoFn<MatchResult.Metadata, LandingFile> {
    private final String landing;
    private final PCollectionView<Map<String, String>> known;

    NewFiles(String landing, PCollectionView<Map<String, String>> known) {
      this.landing = landing;
      this.known = known;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      MatchResult.Metadata file = context.element();
      LandingFile.of(landing, file.resourceId().toString(), file.sizeBytes())
          .filter(f -> !context.sideInput(known).containsKey(f.path()))
          .ifPresent(context::output);
    }
  }

  private static final class Fn extends DoFn<LandingFile, KV<String, byte[]>> {
    private final ReadLanding.Settings settings;
    private transient LandingReader reader;

    Fn(ReadLanding.Settings settings) {
      this.settings = settings;
    }

    // A mapping may land long after the job began, and an event happen.
    @StartBundle
    public void startBundle() {
      reader = new LandingReader(settings.startedAt(Instant.now()));
    }

    @ProcessElement
    public void process(@Element LandingFile file, MultiOutputReceiver outputs) {
      LandedFile read =
          reader.read(
              file,
              block -> single(block.getValue(), file.path(), outputs.get(ROWS)),
              outputs.get(DEAD_LETTERS)::output,
              account -> {});
      outputs
          .get(FILES)
          .output(
              new StreamedFile(
                  read.path(), read.records(), read.deadLettered(), read.runId(), Instant.now()));
    }

    private static void single(byte[] block, String path, OutputReceiver<KV<String, byte[]>> out) {
      for (RowBlock.Rows rows = RowBlock.open(block); rows.next(); ) {
        RowBlock one = new RowBlock(Origin.FRESH, path);
        one.add(rows.table(), rows.bytes(), rows.offset(), rows.length());
        out.output(KV.of(DropRepeats.key(rows), one.toBytes()));
      }
    }
  }
}
