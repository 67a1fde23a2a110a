package io.growthline.pipelines.ingest;

import static io.growthline.pipelines.ingest.IngestFixture.account;
import static io.growthline.pipelines.ingest.IngestFixture.gzip;
import static io.growthline.pipelines.ingest.IngestFixture.session;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.monitoring.RunStatus;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.transforms.block.RowBlock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SimpleFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestPipelineTest {
  @TempDir Path directory;
  private IngestFixture fixture;

  @BeforeEach
  void setUp() {
    fixture = new IngestFixture(directory);
  }

  @Test
  void validRowsBecomeARawTable() {
    StageResult result = fixture.file("sessions/a.jsonl", session(1), "", session(2)).run();

    assertThat(result.status(), is(RunStatus.SUCCEEDED));
    assertThat(
        account(result, "sessions"),
        is(new SourceAccount("sessions", "sessions", 2, 2, 0, 0, 0, 0)));
    assertThat(
        fixture.query("select event_id, duration_s, crashed from raw.sessions order by 1"),
        contains(List.of("e1", 60L, false), List.of("e2", 60L, false)));
    assertThat(result.tables().size(), is(Contracts.RAW.size() + 5));
    assertThat(fixture.query("select count(*) from raw.payments"), contains(List.of(0L)));
  }

  @Test
  void theEarliestDeliveryWinsWhateverTheOrderOfFiles() {
    String late = session("e9", "k1", "2026-01-05T10:00:00Z", 61);
    String early = session("e1", "k1", "2026-01-05T09:00:03Z", 60);
    String sameDelivery = session("e1", "k2", "2026-01-05T09:00:04Z", 62);
    fixture.file("sessions/a.jsonl", late, sameDelivery).file("sessions/b.jsonl", early);
    SourceAccount account = account(fixture.run(), "sessions");
    IngestFixture reversed = new IngestFixture(directory.resolve("reversed"));
    reversed.file("sessions/a.jsonl", early).file("sessions/b.jsonl", sameDelivery, late).run();

    assertThat(account, is(new SourceAccount("sessions", "sessions", 3, 1, 2, 0, 0, 0)));
    String rows = "select * from raw.sessions";
    assertThat(fixture.query(rows), is(reversed.query(rows)));
    assertThat(
        fixture.query("select event_id, duration_s from raw.sessions"),
        contains(List.of("e1", 60L)));
  }

  @Test
  void rowsIngestedMoreThanADayLaterAreLate() {
    fixture.file(
        "sessions/a.jsonl",
        session("e1", "k1", "2026-01-06T09:00:00Z", 1),
        session("e2", "k2", "2026-01-06T09:00:01Z", 1));

    assertThat(account(fixture.run(), "sessions").late(), is(1L));
  }

  @Test
  void rejectedRecordsAreDeadLettersWithPlaceAndReason() {
    String wrongType = session(1).replace("\"duration_s\":60", "\"duration_s\":12.5");
    String unknownColumn = session(2).replace("{", "{\"mood\":\"good\",");
    StageResult result =
        fixture.file("sessions/a.jsonl", wrongType, unknownColumn, "{oops", session(3)).run();

    assertThat(
        account(result, "sessions"),
        is(new SourceAccount("sessions", "sessions", 4, 1, 0, 3, 0, 0)));
    assertThat(
        fixture.query(
            "select line, code, table_name, column_name, file from monitoring.dead_letters"
                + " order by line"),
        contains(
            List.of(1L, "wrong_type", "sessions", "duration_s", "sessions/a.jsonl"),
            List.of(2L, "unknown_column", "sessions", "mood", "sessions/a.jsonl"),
            Arrays.asList(3L, "malformed_record", "sessions", null, "sessions/a.jsonl")));
    assertThat(
        fixture.query("select payload from monitoring.dead_letters where line = 3"),
        contains(List.of("{oops")));
    assertThat(
        result.notes(),
        contains(
            "3 of 4 records were rejected; monitoring.dead_letters keeps them with the reason."));
  }

  @Test
  void rowsBeforeTheCutOfATruncatedGzipAreKept() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      lines.append(session(i)).append('\n');
    }
    byte[] whole = gzip(lines.toString());
    fixture.bytes("sessions/a.jsonl.gz", Arrays.copyOf(whole, whole.length - 100));

    SourceAccount account = account(fixture.run(), "sessions");

    assertThat(account.deadLettered(), is(1L));
    assertThat(account.written() > 1000, is(true));
    assertThat(account.balanced(), is(true));
    assertThat(
        fixture.query("select code, file from monitoring.dead_letters"),
        contains(List.of("unreadable_file", "sessions/a.jsonl.gz")));
  }

  @Test
  void aFileThatCannotBeReadIsOneDeadLetterAndTheOthersGoOn() {
    fixture
        .bytes("sessions/a.parquet", "no parquet".getBytes(StandardCharsets.UTF_8))
        .bytes("sessions/b.jsonl.gz", "no gzip".getBytes(StandardCharsets.UTF_8))
        .file("sessions/c.csv", "a,b")
        .file("horoscopes/d.jsonl", "{}", "{}")
        .file("sessions/e.jsonl", session(1));

    StageResult result = fixture.run();

    assertThat(
        account(result, "sessions"),
        is(new SourceAccount("sessions", "sessions", 4, 1, 0, 3, 0, 0)));
    assertThat(account(result, "horoscopes").deadLettered(), is(1L));
    assertThat(
        fixture.query("select code, file from monitoring.dead_letters order by file"),
        contains(
            List.of("unknown_table", "horoscopes/d.jsonl"),
            List.of("unreadable_file", "sessions/a.parquet"),
            List.of("unreadable_file", "sessions/b.jsonl.gz"),
            List.of("unreadable_file", "sessions/c.csv")));
  }

  @Test
  void emptyFilesGiveNoRowsAndHiddenFilesAreNoData() {
    fixture
        .bytes("sessions/a.jsonl", new byte[0])
        .bytes("sessions/b.jsonl.gz", new byte[0])
        .bytes("sessions/c.parquet", new byte[0])
        .file("sessions/_notes.txt", "x")
        .file("_truth.json", "{}");

    StageResult result = fixture.run();

    assertThat(IngestFixture.read(result), contains(SourceAccount.none("sessions", "sessions")));
    assertThat(result.notes(), empty());
  }

  @Test
  void anEmptyLandingPlaceGivesEmptyTablesAndANote() {
    StageResult result = fixture.run();

    assertThat(result.status(), is(RunStatus.SUCCEEDED));
    assertThat(result.tables().get("raw.sessions"), is(0L));
    assertThat(result.notes().get(0), containsString("No landing files"));
  }

  @Test
  void aLandingPlaceThatDoesNotExistIsWrongUsage() {
    IngestOptions options = fixture.options("run-1");
    options.setLanding(directory.resolve("nowhere").toString());

    UsageException e = assertThrows(UsageException.class, () -> IngestPipeline.run(options));

    assertThat(e.getMessage(), containsString("does not exist: create it or set --landing"));
  }

  @Test
  void runningTwiceChangesNothingNotEvenWhenDeadLettersWereFirstSeen() {
    fixture.file("sessions/a.jsonl", session(1), "{oops");
    String letters = "select * from monitoring.dead_letters";
    String rows = "select * from raw.sessions";
    IngestPipeline.run(fixture.options("run-1"));
    List<List<Object>> firstLetters = fixture.query(letters);
    List<List<Object>> firstRows = fixture.query(rows);
    IngestPipeline.run(fixture.options("run-2"));

    assertThat(fixture.query(letters), is(firstLetters));
    assertThat(fixture.query(rows), is(firstRows));
  }

  @Test
  void aLostRowFailsTheRunAndNothingIsPublished() {
    fixture.file("sessions/a.jsonl", session(1));
    fixture.run();
    fixture.file("sessions/b.jsonl", session(2), session(3));

    StageResult result = new IngestPipeline(new LossyShuffle()).ingest(fixture.options("run-2"));

    assertThat(result.status(), is(RunStatus.FAILED));
    assertThat(
        result.notes().get(0),
        containsString("Source sessions, table sessions, does not balance: read 2"));
    assertThat(fixture.query("select event_id from raw.sessions"), contains(List.of("e1")));
  }

  /** Loses one row of every block. */
  private static final class LossyShuffle
      extends PTransform<
          PCollection<KV<Integer, byte[]>>, PCollection<KV<Integer, Iterable<byte[]>>>> {
    @Override
    public PCollection<KV<Integer, Iterable<byte[]>>> expand(
        PCollection<KV<Integer, byte[]>> blocks) {
      return blocks
          .apply(
              MapElements.via(
                  new SimpleFunction<KV<Integer, byte[]>, KV<Integer, byte[]>>() {
                    @Override
                    public KV<Integer, byte[]> apply(KV<Integer, byte[]> block) {
                      return KV.of(block.getKey(), withoutFirstRow(block.getValue()));
                    }
                  }))
          .setCoder(blocks.getCoder())
          .apply(GroupByKey.create());
    }

    private static byte[] withoutFirstRow(byte[] block) {
      RowBlock.Rows rows = RowBlock.open(block);
      RowBlock kept = new RowBlock(rows.origin(), rows.source());
      rows.next();
      while (rows.next()) {
        kept.add(rows.table(), rows.bytes(), rows.offset(), rows.length());
      }
      return kept.toBytes();
    }
  }
}
