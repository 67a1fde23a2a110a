package io.growthline.pipelines.ingest;

import static io.growthline.pipelines.ingest.BadInput.UNKNOWN;
import static io.growthline.pipelines.ingest.Profiles.EMAIL;
import static io.growthline.pipelines.ingest.Profiles.NAME;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

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
            credit_limit_minor: "minor(row.limit.contains(',') ? decimal(row.limit, '.') : row.limit)"
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
        bytes("csv header in latin1", 2, r -> text(HEADER, "city", "cit\u00e9", ISO_8859_1)),
        bytes("csv value in latin1", 2, r -> text(BEFORE, "leeds", "leed\u00e9", ISO_8859_1)),
        bytes("csv in UTF-16", UNKNOWN, r -> (HEADER + BEFORE).getBytes(UTF_16LE)),
        bytes("csv with a quote that never closes", UNKNOWN, r -> header("leeds", "\"leeds")),
        bytes("csv with text behind a quote", UNKNOWN, r -> header("leeds", "\"le\"eds")),
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
