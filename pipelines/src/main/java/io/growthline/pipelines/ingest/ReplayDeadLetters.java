package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.ingest.MappedRow;
import io.growthline.domain.ingest.SourceMapping;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.pipelines.warehouse.WarehouseReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private transient Mappings mappings;
    private transient Map<String, byte[]> headers;
    private transient RowMaker rows;

    Fn(ReadLanding.Settings settings, int maxAttempts) {
      this.settings = settings;
      this.maxAttempts = maxAttempts;
    }

    @Setup
    public void setup() {
      mappings = new Mappings(settings.landing());
      headers = new HashMap<>();
      rows = new RowMaker(settings.unknownColumns());
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
              "replay", file, settings, outputs.get(ReadLanding.ROWS)::output, rejected::add);
      tryAgain(letter, intake);
      intake.finish().forEach(outputs.get(ReadLanding.ACCOUNTS)::output);
      verdicts(letter, rejected).forEach(outputs.get(ReadLanding.DEAD_LETTERS)::output);
    }

    /**
     * Tries a rejected record again, as the contracts and mappings are now. Of a mapped row only
     * the events of the table that the rejection was of are taken; the others were not rejected.
     */
    private void tryAgain(DeadLetter letter, FileIntake intake) {
      Payload record =
          new Payload(letter.line(), letter.payload().getBytes(StandardCharsets.UTF_8));
      int table = LandingReader.tableNumber(letter.tableName());
      TableSpec<? extends Record> meantFor = table < 0 ? null : Contracts.RAW.get(table);
      Optional<SourceMapping> mapping = mappings.of(letter.source());
      if (mapping.isPresent()) {
        intake.take(record, mapped(mapping.get(), meantFor, record, intake));
      } else {
        byte[] json = record.payload();
        intake.meantFor(meantFor);
        intake.take(record, () -> rows.json(table, json, 0, json.length, intake));
      }
    }

    private FileIntake.Handler mapped(
        SourceMapping mapping,
        TableSpec<? extends Record> table,
        Payload record,
        FileIntake intake) {
      boolean csv = mapping.format() == SourceMapping.Format.CSV;
      byte[] header = csv ? header(intake.file()) : null;
      return () -> {
        Map<String, ?> values =
            csv
                ? CsvRecords.values(header, record.payload(), mapping.delimiter())
                : JsonRecords.values(record.payload());
        MappedRow row =
            mapping.apply(values, record.number(), intake.file().name(), settings.startedAt());
        rows.mapped(row.of(table), record, intake);
      };
    }

    private record Payload(long number, byte[] payload) implements LandedRecord {}

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
      return headers.computeIfAbsent(file.path(), path -> firstLine(file));
    }

    private static byte[] firstLine(LandingFile file) {
      try (InputStream in =
              new BufferedInputStream(
                  Channels.newInputStream(
                      FileSystems.open(FileSystems.matchNewResource(file.uri(), false))));
          Lines lines = new Lines(file.isGzip() ? new GzipMembers(in) : in)) {
        return lines.next() ? lines.toBytes() : new byte[0];
      } catch (IOException e) {
        // Without its header no line of the file has as many values as it names.
        return new byte[0];
      }
    }
  }
}
