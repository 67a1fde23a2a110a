package io.growthline.pipelines.emulators;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.google.cloud.NoCredentials;
import com.google.cloud.bigquery.BigQueryOptions;
import com.google.cloud.bigquery.QueryJobConfiguration;
import io.growthline.domain.contract.BigQuerySchema;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.Session;
import io.growthline.pipelines.generate.GenerateOptions;
import io.growthline.pipelines.generate.GeneratePipeline;
import io.growthline.pipelines.ingest.IngestOptions;
import io.growthline.pipelines.ingest.IngestPipeline;
import io.growthline.pipelines.marts.MartsOptions;
import io.growthline.pipelines.marts.MartsPipeline;
import io.growthline.pipelines.models.SqlRows;
import io.growthline.pipelines.stage.AsOf;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.SqlWarehouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Stages against emulators of the cloud: {@code ./mvnw test -Pemulators}. */
@Tag("emulators")
@EnabledIfSystemProperty(
    named = "tests.only",
    matches = "emulators",
    disabledReason = "SKIPPED: only -Pemulators runs this")
class EmulatorsTest {
  private static final String PROJECT = "growthline-test";
  private static final String NO_CREDENTIALS =
      "--credentialFactoryClass=org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory";

  @TempDir Path directory;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final String bucket = "growthline-" + UUID.randomUUID();

  @Test
  void landingFilesInAnEmulatedBucketBecomeMartsInADirectory() throws Exception {
    assertMarts(storage(), directory.resolve("warehouse").toString());
  }

  // The emulator takes no Avro load jobs and no copy jobs, so no stage can publish to it.
  @Test
  void contractTablesInAnEmulatedBigQueryAnswerTheQueriesOfStages() throws Exception {
    Emulator bigQuery = Emulator.of("BIGQUERY_EMULATOR_HOST");
    createTablesAsTerraformDoes(bigQuery);
    StageOptions options =
        options(
            List.of(
                NO_CREDENTIALS,
                "--bigQueryEndpoint=" + bigQuery.url(),
                "--warehouse=bq://" + PROJECT));
    TableSpec<Session> sessions = TableSpec.of(Session.class);

    try (SqlWarehouse sql = Warehouses.sql(options)) {
      change(bigQuery, "DELETE FROM raw.sessions WHERE TRUE");
      change(
          bigQuery,
          "INSERT INTO raw.sessions (event_id, idempotency_key, customer_id, occurred_at,"
              + " ingested_at, schema_version, source, session_id, duration_s, screens, crashed)"
              + " VALUES ('e1', 'k1', 'c1', TIMESTAMP '2026-01-05 09:00:00+00',"
              + " TIMESTAMP '2026-01-05 09:00:03+00', 1, 'app', 's1', 60, 3, FALSE)");

      List<Session> rows =
          new SqlRows(sql).read(sessions, "customer_id = @customer", Map.of("customer", "c1"));
      assertThat(rows.size(), is(1));
      assertThat(rows.get(0).occurredAt(), is(Instant.parse("2026-01-05T09:00:00Z")));
      assertThat(AsOf.ofEvents(options, sql), is(Optional.of(LocalDate.of(2026, 1, 6))));
    }
  }

  private static void change(Emulator bigQuery, String statement) throws InterruptedException {
    BigQueryOptions.newBuilder()
        .setProjectId(PROJECT)
        .setHost(bigQuery.url())
        .setCredentials(NoCredentials.getInstance())
        .build()
        .getService()
        .query(QueryJobConfiguration.of(statement));
  }

  private List<String> storage() throws IOException, InterruptedException {
    Emulator storage = Emulator.of("STORAGE_EMULATOR_HOST");
    storage.create("/storage/v1/b?project=" + PROJECT, "{\"name\":\"" + bucket + "\"}");
    return List.of(
        "--gcsEndpoint=" + storage.url() + "/storage/v1/",
        NO_CREDENTIALS,
        "--project=" + PROJECT,
        "--tempLocation=gs://" + bucket + "/tmp",
        "--targetParallelism=2");
  }

  private static void createTablesAsTerraformDoes(Emulator bigQuery)
      throws IOException, InterruptedException {
    String datasets = "/bigquery/v2/projects/" + PROJECT + "/datasets";
    for (String dataset : List.of("raw", "marts", "scores", "monitoring", "staging")) {
      bigQuery.create(
          datasets,
          "{\"datasetReference\":{\"projectId\":\"%s\",\"datasetId\":\"%s\"}}"
              .formatted(PROJECT, dataset));
    }
    for (TableSpec<?> table : Contracts.all()) {
      bigQuery.create(
          datasets + "/" + table.dataset() + "/tables",
          "{\"tableReference\":{\"projectId\":\"%s\",\"datasetId\":\"%s\",\"tableId\":\"%s\"},\"schema\":{\"fields\":%s}}"
              .formatted(PROJECT, table.dataset(), table.name(), BigQuerySchema.columns(table)));
    }
  }

  private void assertMarts(List<String> cloud, String warehouse) {
    String landing = "--landing=gs://" + bucket + "/landing";
    List<String> generate = new ArrayList<>(cloud);
    generate.addAll(List.of(landing, "--customers=20", "--months=3", "--format=parquet"));
    Map<String, Long> generated =
        GeneratePipeline.run(
                PipelineOptionsFactory.fromArgs(generate.toArray(String[]::new))
                    .as(GenerateOptions.class))
            .rows();
    List<String> args = new ArrayList<>(cloud);
    args.addAll(List.of("--warehouse=" + warehouse, "--runId=emulators-1", "--buckets=2"));

    assertSucceeds(IngestOptions.class, IngestPipeline::run, args, landing);
    assertSucceeds(MartsOptions.class, MartsPipeline::run, args);

    try (SqlWarehouse sql = Warehouses.sql(options(args))) {
      assertThat(count(sql, "raw.sessions"), is(generated.get("sessions")));
      assertThat(count(sql, "marts.fct_transactions"), is(generated.get("transactions")));
    }
  }

  private static StageOptions options(List<String> args) {
    return PipelineOptionsFactory.fromArgs(args.toArray(String[]::new)).as(StageOptions.class);
  }

  private static long count(SqlWarehouse sql, String table) {
    return (Long) sql.query("SELECT COUNT(*) FROM " + table, Map.of()).rows().get(0).get(0);
  }

  private <O extends StageOptions> void assertSucceeds(
      Class<O> type, Function<O, StageResult> stage, List<String> options, String... more) {
    List<String> args = new ArrayList<>(options);
    args.addAll(List.of(more));
    int code =
        StageMain.execute(
            args.toArray(String[]::new),
            type,
            stage,
            new PrintStream(said, true, StandardCharsets.UTF_8));
    assertThat(said.toString(StandardCharsets.UTF_8), code, is(0));
  }
}
