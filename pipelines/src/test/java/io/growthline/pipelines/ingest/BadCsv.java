package io.growthline.pipelines.ingest;

import static io.growthline.pipelines.ingest.BadInput.UNKNOWN;
import static io.growthline.pipelines.ingest.Profiles.EMAIL;
import static io.growthline.pipelines.ingest.Profiles.NAME;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** CSV files of the source {@code people}, which a mapping makes into customer profiles. */
final class BadCsv {
  static final String MAPPING =
      """
      source: people
      format: csv
      tables:
        - table: customer_profiles
          columns:
            event_id: "row.id"
            idempotency_key: "'people-' + row.id"
            customer_id: "row.id"
            occurred_at: "parseTimestamp(row.since, 'yyyy-MM-dd')"
            full_name: "row.name"
            email: "row.email"
            city: "row.city"
            credit_limit_minor: "minor(decimal(row.limit, '.'), 'GBP')"
            account_opened_on: "parseDate(row.since, 'yyyy-MM-dd')"
            push_opt_in: "row.push == 'yes'"
            vulnerable_customer: "false"
            business_account: "false"
      """;

  private static final String HEADER = "id,name,email,city,limit,since,push\n";
  private static final String BEFORE = row("before", "leeds", "1500.00", "2026-01-05");
  private static final String AFTER = row("after", "leeds", "1500.00", "2026-01-05");
  private static final byte[] TWO = (HEADER + BEFORE + AFTER).getBytes(UTF_8);

  private BadCsv() {}

