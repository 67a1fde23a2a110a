package io.growthline.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.Session;
import io.growthline.warehouse.LocalCatalog.DataFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusedFilesTest {
  private static final TableSpec<Session> SESSIONS = TableSpec.of(Session.class);

  @TempDir Path warehouse;

  @Test
  void aFileStaysWhileTheCatalogOrAPublicationNamesIt() throws Exception {
    Path published = live();
    DuckDbPublisher.publish(warehouse);
    Path replaced = live();
    Path current = live();

    UnusedFiles.remove(warehouse);

    assertThat("published", Files.exists(published), is(true));
    assertThat("replaced before it was published", Files.exists(replaced), is(false));
    assertThat("current", Files.exists(current), is(true));
  }

  @Test
  void whatAKilledProcessHasLeftInATableGoes() throws Exception {
    Path left = warehouse.resolve(LocalTables.file(warehouse, SESSIONS, Map.of()).path());

    UnusedFiles.remove(warehouse);

    assertThat(Files.exists(left), is(false));
  }

  @Test
  void whatIsStagedStays() throws Exception {
    Path staged = Files.createDirectories(warehouse.resolve("_staging/r1/raw/sessions"));
    Path rows = Files.writeString(staged.resolve("a.parquet"), "rows");

    UnusedFiles.remove(warehouse);

    assertThat(Files.exists(rows), is(true));
  }

  @Test
  void spilledRowsGoWhenNoStatementCanStillReadThem() throws Exception {
    Path old = Files.createDirectories(warehouse.resolve("_spill-old"));
    Files.writeString(old.resolve("block"), "rows");
    Path fresh = Files.createDirectories(warehouse.resolve("_spill-fresh"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

    UnusedFiles.remove(warehouse);

    assertThat(Files.exists(old), is(false));
    assertThat(Files.exists(fresh), is(true));
  }

  private Path live() throws Exception {
    DataFile file = LocalTables.file(warehouse, SESSIONS, Map.of());
    LocalTables.replace(warehouse, SESSIONS, List.of(file));
    return warehouse.resolve(file.path());
  }
}
