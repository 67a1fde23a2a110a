package io.growthline.pipelines.ingest;

import static io.growthline.pipelines.ingest.IngestFixture.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.RunStatus;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Landing files that producers touch while ingest is at work. */
class ChangingFileTest {
  private static final String CHANGING = "sessions/b.jsonl";

  @TempDir Path directory;
  private IngestFixture fixture;
  private Path file;

  /** What a producer does to the file. */
  private enum Change {
    REPLACED {
      @Override
      void make(Path file) throws IOException {
        Path other = file.resolveSibling("_other");
        Files.writeString(other, lines(5000, 5700));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      }
    },
    GROWN {
      @Override
      void make(Path file) throws IOException {
        Files.writeString(file, lines(5000, 5700), StandardOpenOption.APPEND);
      }
    },
    TRUNCATED {
      @Override
      void make(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(channel.size() / 2 + 7);
        }
      }
    },
    OVERWRITTEN {
      @Override
      void make(Path file) throws IOException {
        Files.writeString(file, lines(5000, 5700));
      }
    };

    abstract void make(Path file) throws IOException;
  }

  @BeforeEach
  void setUp() {
    fixture = new IngestFixture(directory);
    fixture.file("sessions/a.jsonl", session(1), session(2)).run();
    fixture.bytes(CHANGING, lines(10, 800).getBytes(UTF_8));
    file = fixture.landing.resolve(CHANGING);
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatChangesAfterItWasListedIsTakenAsItIsOrAgain(Change change) throws IOException {
    StageResult disturbed = runAfter(() -> change.make(file));

    assertThat(disturbed.status(), is(RunStatus.SUCCEEDED));
    IngestFixture.read(disturbed).forEach(a -> assertThat(a + "", a.balanced(), is(true)));
    IngestPipeline.run(fixture.options("run-3"));
    assertThat(tables(fixture), is(tables(freshly())));
  }

  @Test
  void aFileThatVanishesIsADeadLetterAndTakenWhenItIsBack() throws IOException {
    Path elsewhere = directory.resolve("elsewhere");

    StageResult disturbed = runAfter(() -> Files.move(file, elsewhere));

    assertThat(IngestFixture.account(disturbed, "sessions").deadLettered(), is(1L));
    UsageException gone =
        assertThrows(UsageException.class, () -> IngestPipeline.run(fixture.options("run-3")));
    assertThat(gone.getMessage(), containsString("put back what is missing"));
    Files.move(elsewhere, file);
    IngestPipeline.run(fixture.options("run-4"));
    assertThat(tables(fixture), is(tables(freshly())));
  }

  @ParameterizedTest
  @EnumSource
  void theChecksumIsOfTheVeryBytesThatBecameRows(Change change) throws Exception {
    ChangingChannel.Log log = new ChangingChannel.Log(new ByteArrayOutputStream());
    Checksum checksum =
        new Checksum(() -> new ChangingChannel(FileChannel.open(file), log, change, file));
    List<RawEvent> rows = new ArrayList<>();
    List<DeadLetter> letters = new ArrayList<>();
    FileIntake intake =
        Intake.open(
            LandingFile.of(fixture.landing + "/", file + "", 0).orElseThrow(), rows, letters);

    Intake.newReader().read(checksum, intake);

    SourceAccount account = intake.finish().get(0);
    byte[] delivered = log.bytes().toByteArray();
    assertThat(account.read(), is((long) rows.size() + letters.size()));
    assertThat(account.read(), is(new String(delivered, UTF_8).lines().count()));
    assertThat((long) letters.size(), lessThan(3L));
    assertThat(checksum.value(), is(md5(delivered)));
  }

  private interface Disturbance {
    void happen() throws IOException;
  }

  /** Chooses what to read, lets something happen to the landing place, and reads. */
  private StageResult runAfter(Disturbance disturbance) throws IOException {
    IngestOptions options = fixture.options("run-2");
    Ingested before = Ingested.published(options);
    IngestMode mode = IngestModes.choose(options, before).orElseThrow();
    disturbance.happen();
    return new IngestPipeline(GroupByKey.create()).run(options, mode, before);
  }

  /** The same landing place, ingested once and undisturbed. */
  private IngestFixture freshly() {
    IngestFixture fresh = new IngestFixture(directory.resolve("fresh"));
    for (String name : List.of("sessions/a.jsonl", CHANGING)) {
      try {
        fresh.bytes(name, Files.readAllBytes(fixture.landing.resolve(name)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    fresh.run();
    return fresh;
  }

  private static List<List<List<Object>>> tables(IngestFixture fixture) {
    return List.of(
        fixture.query("select * from raw.sessions order by event_id"),
        fixture.query("select error_id, code, payload from monitoring.dead_letters order by 1"),
        fixture.query("select path, size_bytes, checksum from monitoring.landing_files order by 1"),
        fixture.query("select * from monitoring.source_accounts order by source, table_name"));
  }

  private static String lines(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> session(i) + "\n").collect(Collectors.joining());
  }

  private static String md5(byte[] bytes) throws Exception {
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
  }

  /** Reads a file, keeps what it gave, and changes the file after the first bytes. */
  private record ChangingChannel(FileChannel channel, Log log, Change change, Path file)
      implements ReadableByteChannel {
    record Log(ByteArrayOutputStream bytes) {}

    @Override
    public int read(ByteBuffer target) throws IOException {
      ByteBuffer given = target.duplicate();
      int count = channel.read(target);
      if (count > 0) {
        if (log.bytes.size() == 0) {
          change.make(file);
        }
        byte[] bytes = new byte[count];
        given.get(bytes);
        log.bytes.writeBytes(bytes);
      }
      return count;
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