  static List<BadInput> kinds() {
    return List.of(
        line("csv with too many values", row("bad", "leeds,hull", "1", "2026-01-05")),
        line("csv with too few values", "bad," + NAME + "," + EMAIL + "\n"),
        line("csv of commas", ",,,,,,\n"),
        line(
            "csv with a trailing comma", "bad," + NAME + "," + EMAIL + ",leeds,1,2026-01-05,no,\n"),
        line("csv with another delimiter", BEFORE.replace(',', ';')),
        line("csv with tabs", BEFORE.replace(',', '\t')),
        line("csv with a comment", "# from " + NAME + "\n"),
        line("csv with its header again", HEADER),
        line("csv with JSON in it", Profiles.BEFORE.replace(",", ";") + "\n"),
        city("csv with a line end in quotes", "\"le\neds\""),
        city("csv with CRLF in quotes", "\"le\r\neds\""),
        city("csv with quotes in quotes", "\"le\"\"eds\""),
        city("csv with a quote within", "le\"eds"),
        city("csv with a backslash before a quote", "\"le\\\"\"eds\""),
        city("csv with spaces around quotes", " \"leeds\" "),
        city("csv with single quotes", "'le,eds'"),
        city("csv with a NUL", "le\0eds"),
        city("csv with a formula", "=HYPERLINK(A1)"),
        city("csv with a text of 10 MB", "x".repeat(10_000_000)),
        city("csv with a text of 1 MB in quotes", "\"" + "x\n".repeat(500_000) + "\""),
        amount("csv amount with thousands commas", "\"1,500.00\""),
        amount("csv amount with a decimal comma", "\"1500,00\""),
        amount("csv amount with a currency", "\u00a31500"),
        amount("csv amount in brackets", "(1500.00)"),
        amount("csv amount with another currency", "\u20ac1500"),
        amount("csv amount with another code", "JPY 1500"),
        amount("csv amount with its code twice", "GBP GBP 1500"),
        amount("csv amount with a currency alone", "GBP"),
        amount("csv amount with a scale of thousands", "5k"),
        amount("csv amount with a scale of millions", "1.5M"),
        amount("csv amount with CR", "12.50 CR"),
        amount("csv amount with DR", "12.50 DR"),
        amount("csv amount with a minus behind", "12.50-"),
        amount("csv amount with two signs", "-+12.50"),
        amount("csv amount with a letter for a digit", "l2.50"),
        amount("csv amount with a percent sign", "12.50%"),
        amount("csv amount that is a fraction by another mark", "\"0,250\""),
        amount("csv amount with spaces that do not break", "1\u00a0500.00\u00a0GBP"),
        amount("csv amount of a hundred currency signs", "\u00a3".repeat(100)),
        amount("csv amount with a fraction of a penny", "1500.005"),
        amount("csv amount 1e999", "1e999"),
        amount("csv amount 1e999999999", "1e999999999"),
        amount("csv amount 1e-999999999", "1e-999999999"),
        amount("csv amount 1e2147483647", "1e2147483647"),
        amount("csv amount NaN", "NaN"),
        amount("csv amount of 2^63 pence", "92233720368547758.08"),
        amount("csv amount of 100000 digits", "9".repeat(100_000)),
        amount("csv amount of 100000 groups", "\"1" + ",000".repeat(100_000) + "\""),
        amount("csv amount empty", ""),
        amount("csv amount with full-width digits", "\uff11\uff15"),
        amount("csv amount in hexadecimal", "0x5DC"),
        day("csv day on a leap day that was none", "2025-02-29"),
        day("csv day in the other order", "05/01/2026"),
        day("csv day of a clock that starts at 0", "1970-01-01"),
        day("csv day of a spreadsheet that starts at 0", "1899-12-30"),
        day("csv day in a year of the first century", "0024-01-05"),
        day("csv day in a year with two digits changed", "2204-01-05"),
        day("csv day in a year of two digits", "26-01-05"),
        day("csv day far ahead of the run", "2099-02-03"),
        day("csv day in year 0", "0000-01-05"),
        day("csv day in year 9999", "9999-12-31"),
        day("csv day in year 10000", "10000-01-01"),
        day("csv day with a time", "2026-01-05 09:00"),
        day("csv day that is empty", ""),
        day("csv day of a spreadsheet", "46027"),
        bytes("csv empty", 0, r -> new byte[0]),
        bytes("csv of a header", 0, r -> HEADER.getBytes(UTF_8)),
        bytes("csv of a header without line end", 0, r -> HEADER.strip().getBytes(UTF_8)),
        bytes("csv without header", UNKNOWN, r -> (BEFORE + AFTER).getBytes(UTF_8)),
        bytes("csv header without a column", 2, r -> header(",city", ",town")),
        bytes("csv header with a column twice", UNKNOWN, r -> header(",city", ",name")),
        bytes("csv header with empty names", UNKNOWN, r -> header("email,city", ",")),
        bytes("csv header in capitals", 2, r -> header("city", "CITY")),
        bytes("csv header with spaces", 2, r -> header(",city,", ", city ,")),
        bytes("csv header in quotes", 2, r -> header("city", "\"city\"")),
        bytes("csv header with a byte order mark", 2, r -> header("id", "\ufeffid")),
        bytes("csv header in latin1", 0, r -> text(HEADER, "city", "cit\u00e9", ISO_8859_1)),
        bytes("csv value in latin1", 2, r -> text(BEFORE, "leeds", "leed\u00e9", ISO_8859_1)),
        bytes("csv in latin1", 2, r -> all("leeds", "l\u00e9\u00e9ds").getBytes(ISO_8859_1)),
        bytes("csv in windows-1252", 2, r -> replaced(all("leeds", "l#s"), '#', 0x80)),
        bytes("csv in code page 850", 2, r -> replaced(all("leeds", "l#s"), '#', 0x9c)),
        bytes("csv in Shift_JIS", 2, r -> replaced(all("leeds", "l#s"), '#', 0x83)),
        bytes("csv in overlong UTF-8", 2, r -> replaced(all("leeds", "l#/s"), '#', 0xc0)),
        bytes("csv in UTF-7", 2, r -> all("leeds", "l+AOk-ds").getBytes(UTF_8)),
        bytes("csv in UTF-32", UNKNOWN, r -> all("", "").getBytes(Charset.forName("UTF-32LE"))),
        bytes("csv in UTF-16 with a mark", UNKNOWN, r -> all("", "").getBytes(UTF_16)),
        bytes("csv that is compressed", UNKNOWN, r -> IngestFixture.gzip(all("", ""))),
        bytes("csv in UTF-16", UNKNOWN, r -> (HEADER + BEFORE).getBytes(UTF_16LE)),
        city("csv with a quote that never closes", "\"leeds"),
        city("csv with a quote that closes too early", "\"le\"eds"),
        city("csv with a quote that ends the line", "leeds,1,\""),
        bytes("csv with quotes that never close", UNKNOWN, r -> header("leeds", "\"leeds")),
        bytes("csv with text behind quotes", 2, r -> header("leeds", "\"le\"eds")),
        bytes("csv with a quote that never closes in its header", 0, r -> header("city", "\"city")),
        bytes("csv with typographic quotes", 2, r -> header("leeds", "\u201cle\u201deds")),
        bytes("csv with line ends of Windows", 2, r -> header("\n", "\r\n")),
        bytes("csv with line ends of old Macs", 2, r -> header("\n", "\r")),
        bytes("csv with mixed line ends", 2, r -> header("yes\n", "yes\r\n\n\r")),
        bytes("csv with 10000 columns", 2, r -> wide()),
        bytes("csv cut anywhere", UNKNOWN, r -> Damage.cut(TWO, r)),
        bytes("csv with a bit flipped", UNKNOWN, r -> Damage.flip(TWO, r)),
        bytes("csv with a slice gone", UNKNOWN, r -> Damage.remove(TWO, r)),
        bytes("csv with a slice twice", UNKNOWN, r -> Damage.repeat(TWO, r)),
        bytes("csv with bytes of chance within", UNKNOWN, r -> Damage.insert(TWO, r)),
        bytes("csv with a slice of NULs", UNKNOWN, r -> Damage.blank(TWO, r)));
  }

