package io.growthline.pipelines.ingest;

import static io.growthline.pipelines.ingest.BadInput.UNKNOWN;
import static io.growthline.pipelines.ingest.IngestFixture.gzip;
import static io.growthline.pipelines.ingest.Profiles.AFTER;
import static io.growthline.pipelines.ingest.Profiles.BEFORE;
import static io.growthline.pipelines.ingest.Profiles.concat;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Compressed files that are cut, damaged, joined, misnamed, or much larger than they look. */
final class BadGzip {
  private static final byte[] ONE = gzip(BEFORE + "\n");
  private static final byte[] OTHER = gzip(AFTER + "\n");
  private static final byte[] TWO = gzip(BEFORE + "\n" + AFTER + "\n");
  private static final int TRAILER = 8;

  private BadGzip() {}

  static List<BadInput> kinds() {
    return List.of(
        kind("gzip empty file", 0, r -> new byte[0]),
        kind("gzip of nothing", 0, r -> gzip("")),
        joined("gzip of two members", 2, ONE, OTHER),
        joined("gzip with an empty member within", 2, ONE, gzip(""), OTHER),
        joined("gzip whose members share a record", 2, halves()),
        kind("gzip with text behind", UNKNOWN, r -> concat(ONE, (AFTER + "\n").getBytes(UTF_8))),
        kind("gzip with zeros behind", UNKNOWN, r -> Arrays.copyOf(TWO, TWO.length + 512)),
        kind("gzip with one byte behind", UNKNOWN, r -> concat(TWO, new byte[] {31})),
        kind("gzip with a damaged second member", UNKNOWN, r -> concat(ONE, changed(OTHER, 1, 0))),
        kind("gzip with a cut second member", UNKNOWN, r -> concat(ONE, Damage.cut(OTHER, r))),
        kind("gzip cut in its header", UNKNOWN, r -> Arrays.copyOf(TWO, 5)),
        kind("gzip that is a header", UNKNOWN, r -> Arrays.copyOf(TWO, 10)),
        kind("gzip cut in its data", UNKNOWN, r -> Arrays.copyOf(TWO, TWO.length / 2)),
        kind("gzip cut before its trailer", UNKNOWN, r -> Arrays.copyOf(TWO, TWO.length - TRAILER)),
        kind("gzip cut in its trailer", UNKNOWN, r -> Arrays.copyOf(TWO, TWO.length - 3)),
        kind("gzip with a wrong checksum", UNKNOWN, r -> flipped(TWO, TWO.length - 8)),
        kind("gzip with a wrong length", UNKNOWN, r -> flipped(TWO, TWO.length - 1)),
        kind("gzip with a wrong magic number", UNKNOWN, r -> changed(TWO, 0, 'P')),
        kind("gzip with an unknown method", UNKNOWN, r -> changed(TWO, 2, 7)),
        kind("gzip with reserved flags", UNKNOWN, r -> changed(TWO, 3, 0xe0)),
        kind("gzip with a header checksum that is wrong", UNKNOWN, r -> changed(TWO, 3, 2)),
        kind("gzip with a name in its header", 2, r -> named(TWO)),
        kind("gzip with a name that never ends", UNKNOWN, r -> changed(TWO, 3, 8)),
        kind("gzip with a bit flipped", UNKNOWN, r -> Damage.flip(TWO, r)),
        kind("gzip with a slice gone", UNKNOWN, r -> Damage.remove(TWO, r)),
        kind("gzip with a slice twice", UNKNOWN, r -> Damage.repeat(TWO, r)),
        kind("gzip with a slice of NULs", UNKNOWN, r -> Damage.blank(TWO, r)),
        kind("gzip twice", UNKNOWN, r -> compressed(TWO)),
        kind("gzip that is plain text", UNKNOWN, r -> (BEFORE + "\n").getBytes(UTF_8)),
        kind("gzip that is zlib", UNKNOWN, r -> zlib()),
        kind("gzip that is zip", UNKNOWN, r -> zip()),
        kind("gzip that is bzip2", UNKNOWN, r -> "BZh91AY&SY".getBytes(UTF_8)),
        kind("gzip that is zstd", UNKNOWN, r -> Profiles.bytes(0x28, 0xb5, 0x2f, 0xfd, 4, 0)),
        kind("gzip bomb of blank lines", 2, r -> bomb('\n')),
        kind("gzip bomb of one line", 3, r -> bomb('x')),
        new BadInput(
            "gzip under the name of plain text",
            "customer_profiles/compressed.jsonl",
            UNKNOWN,
            false,
            r -> TWO));
  }

  private static BadInput kind(String kind, int records, Function<Random, byte[]> maker) {
    return new BadInput(kind, Profiles.path(kind) + ".gz", records, false, maker);
  }

  private static BadInput joined(String kind, int records, byte[]... members) {
    return new BadInput(kind, Profiles.path(kind) + ".gz", records, true, r -> concat(members));
  }

  private static byte[][] halves() {
    String text = BEFORE + "\n" + AFTER + "\n";
    return new byte[][] {gzip(text.substring(0, 100)), gzip(text.substring(100))};
  }

  private static byte[] changed(byte[] bytes, int at, int value) {
    byte[] changed = bytes.clone();
    changed[at] = (byte) value;
    return changed;
  }

  private static byte[] flipped(byte[] bytes, int at) {
    return changed(bytes, at, bytes[at] ^ 1);
  }

  private static byte[] named(byte[] gzip) {
    byte[] header = Arrays.copyOf(gzip, 10);
    header[3] = 8;
    return concat(
        header, "profiles.jsonl\0".getBytes(UTF_8), Arrays.copyOfRange(gzip, 10, gzip.length));
  }

  /** 10 MB between two good records, a few KB when compressed. */
  private static byte[] bomb(char filling) {
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) filling);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write((BEFORE + "\n").getBytes(UTF_8));
      for (int i = 0; i < 10; i++) {
        out.write(block);
      }
      out.write(("\n" + AFTER + "\n").getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] compressed(byte[] data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] zlib() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(BEFORE.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("profiles.jsonl"));
      out.write(BEFORE.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
