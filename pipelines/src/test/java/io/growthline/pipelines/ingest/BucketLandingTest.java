package io.growthline.pipelines.ingest;

import static io.growthline.pipelines.ingest.IngestFixture.gzip;
import static io.growthline.pipelines.ingest.IngestFixture.session;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.growthline.pipelines.generate.GenerateOptions;
import io.growthline.pipelines.generate.GeneratePipeline;
import io.growthline.pipelines.loopback.LoopbackStorage;
import io.growthline.pipelines.stage.StageMain;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The main of ingest on {@code gs://} places, against a Cloud Storage on this machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BucketLandingTest {
  private static final String MAPPING =
      """
      source: shop
      format: csv
      delimiter: ";"
      tables:
        - table: referrals
          columns:
            event_id: "'shop-' + row.id"
            idempotency_key: "'shop-' + row.id"
            customer_id: "row.who"
            occurred_at: "parseTimestamp(row.day, 'yyyy-MM-dd')"
            referral_id: "row.id"
            reward_id: "row.id"
            stage: "'invited'"
      """;

  @TempDir static Path directory;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private LoopbackStorage storage;
  private IngestFixture fixture;

  @BeforeEach
  void forgetWhatWasSaid() {
    said.reset();
  }

  @BeforeAll
  void ingestABucketWithFilesOfSeveralKinds() {
    storage =
        new LoopbackStorage("landing", "temp")
            .put("gs://landing/in/sessions/a.jsonl", session(1) + "\n{oops\n")
            .put("gs://landing/in/sessions/b.jsonl.gz", gzip(session(2) + "\n" + session(3) + "\n"))
            .put("gs://landing/in/sessions/day=5/c.jsonl", session(4) + "\n")
            .put("gs://landing/in/sessions/d e+ü.jsonl", session(5) + "\n")
            .put("gs://landing/in/shop/_mapping.yaml", MAPPING)
            .put("gs://landing/in/shop/visits.csv", "id;who;day\n7;c1;2026-01-05\n")
            .put("gs://landing/in/_truth.json", "{}")
            .put("gs://landing/other/sessions/not-asked-for.jsonl", session(6) + "\n");
    fixture = new IngestFixture(directory);
    int code = ingest("gs://landing/in", fixture);
    assertThat(said.toString(StandardCharsets.UTF_8), code, is(0));
  }

  @AfterAll
  void theServerKnewEveryRequest() {
    storage.close();
    assertThat(storage.unexpected(), is(empty()));
  }

  @Test
  void filesOfAllPagesOfTheListingBecomeRawTables() {
    assertThat(
        fixture.query("select event_id from raw.sessions order by 1"),
        contains(
            List.<Object>of("e1"),
            List.<Object>of("e2"),
            List.<Object>of("e3"),
            List.<Object>of("e4"),
            List.<Object>of("e5")));
    assertThat(
        fixture.query("select file, line from monitoring.dead_letters"),
        contains(List.<Object>of("sessions/a.jsonl", 2L)));
  }

  @Test
  void aMappingInTheBucketReadsForeignFiles() {
    assertThat(
        fixture.query("select event_id, customer_id, source from raw.referrals"),
        contains(List.<Object>of("shop-7", "c1", "shop")));
  }

  @Test
  void whatTheDriverMustKnowTravelsThroughTheTemporaryBucketAndIsRemoved() {
    assertThat(storage.uploaded(), hasItem(startsWith("gs://temp/tmp/ingest-facts-")));
    assertThat(storage.objects(), everyItem(not(startsWith("gs://temp/"))));
  }

  @Test
  void theLedgerHoldsTheChecksumThatTheBucketKnows() {
    int code = ingest("gs://landing/in", fixture);

    assertThat(said.toString(StandardCharsets.UTF_8), code, is(0));
    assertThat(
        said.toString(StandardCharsets.UTF_8), containsString("No new files in gs://landing/in"));
  }

  @Test
  void parquetIsGeneratedIntoABucketAndReadFromIt() {
    List<String> args = new ArrayList<>(storage.options());
    args.addAll(
        List.of(
            "--landing=gs://landing/made",
            "--customers=4",
            "--months=1",
            "--shards=1",
            "--format=parquet",
            "--targetParallelism=2"));
    long generated =
        GeneratePipeline.run(
                PipelineOptionsFactory.fromArgs(args.toArray(String[]::new))
                    .as(GenerateOptions.class))
            .rows()
            .get("sessions");

    IngestFixture made = new IngestFixture(directory.resolve("made"));
    int code = ingest("gs://landing/made/", made);
    assertThat(said.toString(StandardCharsets.UTF_8), code, is(0));

    assertThat(
        made.query("select count(*) from raw.sessions"), contains(List.<Object>of(generated)));
    assertThat(storage.objects(), hasItem("gs://landing/made/_truth.json"));
  }

  @Test
  void aBucketThatDoesNotExistIsWrongUsageInOneLine() {
    assertThat(ingest("gs://nowhere/in", fixture), is(2));

    List<String> lines = said.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.size(), is(1));
    assertThat(lines.get(0), startsWith("The landing place gs://nowhere/in cannot be listed"));
    assertThat(lines.get(0), containsString("set --landing"));
  }

  @Test
  void anEmptyPlaceInABucketIsWrongUsage() {
    assertThat(ingest("gs://landing/empty", fixture), is(2));

    assertThat(
        said.toString(StandardCharsets.UTF_8),
        containsString("gs://landing/empty does not exist or is empty"));
  }

  private int ingest(String landing, IngestFixture place) {
    List<String> args = new ArrayList<>(storage.options());
    args.addAll(
        List.of(
            "--landing=" + landing,
            "--warehouse=" + place.warehouse,
            "--tempLocation=gs://temp/tmp",
            "--runId=run-1",
            "--buckets=2",
            "--targetParallelism=2"));
    return StageMain.execute(
        args.toArray(String[]::new),
        IngestOptions.class,
        IngestPipeline::run,
        new PrintStream(said, true, StandardCharsets.UTF_8));
  }
}
