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

  @TempDir Path directory;

  @Test
  void theFileAndTheMappingAreCopiedToTheFolderOfTheSource() throws IOException {
    SourceImport.Result result = run(MAPPING, write("a/x.csv", "1"));

    assertThat(result.source(), is("cdnow"));
    assertThat(result.copied(), contains(landing().resolve("cdnow/x.csv")));
    assertThat(Files.readString(landing().resolve("cdnow/x.csv")), is("1"));
    assertThat(Files.mismatch(MAPPING, landing().resolve("cdnow/_mapping.yaml")), is(-1L));
  }

  @Test
  void theSameFileAgainIsAlreadyImported() throws IOException {
    run(MAPPING, write("a/x.csv", "1"));
    SourceImport.Result again = run(MAPPING, write("b/x.csv", "1"));

    assertThat(again.copied(), empty());
    assertThat(again.alreadyImported(), contains(landing().resolve("cdnow/x.csv")));
  }

  @Test
  void anotherFileOfTheSameNameIsRefused() throws IOException {
    run(MAPPING, write("a/x.csv", "1"));
    Path other = write("b/x.csv", "2");

    UsageException e = assertThrows(UsageException.class, () -> run(MAPPING, other));

    assertThat(e.getMessage(), containsString("A different file was imported"));
    assertThat(Files.readString(landing().resolve("cdnow/x.csv")), is("1"));
  }

  @Test
  void anInputThatIsAbsentOrAMappingThatIsWrongIsRefusedBeforeAnythingIsCopied()
      throws IOException {
    Path input = write("a/x.csv", "1");
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
