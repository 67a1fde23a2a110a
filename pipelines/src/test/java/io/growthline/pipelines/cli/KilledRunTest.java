package io.growthline.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.Models;
import io.growthline.pipelines.models.FileSystemsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end as by SIGKILL: a rerun gives what an undisturbed run gives. */
class KilledRunTest {
  private static final String ALL = "ingest,marts,train,score,price,decide,monitor";

  @TempDir Path directory;

  @Test
  void aRunThatIsKilledInTheMiddleOfAnyStageCanBeRunAgain() throws Exception {
    DataFixture data = DataFixture.generated(directory.resolve("data"));
    Map<String, String> expected = data.copy(directory.resolve("undisturbed")).run(ALL).tables();

    killWhileStaging(data, "ingest", "ingest");
    killWhileStaging(data, "ingest,marts", "marts");
    killBeforeTheModelIsRegistered(data, "marts,train");
    killWhileStaging(data, "train,score", "score");
    killWhileStaging(data, "score,price", "price");
    killWhileStaging(data, "price,decide", "decide");
    killWhileStaging(data, "decide,monitor", "monitor");
    data.run("monitor");

    data.assertTables(expected);
    assertThat(HeldPublication.staged(data.root()), is(empty()));
  }

  @Test
  void aRunThatIsKilledWhilePublishingLeavesTheOldTablesOrTheNewOnes() throws Exception {
    DataFixture data = new DataFixture(directory.resolve("data")).sessions("a.jsonl", 0, 50);
    Map<String, String> before = data.run("ingest").tables();
    data.sessions("b.jsonl", 40, 90);
    DataFixture undisturbed = new DataFixture(directory.resolve("undisturbed"));
    undisturbed.sessions("a.jsonl", 0, 50).sessions("b.jsonl", 40, 90).run("ingest");

    killWhileStaging(data, "ingest", "ingest");
    data.assertTables(before);
    killBeforeTheCatalogIsReplaced(data);
    data.assertTables(before);
    killBeforeQueriesAreRefreshed(data);
    data.assertTables(before);
    data.run("ingest");

    data.assertTables(undisturbed.tables());
  }

  /** Kills the run when the stage has written rows and published none. */
  private void killWhileStaging(DataFixture data, String stages, String stage) throws Exception {
    try (Fork run = start(data, stages)) {
      run.untilSaid("  " + stage + " ");
      try (HeldPublication held = HeldPublication.of(data.root())) {
        String catalog = catalog(data);
        List<Path> before = HeldPublication.staged(data.root());
        run.until("rows of " + stage, () -> HeldPublication.isStaging(data.root(), before));
        run.kill();
        assertThat("catalog after " + stage, catalog(data), is(catalog));
      }
    }
  }

  // The last file of the model is a pipe that nobody reads: writing it takes forever, so the run
  // can
  // be killed before the journal names the model.
  private void killBeforeTheModelIsRegistered(DataFixture data, String stages) throws Exception {
    String version =
        new ModelRegistry(new FileSystemsStore(directory.resolve("undisturbed/models").toString()))
            .production(Models.CHURN)
            .orElseThrow();
    Path churn = Files.createDirectories(data.root().resolve("models/churn/" + version));
    Path pipe = pipe(churn.resolve("metadata.json.tmp"));
    try (Fork run = start(data, stages)) {
      run.untilSaid("  train ")
          .until("a model", () -> HeldPublication.files(churn).size() > 1)
          .kill();
      assertThat(
          "registered", Files.exists(data.root().resolve("models/churn/journal")), is(false));
    }
    Files.delete(pipe);
  }

  // As above: the new catalog cannot be written, while its files have been moved already.
  private void killBeforeTheCatalogIsReplaced(DataFixture data) throws Exception {
    Path pipe = pipe(data.warehouse().resolve("_catalog.json.tmp"));
    Path rows = data.warehouse().resolve("raw/sessions");
    List<Path> live = HeldPublication.files(rows);
    try (Fork run = start(data, "ingest")) {
      run.until("new files", () -> !live.containsAll(HeldPublication.files(rows))).kill();
    }
    Files.delete(pipe);
  }

  private void killBeforeQueriesAreRefreshed(DataFixture data) throws Exception {
    try (Fork run = start(data, "ingest")) {
      run.untilSaid(" rows ").until("a new query file", () -> isRefreshing(data)).kill();
    }
  }

  private static boolean isRefreshing(DataFixture data) throws IOException {
    try (var files = Files.newDirectoryStream(data.warehouse(), "_growthline-*.duckdb")) {
      return files.iterator().hasNext();
    }
  }

  private Fork start(DataFixture data, String stages) {
    return Fork.start(directory.resolve("out.txt"), "run", "--stages=" + stages, data.option());
  }

  private static String catalog(DataFixture data) throws IOException {
    Path catalog = data.warehouse().resolve("catalog.json");
    return Files.exists(catalog) ? Files.readString(catalog) : "";
  }

  private static Path pipe(Path path) throws Exception {
    assumeTrue(
        new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0,
        "Skipped: this system has no named pipes");
    return path;
  }
}
