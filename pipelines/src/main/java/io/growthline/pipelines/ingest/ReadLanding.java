package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.UnknownColumns;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.LandedFile;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.transforms.FileGroups;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.ShapeCoder;
import io.growthline.transforms.block.BlockCoder;
import io.growthline.transforms.block.Buckets;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
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
      Buckets buckets,
      String runId,
      String codeVersion,
      Instant startedAt,
      UnknownColumns unknownColumns)
      implements Serializable {

    Settings startedAt(Instant time) {
      return new Settings(landing, buckets, runId, codeVersion, time, unknownColumns);
    }
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    return withCoders(
        FileGroups.of(
                begin.getPipeline(),
                "landing files",
                files,
                LandingFile::plainBytes,
                ShapeCoder.of(LandingFile.class))
            .apply(
                "Read and validate",
                ParDo.of(new Fn(settings))
                    .withOutputTags(ROWS, TupleTagList.of(DEAD_LETTERS).and(ACCOUNTS).and(FILES))));
  }

  static PCollectionTuple withCoders(PCollectionTuple outputs) {
    outputs.get(ROWS).setCoder(KvCoder.of(VarIntCoder.of(), BlockCoder.of()));
    outputs.get(DEAD_LETTERS).setCoder(RecordCoder.of(DeadLetter.class));
    outputs.get(ACCOUNTS).setCoder(RecordCoder.of(SourceAccount.class));
    outputs.get(FILES).setCoder(RecordCoder.of(LandedFile.class));
    return outputs;
  }

  private static final class Fn extends DoFn<List<LandingFile>, KV<Integer, byte[]>> {
    private final Settings settings;
    private transient LandingReader reader;

    Fn(Settings settings) {
      this.settings = settings;
    }

    @Setup
    public void setup() {
      reader = new LandingReader(settings);
    }

    @ProcessElement
    public void process(@Element List<LandingFile> group, MultiOutputReceiver outputs) {
      for (LandingFile file : group) {
        outputs
            .get(FILES)
            .output(
                reader.read(
                    file,
                    outputs.get(ROWS)::output,
                    outputs.get(DEAD_LETTERS)::output,
                    outputs.get(ACCOUNTS)::output));
      }
    }
  }
}
