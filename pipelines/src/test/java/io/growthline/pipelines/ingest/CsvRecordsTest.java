package io.growthline.pipelines.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.ingest.RejectedRecordException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A record of CSV is what RFC 4180 says; one that is none costs no other. */
class CsvRecordsTest {
  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> value =
        Arbitraries.strings().withChars("ab \u00e9\u20ac,;\"\n\r").ofMaxLength(6);
    return value.list().ofSize(3).list().ofMaxSize(5);
  }

  @Property(tries = 500)
  void whatIsQuotedComesBack(@ForAll("tables") List<List<String>> rows) throws Exception {
    String csv =
        rows.stream()
            .map(row -> quoted(row) + "\r\n")
            .collect(Collectors.joining("", "x,y,z\n", ""));

    assertThat(read(csv), is(rows.stream().map(List::toString).toList()));
  }

  @Example
  void valuesWithoutQuotesAreTakenAsTheyStand() throws Exception {
    assertThat(read("x,y\n a ,b\"c\n\n,\r\rlast,"), is(List.of("[ a , b\"c]", "[, ]", "[last, ]")));
    assertThat(read("\ufeff\"x\",y\n\"a\" ,b"), is(List.of("[a, b]")));
  }

  @Example
  void aQuoteThatIsNotClosedCostsItsLine() throws Exception {
    assertThat(
        read("x,y\n1,a\n2,\"b\n3,c\n4,\"d\nd\"\n"),
        is(List.of("[1, a]", "Text stands behind a closing quote", "[3, c]", "[4, d\nd]")));
    assertThat(
        read("x,y\n1,a\n2,\"b\n3,c\n4,d\n"),
        is(List.of("[1, a]", "A quote is not closed", "[3, c]", "[4, d]")));
    assertThat(
        read("x,y\n1,\"a\" b\n2,c\n"), is(List.of("Text stands behind a closing quote", "[2, c]")));
  }

  @Example
  void aLineThatIsTooLargeCostsItself() throws Exception {
    assertThat(
        read("x,y\n1," + "a".repeat(3_000_000) + "\n2,b\n"),
        is(List.of("The record is larger than 1048576 bytes", "[2, b]")));
  }

  private static String quoted(List<String> row) {
    return row.stream()
        .map(value -> '"' + value.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }

  /** The values of each record, or why it has none. */
  private static List<String> read(String csv) throws IOException {
    List<String> read = new ArrayList<>();
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    try (CsvRecords records = new CsvRecords(new ByteArrayInputStream(bytes), ',')) {
      while (records.next()) {
        try {
          read.add(new ArrayList<>(records.values().values()).toString());
        } catch (RejectedRecordException e) {
          read.add(e.getMessage());
        }
      }
    }
    return read;
  }
}
