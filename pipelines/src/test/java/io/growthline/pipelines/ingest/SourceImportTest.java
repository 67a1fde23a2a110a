package io.growthline.pipelines.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.pipelines.stage.UsageException;
import java.io.IOException;
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
                + " field master_customer_id is absent. Correct cdnow.yaml, which expects csv with"
                + " ',' between values and names in the first row."));
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
