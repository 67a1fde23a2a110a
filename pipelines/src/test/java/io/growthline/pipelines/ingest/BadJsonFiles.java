package io.growthline.pipelines.ingest;

import static io.growthline.pipelines.ingest.BadInput.UNKNOWN;
import static io.growthline.pipelines.ingest.Profiles.AFTER;
import static io.growthline.pipelines.ingest.Profiles.BEFORE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Whole files of JSON Lines that are damaged, wrongly encoded, wrongly named or no such thing. */
final class BadJsonFiles {
  private static final String TWO = BEFORE + "\n" + AFTER + "\n";

  private BadJsonFiles() {}

  static List<BadInput> kinds() {
    return List.of(
        file("file empty", 0, ""),
        file("file of one line end", 0, "\n"),
        file("file of blank lines", 0, " \n\t\n\r\n\n"),
        file("file with line ends of Windows", 2, TWO.replace("\n", "\r\n")),
        file("file with mixed line ends", 2, BEFORE + "\r\n\n\r\n" + AFTER + "\n"),
        file("file with line ends of old Macs", UNKNOWN, TWO.replace('\n', '\r')),
        file("file with line separators of Unicode", UNKNOWN, TWO.replace('\n', '\u2028')),
        file("file with line ends of mainframes", UNKNOWN, TWO.replace('\n', '\u0085')),
        file("file with form feeds between records", UNKNOWN, TWO.replace('\n', '\f')),
        file("file without a last line end", 2, BEFORE + "\n" + AFTER),
        file("file with 100000 blank lines", 2, BEFORE + "\n".repeat(100_000) + AFTER),
        file("file with a byte order mark", 2, "\ufeff" + TWO),
        file("file of a byte order mark", UNKNOWN, "\ufeff"),
        file("file in pretty print", UNKNOWN, TWO.replace(",", ",\n")),
        file("file that is an array", UNKNOWN, "[" + BEFORE + ",\n" + AFTER + "]\n"),
        file("file without line ends", UNKNOWN, TWO.replace("\n", "")),
        file("file with a conflict of versions", 5, conflict()),
        file("file that is an error page", 1, "<html>502 Bad Gateway</html>"),
        file("file that points to large storage", 3, "version 1\noid sha256:0\nsize 7\n"),
        encoded("file in UTF-16 little endian", UTF_16LE, ""),
        encoded("file in UTF-16 big endian", UTF_16BE, ""),
        encoded("file in UTF-16 little endian with mark", UTF_16LE, "\ufeff"),
        encoded("file in UTF-16 big endian with mark", UTF_16BE, "\ufeff"),
        encoded("file in UTF-32 little endian", Charset.forName("UTF-32LE"), ""),
        encoded("file in UTF-32 big endian", Charset.forName("UTF-32BE"), ""),
        encoded("file in a mainframe's code", Charset.forName("IBM1047"), ""),
        encoded("file in latin1 with accents", ISO_8859_1, "\u00e9\n"),
        bytes(
            "file of one line of 10 MB", UNKNOWN, random -> "x".repeat(10_000_000).getBytes(UTF_8)),
        bytes("file with NULs at its end", UNKNOWN, random -> tail(TWO.getBytes(UTF_8), 4096)),
        bytes("file of NULs", UNKNOWN, random -> new byte[4096]),
        bytes("file of chance", UNKNOWN, random -> chance(random, 4096)),
        bytes("file cut anywhere", UNKNOWN, random -> Damage.cut(TWO.getBytes(UTF_8), random)),
        bytes(
            "file with a bit flipped", UNKNOWN, random -> Damage.flip(TWO.getBytes(UTF_8), random)),
        bytes(
            "file with a slice gone",
            UNKNOWN,
            random -> Damage.remove(TWO.getBytes(UTF_8), random)),
        bytes(
            "file with a slice twice",
            UNKNOWN,
            random -> Damage.repeat(TWO.getBytes(UTF_8), random)),
        bytes(
            "file with bytes of chance within",
            UNKNOWN,
            r -> Damage.insert(TWO.getBytes(UTF_8), r)),
        bytes(
            "file with a slice of NULs",
            UNKNOWN,
            random -> Damage.blank(TWO.getBytes(UTF_8), random)),
        bytes("file with two slices swapped", UNKNOWN, r -> Damage.swap(TWO.getBytes(UTF_8), r)),
        named("extension csv", "customer_profiles/a.csv"),
        named("extension txt", "customer_profiles/a.txt"),
        named("extension in capitals", "customer_profiles/a.JSONL"),
        named("extension absent", "customer_profiles/a"),
        named("extension of a backup", "customer_profiles/a.jsonl.bak"),
        named("extension of a part", "customer_profiles/a.jsonl.part"),
        named("extension parquet on JSON", "customer_profiles/a.jsonl.parquet"),
        named("extension xlsx", "customer_profiles/a.xlsx"),
        named("extension zst", "customer_profiles/a.jsonl.zst"),
        named("folder that is no table", "horoscopes/a.jsonl"),
        named("folder with a name in capitals", "Customer_Profiles/a.jsonl"),
        named("folder absent", "a.jsonl"),
        named("folder of another table", "sessions/profiles.jsonl"),
        new BadInput(
            "name with spaces and signs",
            "customer_profiles/day 1/a [b] {c} %41 ünï.jsonl",
            2,
            true,
            random -> TWO.getBytes(UTF_8)));
  }

  private static String conflict() {
    return "<<<<<<< ours\n" + BEFORE + "\n=======\n" + AFTER + "\n>>>>>>> theirs\n";
  }

  private static byte[] chance(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] tail(byte[] bytes, int nuls) {
    return Arrays.copyOf(bytes, bytes.length + nuls);
  }

  private static BadInput file(String kind, int records, String text) {
    boolean framed = text.contains(BEFORE + "\n") && text.contains("\n" + AFTER);
    return new BadInput(kind, Profiles.path(kind), records, framed, random -> text.getBytes(UTF_8));
  }

  private static BadInput encoded(String kind, Charset charset, String before) {
    return bytes(kind, UNKNOWN, random -> (before + TWO).getBytes(charset));
  }

  private static BadInput bytes(
      String kind, int records, java.util.function.Function<Random, byte[]> maker) {
    return new BadInput(kind, Profiles.path(kind), records, false, maker);
  }

  private static BadInput named(String kind, String path) {
    return new BadInput(kind, path, UNKNOWN, false, random -> TWO.getBytes(UTF_8));
  }
}
