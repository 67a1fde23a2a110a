package io.growthline.pipelines.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.warehouse.LocalCatalog;
import io.growthline.warehouse.LocalCatalog.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story begins with a run r1 in which marts, train and score have run. */
class UpToDateTest {
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  @TempDir Path directory;
  private DataDirectory data;

  @BeforeEach
  void aRun() throws IOException {
    data = new DataDirectory(directory);
    UpToDate first = now();
    publish("raw.sessions", "a");
    first.ingested();
    first.newest(JULY);
    publish("marts.dim_date", "b");
    first.ran(Stage.MARTS, JULY, "r1", true);
    model("1");
    first.ran(Stage.TRAIN, JULY, "r1", true);
    publish("scores.customer_scores", "c");
    first.ran(Stage.SCORE, JULY, "r1", true);
  }

  @Test
  void stagesThatHaveRunAreUpToDateWhileNothingChanges() {
    assertThat(now().since(Stage.MARTS, JULY), is(Optional.of("r1")));
    assertThat(now().since(Stage.TRAIN, JULY), is(Optional.of("r1")));
    assertThat(now().since(Stage.SCORE, JULY), is(Optional.of("r1")));
    assertThat(now().since(Stage.PRICE, JULY), is(Optional.empty()));
    assertThat(now().newest(), is(Optional.of(JULY)));
  }

  @Test
  void ingestWithoutNewsChangesNothing() {
    UpToDate second = now();
    second.ingested();

    assertThat(second.since(Stage.TRAIN, JULY), is(Optional.of("r1")));
  }

  @Test
  void newRowsMakeEveryStageRun() throws IOException {
    UpToDate second = now();
    publish("raw.sessions", "new");
    second.ingested();

    assertThat(second.since(Stage.MARTS, JULY), is(Optional.empty()));
    assertThat(second.newest(), is(Optional.empty()));
  }

  @Test
  void aStageThatChangesSomethingMakesLaterStagesRun() throws IOException {
    UpToDate second = now();
    model("2");
    second.ran(Stage.TRAIN, JULY, "r2", true);

    assertThat(second.since(Stage.MARTS, JULY), is(Optional.of("r1")));
    assertThat(second.since(Stage.TRAIN, JULY), is(Optional.of("r2")));
    assertThat(second.since(Stage.SCORE, JULY), is(Optional.empty()));
  }

  @Test
  void aStageThatChangesNothingLeavesLaterStagesUpToDate() {
    UpToDate second = now();
    second.ran(Stage.TRAIN, JULY, "r2", true);

    assertThat(second.since(Stage.SCORE, JULY), is(Optional.of("r1")));
  }

  @Test
  void aStageThatDidNotSucceedRunsAgain() {
    now().ran(Stage.TRAIN, JULY, "r2", false);

    assertThat(now().since(Stage.TRAIN, JULY), is(Optional.empty()));
    assertThat(now().since(Stage.MARTS, JULY), is(Optional.of("r1")));
  }

  @Test
  void anotherDayMakesEveryStageRun() {
    LocalDate june = LocalDate.of(2026, 6, 1);
    assertThat(now().since(Stage.MARTS, june), is(Optional.empty()));

    now().ran(Stage.MARTS, june, "r2", true);

    assertThat(now().since(Stage.TRAIN, june), is(Optional.empty()));
    assertThat(now().since(Stage.TRAIN, JULY), is(Optional.empty()));
  }

  @Test
  void whatOthersChangeMakesEveryStageRun() throws IOException {
    publish("raw.sessions", "streamed");
    assertThat(now().since(Stage.MARTS, JULY), is(Optional.empty()));
    publish("raw.sessions", "a");
    assertThat(now().since(Stage.MARTS, JULY), is(Optional.of("r1")));
    model("promoted by hand");
    assertThat(now().since(Stage.MARTS, JULY), is(Optional.empty()));
  }

  @Test
  void otherOptionsMakeEveryStageRun() {
    UpToDate other = UpToDate.in(data, List.of("--targetParallelism=1"));

    assertThat(other.since(Stage.MARTS, JULY), is(Optional.empty()));
  }

  @Test
  void theRecordOfRunsIsNoInput() throws IOException {
    publish("monitoring.run_manifests", "r2");

    assertThat(now().since(Stage.MARTS, JULY), is(Optional.of("r1")));
  }

  @Test
  void whatCannotBeReadIsForgotten() throws IOException {
    Files.writeString(data.runs().resolve("up-to-date.json"), "{");

    assertThat(now().since(Stage.MARTS, JULY), is(Optional.empty()));
  }

  private UpToDate now() {
    return UpToDate.in(data, List.of());
  }

  private void publish(String table, String file) throws IOException {
    Path warehouse = Files.createDirectories(data.warehouse());
    LocalCatalog.read(warehouse)
        .with(Map.of(table, List.of(new DataFile(file + ".parquet", 1, null))))
        .write(warehouse);
  }

  private void model(String version) throws IOException {
    Path journal = Files.createDirectories(data.models().resolve("churn/journal"));
    Files.writeString(journal.resolve("20260701T000000000Z_" + version + "_production.json"), "");
  }
}
