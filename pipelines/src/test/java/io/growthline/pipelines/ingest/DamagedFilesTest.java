package io.growthline.pipelines.ingest;

import static io.growthline.pipelines.ingest.Profiles.profile;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.monitoring.DeadLetter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Good files in which some bytes are not what they were, in all formats. */
class DamagedFilesTest {
  private static final byte[] JSON = lines().getBytes(UTF_8);
  private static final byte[] GZIP = IngestFixture.gzip(lines());
  private static final byte[] CSV = BadCsv.good();
  private static final byte[] PARQUET = ParquetFixture.good(CompressionCodecName.SNAPPY);
  private static final byte[] PLAIN = ParquetFixture.good(CompressionCodecName.UNCOMPRESSED);

  private enum Operation {
    SET,
    FLIP,
    REMOVE,
    INSERT,
    REPEAT,
    CUT
  }

  /** One change at a part of the length of the file, so that it can be made to any file. */
  record Edit(Operation operation, double place, int length, byte value) {
    byte[] apply(byte[] bytes) {
      int from = (int) (place * bytes.length);
      int to = Math.min(bytes.length, from + length);
      byte[] head = Arrays.copyOf(bytes, from);
      byte[] slice = Arrays.copyOfRange(bytes, from, to);
      byte[] tail = Arrays.copyOfRange(bytes, to, bytes.length);
      byte[] noise = new byte[length];
      Arrays.fill(noise, value);
      for (int i = 0; i < slice.length; i++) {
        slice[i] = operation == Operation.FLIP ? (byte) (slice[i] ^ value) : slice[i];
      }
      return switch (operation) {
        case SET -> Profiles.concat(head, Arrays.copyOf(noise, slice.length), tail);
        case FLIP -> Profiles.concat(head, slice, tail);
        case REMOVE -> Profiles.concat(head, tail);
        case INSERT -> Profiles.concat(head, noise, slice, tail);
        case REPEAT -> Profiles.concat(head, slice, slice, tail);
        case CUT -> head;
      };
    }
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    return Combinators.combine(
            Arbitraries.of(Operation.class),
            Arbitraries.doubles().between(0, 0.9999).ofScale(4),
            Arbitraries.integers().between(1, 24),
            Arbitraries.bytes())
        .as(Edit::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Property(tries = 1000)
  void everyLineOfJsonIsARowOrADeadLetterThatKeepsIt(@ForAll("edits") List<Edit> edits) {
    byte[] damaged = damage(JSON, edits);
    Intake intake = checked("customer_profiles/a.jsonl", damaged);

    List<String> lines = Arrays.asList(new String(damaged, ISO_8859_1).split("\n", -1));
    long records = lines.stream().filter(line -> !line.matches("[ \t\r]*")).count();
    assertThat("records", intake.account().read(), is(records));
    for (DeadLetter letter : intake.letters()) {
      String line = lines.get(Math.toIntExact(letter.line()) - 1);
      assertThat("payload", payload(letter), is(line.getBytes(ISO_8859_1)));
    }
  }

  @Property(tries = 500)
  void damagedGzipIsAccountedFor(@ForAll("edits") List<Edit> edits) {
    checked("customer_profiles/a.jsonl.gz", damage(GZIP, edits));
  }

  @Property(tries = 500)
  void damagedCsvIsAccountedFor(@ForAll("edits") List<Edit> edits) {
    checked("people/a.csv", damage(CSV, edits));
  }

  @Property(tries = 150)
  void damagedParquetIsAccountedFor(@ForAll("edits") List<Edit> edits) {
    checked("customer_profiles/a.parquet", damage(PARQUET, edits));
  }

  @Property(tries = 150)
  void damagedParquetWithoutCompressionIsAccountedFor(@ForAll("edits") List<Edit> edits) {
    checked("customer_profiles/a.parquet", damage(PLAIN, edits));
  }

  @Example
  void aWrongLengthOfAValueInAParquetFileIsAccountedFor() {
    // Lengths have four bytes, and the first columns lie in the first thousand.
    for (int i = 0; i < 1000; i += 4) {
      byte[] damaged = PLAIN.clone();
      damaged[i] = 21;
      checked("customer_profiles/a.parquet", damaged);
    }
  }

  private static Intake checked(String path, byte[] content) {
    Logged<Intake> logged = Logged.during(() -> Intake.of(path, content));
    Accounting.check(logged.result(), logged.lines());
    return logged.result();
  }

  private static byte[] damage(byte[] bytes, List<Edit> edits) {
    byte[] damaged = bytes;
    for (Edit edit : edits) {
      damaged = edit.apply(damaged);
    }
    return damaged;
  }

  private static byte[] payload(DeadLetter letter) {
    String payload = letter.payload();
    return payload.startsWith("base64:")
        ? Base64.getDecoder().decode(payload.substring("base64:".length()))
        : payload.getBytes(UTF_8);
  }

  private static String lines() {
    return profile("one") + "\n" + profile("two") + "\n\n" + profile("three") + "\n";
  }
}
