package io.growthline.pipelines.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.pipelines.stage.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceImportTest {
  private static final Path MAPPING = IngestFixture.PROJECT.resolve("sources/cdnow.yaml");

  private static final String PURCHASES =
      """
      master_customer_id,sample_customer_id,date,number_of_cds,dollar_value
      1,1,1997-01-01,1,29.33
      2,2,1997-01-02,2,free
      """;

  @TempDir Path directory;

  @Test
  void theFileAndTheMappingAreCopiedToTheFolderOfTheSource() throws IOException {
    SourceImport.Result result = run(MAPPING, write("a/x.csv", PURCHASES));

    assertThat(result.source(), is("cdnow"));
    assertThat(result.copied(), contains(landing().resolve("cdnow/x.csv")));
    assertThat(Files.readString(landing().resolve("cdnow/x.csv")), is(PURCHASES));
    assertThat(Files.mismatch(MAPPING, landing().resolve("cdnow/_mapping.yaml")), is(-1L));
  }

  @Test
  void theSameFileAgainIsAlreadyImported() throws IOException {
    run(MAPPING, write("a/x.csv", PURCHASES));
    SourceImport.Result again = run(MAPPING, write("b/x.csv", PURCHASES));

    assertThat(again.copied(), empty());
    assertThat(again.alreadyImported(), contains(landing().resolve("cdnow/x.csv")));
  }

  @Test
  void anotherFileOfTheSameNameIsRefused() throws IOException {
    run(MAPPING, write("a/x.csv", PURCHASES));
    Path other = write("b/x.csv", PURCHASES.replace("2", "3"));

    UsageException e = assertThrows(UsageException.class, () -> run(MAPPING, other));

    assertThat(e.getMessage(), containsString("A different file was imported"));
    assertThat(Files.readString(landing().resolve("cdnow/x.csv")), is(PURCHASES));
  }

  @Test
  void anInputThatIsAbsentOrAMappingThatIsWrongIsRefusedBeforeAnythingIsCopied()
      throws IOException {
    Path input = write("a/x.csv", PURCHASES);
    Path wrong = write("wrong.yaml", "source: x\nformat: csv\n");

    UsageException absent =
        assertThrows(
            UsageException.class,
            () ->
                SourceImport.run(MAPPING, List.of(input, directory.resolve("no.csv")), landing()));
    UsageException mapping = assertThrows(UsageException.class, () -> run(wrong, input));

    assertThat(absent.getMessage(), containsString("no.csv is not a readable file"));
    assertThat(mapping.getMessage(), containsString("wrong.yaml:1: tables must name"));
    assertThat(Files.exists(landing().resolve("cdnow")), is(false));
  }

  @Test
  void whatTheFirstRowsGiveIsTold() throws IOException {
    assertThat(
        run(MAPPING, write("a/x.csv", PURCHASES)).previews(),
        contains(
            "The first 2 rows give 1 transactions, 1 rejected: x.csv, row 2: wrong_type,"
                + " cdnow.yaml:17: rule 1 (transactions), column amount_minor: not a decimal number"
                + " in: minor(row.dollar_value)."));
  }

  @Test
  void aFileOfWhichNoRowFitsIsRefused() throws IOException {
    Path other = write("a/x.csv", PURCHASES.replace(',', ';'));

    UsageException e = assertThrows(UsageException.class, () -> run(MAPPING, other));

    assertThat(
        e.getMessage(),
        is(
            "Nothing was imported: all rows at the head of the file would be rejected. x.csv, row 1:"
                + " missing_field, cdnow.yaml:14: rule 1 (transactions), column customer_id: the"
                + " field master_customer_id is absent (2 times). Correct cdnow.yaml, which expects csv"
                + " with ',' between values and names in the first row."));
    assertThat(Files.exists(landing().resolve("cdnow")), is(false));
  }

  @Test
  void aFileOfAnotherFormatIsRefused() throws IOException {
    Path mapping =
        write("p.yaml", Files.readString(MAPPING).replace("format: csv", "format: parquet"));
    Path csv = write("a/x.csv", PURCHASES);

    UsageException e = assertThrows(UsageException.class, () -> run(mapping, csv));

    assertThat(e.getMessage(), containsString("x.csv cannot be read as parquet"));
  }

  @Test
  void aFileInAnotherEncodingIsRefusedWithItsName() throws IOException {
    byte[] latin1 = rows("J\u00f8rgen", 5).getBytes(StandardCharsets.ISO_8859_1);
    byte[] utf16 = rows("J\u00f8rgen", 5).getBytes(StandardCharsets.UTF_16LE);

    assertThat(
        refused("latin.csv", latin1),
        is(
            "Nothing was imported: all rows at the head of the file would be rejected. latin.csv,"
                + " row 1: malformed_record, The record is not valid UTF-8, but perhaps latin-1"
                + " (ISO-8859-1, windows-1252); convert the file: iconv -f windows-1252 -t utf-8"
                + " (5 times)."));
    assertThat(
        refused("wide.csv", utf16),
        endsWith(
            "wide.csv cannot be read as csv (its header cannot be read: The record seems to be"
                + " UTF-16; convert the file: iconv -f utf-16 -t utf-8)."));
  }

  @Test
  void aRowWithANulIsRejectedByThePreviewAsByTheRun() throws IOException {
    String[] lines = rows("Ann", 3).split("\n", -1);
    lines[2] = lines[2].replace("Ann", "A\0n");

    assertThat(
        imported("a.csv", String.join("\n", lines)),
        is(
            "The first 3 rows give 2 transactions, 1 rejected: a.csv, row 2: malformed_record, The"
                + " record holds a NUL byte; files must be UTF-8."));
  }

  @Test
  void aQuoteThatIsNotClosedCostsItsRowAlone() throws IOException {
    assertThat(
        imported("a.csv", rows("Ann", 3).replaceFirst("2,Ann", "2,\"Ann")),
        is(
            "The first 3 rows give 2 transactions, 1 rejected: a.csv, row 2: malformed_record, A"
                + " quote is not closed."));
  }

  @Test
  void eachReasonIsToldWithItsFirstRowAndItsNumberOfRows() throws IOException {
    String rows = rows("Ann", 4).replaceFirst("1,Ann,2024", "1,Ann,2204").replace("4.00", "4k");

    assertThat(
        imported("a.csv", rows.replace("3.00", "3k")),
        is(
            "The first 4 rows give 1 transactions, 3 rejected: a.csv, row 1: future_event,"
                + " shop.yaml:9: rule 1 (transactions), column occurred_at: occurred_at lies more"
                + " than 24 hours after the file was read; a.csv, row 3: wrong_type, shop.yaml:11:"
                + " rule 1 (transactions), column amount_minor: not a decimal number in:"
                + " minor(row.amount, 'EUR') (2 times)."));
  }

  @Test
  void aFileWhoseNameBeliesItsCompressionIsRefused() throws IOException {
    byte[] plain = rows("Ann", 1).getBytes(StandardCharsets.UTF_8);

    assertThat(
        refused("plain.csv.gz", plain),
        endsWith(
            "plain.csv.gz cannot be read as csv (its name ends in .gz, but it is not compressed:"
                + " rename it, or compress it with gzip)."));
    assertThat(
        refused("packed.csv", IngestFixture.gzip(rows("Ann", 1))),
        endsWith(
            "packed.csv cannot be read as csv (it is compressed with gzip, but its name does not"
                + " end in .gz: rename it)."));
  }

  private static String rows(String customer, int count) {
    StringBuilder rows = new StringBuilder("id,customer,t,amount\n");
    for (int i = 1; i <= count; i++) {
      rows.append(i + "," + customer + ",2024-02-0" + i + "," + i + ".00\n");
    }
    return rows.toString();
  }

  private Path shop() throws IOException {
    return write(
        "shop.yaml",
        """
        source: shop
        format: csv
        tables:
          - table: transactions
            columns:
              event_id: "row.id"
              idempotency_key: "row.id"
              customer_id: "row.customer"
              occurred_at: "parseTimestamp(row.t, 'yyyy-MM-dd')"
              transaction_id: "row.id"
              amount_minor: "minor(row.amount, 'EUR')"
              currency: "'EUR'"
              status: "'approved'"
        """);
  }

  private String imported(String name, String content) throws IOException {
    return run(shop(), write(name, content)).previews().get(0);
  }

  private String refused(String name, byte[] content) throws IOException {
    Path mapping = shop();
    Path input = Files.write(directory.resolve(name), content);

    String message = assertThrows(UsageException.class, () -> run(mapping, input)).getMessage();

    assertThat(Files.exists(landing().resolve("shop")), is(false));
    return message;
  }

  private SourceImport.Result run(Path mapping, Path input) throws IOException {
    return SourceImport.run(mapping, List.of(input), landing());
  }

  private Path landing() {
    return directory.resolve("landing");
  }

  private Path write(String name, String content) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
