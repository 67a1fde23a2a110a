package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.ingest.DeadLetters;
import io.growthline.domain.ingest.SourceMapping;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.pipelines.warehouse.WarehouseReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/** Reads rejected records again, with the outputs of {@link ReadLanding}. */
final class ReplayDeadLetters extends PTransform<PBegin, PCollectionTuple> {
  private final ReadLanding.Settings settings;
  private final WarehouseReader reader;
  private final int maxAttempts;

  ReplayDeadLetters(ReadLanding.Settings settings, WarehouseReader reader, int maxAttempts) {
    this.settings = settings;
    this.reader = reader;
    this.maxAttempts = maxAttempts;
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    return ReadLanding.withCoders(
        reader
            .read(begin.getPipeline(), TableSpec.of(DeadLetter.class))
            .apply(
                "Try again",
                ParDo.of(new Fn(settings, maxAttempts))
                    .withOutputTags(
                        ReadLanding.ROWS,
                        TupleTagList.of(ReadLanding.DEAD_LETTERS)
                            .and(ReadLanding.ACCOUNTS)
                            .and(ReadLanding.FILES))));
  }

  private static final class Fn extends DoFn<DeadLetter, KV<Integer, byte[]>> {
    private final ReadLanding.Settings settings;
    private final int maxAttempts;
    private transient Map<String, Optional<SourceMapping>> mappings;
    private transient Map<String, byte[]> headers;
    private transient LandingReader records;

    Fn(ReadLanding.Settings settings, int maxAttempts) {
      this.settings = settings;
      this.maxAttempts = maxAttempts;
    }

    @Setup
    public void setup() {
      mappings = new HashMap<>();
      headers = new HashMap<>();
      records = new LandingReader(this::mapping, settings.unknownColumns());
    }

    private Optional<SourceMapping> mapping(String source) {
      return mappings.computeIfAbsent(source, s -> Landing.mapping(settings.landing(), s));
    }

    @ProcessElement
    public void process(@Element DeadLetter letter, MultiOutputReceiver outputs) {
      if (!Replay.canBeTried(letter, maxAttempts)) {
        return;
      }
      LandingFile file =
          new LandingFile(
              letter.source(), letter.file(), settings.landing() + letter.file(), 0, false);
      List<DeadLetter> rejected = new ArrayList<>();
      FileIntake intake =
          new FileIntake(
              file,
              new DeadLetters(
                  "replay",
                  letter.source(),
                  letter.file(),
                  settings.runId(),
                  settings.codeVersion(),
                  settings.startedAt()),
              settings.buckets(),
              outputs.get(ReadLanding.ROWS)::output,
              rejected::add);
      records.replay(letter, mapping(letter.source()), header(file), intake);
      intake.finish().forEach(outputs.get(ReadLanding.ACCOUNTS)::output);
      verdicts(letter, rejected).forEach(outputs.get(ReadLanding.DEAD_LETTERS)::output);
    }

    // A row that fails at another place now is another rejection.
    private static List<DeadLetter> verdicts(DeadLetter letter, List<DeadLetter> rejected) {
      List<DeadLetter> verdicts = new ArrayList<>();
      boolean stillBroken = false;
      for (DeadLetter again : rejected) {
        if (again.errorId().equals(letter.errorId())) {
          stillBroken = true;
          verdicts.add(letter.triedAgain(again.code(), again.columnName(), again.cause()));
        } else {
          verdicts.add(again);
        }
      }
      if (!stillBroken) {
        verdicts.add(letter.replayed());
      }
      return verdicts;
    }

    private byte[] header(LandingFile file) {
      boolean csv =
          mapping(file.source()).filter(m -> m.format() == SourceMapping.Format.CSV).isPresent();
      return csv ? headers.computeIfAbsent(file.path(), path -> firstLine(file)) : new byte[0];
    }

    private static byte[] firstLine(LandingFile file) {
      try (InputStream in =
              new BufferedInputStream(
                  Channels.newInputStream(
                      FileSystems.open(FileSystems.matchNewResource(file.uri(), false))));
          Lines lines = new Lines(file.isGzip() ? new GZIPInputStream(in) : in)) {
        byte[] line = lines.next();
        return line == null ? new byte[0] : line;
      } catch (IOException e) {
        // Without its header no line of the file has as many values as it names.
        return new byte[0];
      }
    }
  }
}