  /** A file without fault. */
  static byte[] good() {
    return TWO.clone();
  }

  private static String row(String id, String city, String limit, String since) {
    return String.join(",", id, NAME, EMAIL, city, limit, since, "yes") + "\n";
  }

  private static BadInput city(String kind, String city) {
    return line(kind, row("bad", city, "1500.00", "2026-01-05"));
  }

  private static BadInput amount(String kind, String amount) {
    return line(kind, row("bad", "leeds", amount, "2026-01-05"));
  }

  private static BadInput day(String kind, String day) {
    return line(kind, row("bad", "leeds", "1500.00", day));
  }

  private static BadInput line(String kind, String bad) {
    byte[] content = (HEADER + BEFORE + bad + AFTER).getBytes(UTF_8);
    return new BadInput(kind, path(kind), 3, true, r -> content);
  }

  private static BadInput bytes(String kind, int records, Function<Random, byte[]> maker) {
    return new BadInput(kind, path(kind), records, false, maker);
  }

  private static String path(String kind) {
    return "people/" + Profiles.fileName(kind) + ".csv";
  }

  private static byte[] header(String old, String replacement) {
    return (HEADER + BEFORE + AFTER).replace(old, replacement).getBytes(UTF_8);
  }

  private static String all(String old, String replacement) {
    String whole = HEADER + BEFORE + AFTER;
    return old.isEmpty() ? whole : whole.replace(old, replacement);
  }

  private static byte[] replaced(String text, char letter, int value) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == letter ? (byte) value : bytes[i];
    }
    return bytes;
  }

  private static byte[] wide() {
    StringBuilder names = new StringBuilder(HEADER.strip());
    for (int i = 0; i < 10_000; i++) {
      names.append(",c").append(i);
    }
    return (names + "\n" + BEFORE + AFTER).getBytes(UTF_8);
  }

  private static byte[] text(
      String part, String old, String replacement, java.nio.charset.Charset charset) {
    String whole = HEADER + BEFORE + AFTER;
    return whole.replace(part, part.replace(old, replacement)).getBytes(charset);
  }
}
