package io.growthline.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.growthline.domain.contract.BigQueryDdl;
import io.growthline.domain.contract.BigQuerySchema;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.DataDictionary;
import io.growthline.domain.contract.TableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed files are what the contract records say. */
class GeneratedFilesTest {
  private static final String REGENERATE =
      "./mvnw -q -pl bigquery -am test -Dtest=GeneratedFilesTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dgrowthline.regenerate=true";
  private static final boolean REGENERATING = Boolean.getBoolean("growthline.regenerate");
  private static final Path SCHEMAS = Path.of("schemas");

  @Test
  void committedFilesAreWhatTheContractsSay() throws IOException {
    for (Map.Entry<Path, String> file : expected().entrySet()) {
      if (REGENERATING) {
        Files.createDirectories(file.getKey().getParent());
        Files.writeString(file.getKey(), file.getValue());
      }
      String committed = Files.exists(file.getKey()) ? Files.readString(file.getKey()) : "";
      assertThat(
          file.getKey() + " differs from the contract records; regenerate with: " + REGENERATE,
          committed.equals(file.getValue()),
          is(true));
    }
  }

  @Test
  void noSchemaIsLeftOverFromATableThatIsGone() throws IOException {
    Set<Path> expected = new TreeSet<>(expected().keySet());
    expected.removeIf(p -> !p.startsWith(SCHEMAS));
    assumeFalse(REGENERATING, "files are being regenerated");
    try (Stream<Path> committed = Files.walk(SCHEMAS)) {
      assertThat(new TreeSet<>(committed.filter(Files::isRegularFile).toList()), is(expected));
    }
  }

  private static Map<Path, String> expected() throws IOException {
    Map<Path, String> files = new TreeMap<>();
    for (TableSpec<?> table : Contracts.all()) {
      files.put(
          SCHEMAS.resolve(table.dataset()).resolve(table.name() + ".json"),
          BigQuerySchema.columns(table));
    }
    files.put(SCHEMAS.resolve("tables.json"), BigQuerySchema.tables(Contracts.all()));
    files.put(
        Path.of("ddl", "create.sql"), BigQueryDdl.script(Contracts.all(), ViewFiles.queries()));
    files.put(Path.of("../docs/data-dictionary.md"), DataDictionary.of(Contracts.all()));
    return files;
  }
}
