package io.growthline.pipelines.ingest;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.ingest.SourceMapping;
import io.growthline.domain.ingest.UnknownColumns;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.transforms.block.Buckets;
import io.growthline.transforms.block.RawRows;
import io.growthline.transforms.block.RowBlock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * What the reader makes of one file, counted by what comes out and not by what the reader says.
 *
 * @param accounts the reader's own accounts
 */
record Intake(List<SourceAccount> accounts, List<RawEvent> rows, List<DeadLetter> letters) {
  private static final ReadLanding.Settings SETTINGS =
      new ReadLanding.Settings(
          "/",
          new Buckets(2),
          "run",
          "1",
          Instant.parse("2026-02-01T00:00:00Z"),
          UnknownColumns.REJECT);
  private static final SourceMapping PEOPLE = SourceMapping.load("_mapping.yaml", BadCsv.MAPPING);

  static Intake of(String path, byte[] content) {
    return of(newReader(), path, content);
  }

  static Intake of(LandingReader reader, String path, byte[] content) {
    LandingFile file = LandingFile.of("/", "/" + path, content.length).orElseThrow();
    List<RawEvent> rows = new ArrayList<>();
    List<DeadLetter> letters = new ArrayList<>();
    FileIntake intake = open(file, rows, letters);
    reader.read(() -> new SeekableInMemoryByteChannel(content), intake);
    return new Intake(intake.finish(), rows, letters);
  }

  /** The intake of a file that keeps what it is given in these lists. */
  static FileIntake open(LandingFile file, List<RawEvent> rows, List<DeadLetter> letters) {
    RawRows raw = new RawRows();
    return new FileIntake(
        "ingest",
        file,
        SETTINGS,
        block -> {
          for (RowBlock.Rows row = RowBlock.open(block.getValue()); row.next(); ) {
            rows.add((RawEvent) raw.decode(row.table(), row.bytes(), row.offset()));
          }
        },
        letters::add);
  }

  static LandingReader newReader() {
    Map<String, SourceMapping> mappings = Map.of("people", PEOPLE);
    return new LandingReader(SETTINGS, source -> Optional.ofNullable(mappings.get(source)));
  }

  /** The reader's own accounts of all tables together. */
  SourceAccount account() {
    return accounts.stream().reduce(SourceAccount::plus).orElseThrow();
  }

  /** Rejections of the file as a whole, or of what was left of it. */
  long fileLetters() {
    return letters.stream().filter(letter -> letter.line() == null).count();
  }
}
