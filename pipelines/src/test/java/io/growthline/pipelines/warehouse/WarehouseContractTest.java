package io.growthline.pipelines.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.CampaignSpend;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.growth.RetentionCohort;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.transforms.RecordCoder;
import io.growthline.transforms.block.Buckets;
import io.growthline.transforms.block.PackByBucket;
import io.growthline.transforms.block.PackTable;
import io.growthline.transforms.block.RawRows;
import io.growthline.transforms.block.RowBlock;
import io.growthline.warehouse.DirectoryTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every warehouse adapter must do. */
abstract class WarehouseContractTest {
  private static final TableSpec<CampaignSpend> SPEND = TableSpec.of(CampaignSpend.class);
  private static final TableSpec<RetentionCohort> COHORTS = TableSpec.of(RetentionCohort.class);

  private static final CampaignSpend WITH_NULLS = spend("e1", null, null);
  private static final CampaignSpend COMPLETE = spend("e2", "north \"east\", ü", 12L);
  private static final RetentionCohort COHORT =
      new RetentionCohort("month", LocalDate.of(2025, 1, 1), 2, 3, 1, 1.0 / 3, 500L, null, null);

  /** A writer for a new run on the warehouse of this test. */
  abstract WarehouseWriter writer(String runId);

  abstract WarehouseReader reader();

  abstract Pipeline pipeline();

  @Test
  void rowsComeBackWithTheirNullsMicrosecondsAndDays() {
    publish("r1", SPEND, List.of(WITH_NULLS, COMPLETE));

    assertRows(SPEND, List.of(WITH_NULLS, COMPLETE));
  }

  @Test
  void nothingIsVisibleBeforeItIsPublished() {
    WarehouseWriter writer = writer("r1");
    write(writer, SPEND, List.of(COMPLETE));

    assertRows(SPEND, List.of());

    assertThat(writer.publish(), is(Map.of("raw.campaign_spend", 1L)));
    assertRows(SPEND, List.of(COMPLETE));
  }

  @Test
  void publishingReplacesTheTableAndLeavesTheOthers() {
    publish("r1", SPEND, List.of(WITH_NULLS));
    publish("r2", COHORTS, List.of(COHORT));
    publish("r3", SPEND, List.of(COMPLETE));

    assertRows(SPEND, List.of(COMPLETE));
    assertRows(COHORTS, List.of(COHORT));
  }

  @Test
  void publishingTheSameTwiceChangesNothing() {
    publish("r1", SPEND, List.of(WITH_NULLS, COMPLETE));
    publish("r1", SPEND, List.of(WITH_NULLS, COMPLETE));

    assertRows(SPEND, List.of(WITH_NULLS, COMPLETE));
  }

  @Test
  void severalTablesArePublishedTogether() {
    WarehouseWriter writer = writer("r1");
    Pipeline pipeline = pipeline();
    writer.stage(rows(pipeline, SPEND, List.of(COMPLETE)), SPEND);
    writer.stage(rows(pipeline, COHORTS, List.of(COHORT, COHORT)), COHORTS);
    pipeline.run().waitUntilFinish();

    assertThat(
        writer.publish(), is(Map.of("raw.campaign_spend", 1L, "marts.retention_cohorts", 2L)));
  }

  @Test
  void blocksOfSeveralTablesAreStagedTogether() {
    WarehouseWriter writer = writer("r1");
    Pipeline pipeline = pipeline();
    writer.stage(
        PCollectionList.of(
                rows(pipeline, SPEND, List.of(WITH_NULLS, COMPLETE)).apply(PackTable.of(SPEND)))
            .and(
                rows(pipeline, COHORTS, List.of(COHORT))
                    .apply("Pack cohorts", PackTable.of(COHORTS)))
            .apply(Flatten.pCollections()),
        List.of(SPEND, COHORTS));
    pipeline.run().waitUntilFinish();

    assertThat(writer.publish(), is(Map.of(SPEND.id(), 2L, COHORTS.id(), 1L)));
    assertRows(SPEND, List.of(WITH_NULLS, COMPLETE));
    assertRows(COHORTS, List.of(COHORT));
  }

  @Test
  void listsAreStagedWithoutAPipeline() {
    WarehouseWriter writer = writer("r1");
    writer.stageRows(List.of(WITH_NULLS, COMPLETE), SPEND);
    writer.stageRows(List.of(), COHORTS);
    assertRows(SPEND, List.of());

    assertThat(writer.publish(), is(Map.of(SPEND.id(), 2L, COHORTS.id(), 0L)));
    assertRows(SPEND, List.of(WITH_NULLS, COMPLETE));
  }

  @Test
  void publishedRowsArePackedAsTheyAreRead() {
    CampaignSpend other = spendAt("e3", "2025-05-02T00:00:00Z");
    publish("r1", SPEND, List.of(WITH_NULLS, COMPLETE, other));
    Pipeline pipeline = pipeline();

    PAssert.that(
            reader()
                .readPacked(
                    pipeline,
                    List.of(SPEND, TableSpec.of(FeatureUse.class)),
                    PackByBucket.all(new Buckets(3)))
                .apply(ParDo.of(new UnpackSpend())))
        .containsInAnyOrder(WITH_NULLS, COMPLETE, other);
    pipeline.run().waitUntilFinish();
  }

  private static final class UnpackSpend extends DoFn<KV<Integer, byte[]>, CampaignSpend> {
    @ProcessElement
    public void process(@Element KV<Integer, byte[]> block, OutputReceiver<CampaignSpend> out) {
      RawRows decoder = new RawRows();
      for (RowBlock.Rows rows = RowBlock.open(block.getValue()); rows.next(); ) {
        out.output((CampaignSpend) decoder.decode(rows.table(), rows.bytes(), rows.offset()));
      }
    }
  }

  @Test
  void whatOneProcessHasStagedAnotherPublishes() {
    publish("r1", COHORTS, List.of(COHORT));
    write(writer("r2"), SPEND, List.of(COMPLETE));

    WarehouseWriter other = writer("r2");
    other.adopt(SPEND);

    assertThat(other.publish(), is(Map.of(SPEND.id(), 1L)));
    assertRows(SPEND, List.of(COMPLETE));
    assertRows(COHORTS, List.of(COHORT));
  }

  @Test
  void theEndOfALaunchedJobIsKnownWhenAllItsTablesAreStaged(@TempDir Path temporary) {
    Launch launch = launch(temporary);
    WarehouseWriter writer = writer("r1");
    Pipeline pipeline = pipeline();
    writer.stage(rows(pipeline, SPEND, List.of(COMPLETE)), SPEND);
    writer.stage(rows(pipeline, COHORTS, List.of()), COHORTS);
    launch.start(pipeline, writer.written(), "remember this");

    assertThat(launch(temporary).memo(), is("remember this"));
    assertThat(writer.publish(), is(Map.of(SPEND.id(), 1L, COHORTS.id(), 0L)));
  }

  @Test
  void aJobThatFailsWhileItStagesNotesNoEnd(@TempDir Path temporary) throws IOException {
    WarehouseWriter writer = writer("r1");
    Pipeline pipeline = pipeline();
    writer.stage(rows(pipeline, COHORTS, List.of(COHORT)), COHORTS);
    writer.stage(
        rows(pipeline, SPEND, List.of(COMPLETE))
            .apply(
                MapElements.into(TypeDescriptor.of(CampaignSpend.class))
                    .via(
                        row -> {
                          throw new IllegalStateException(row.eventId());
                        })),
        SPEND);

    assertThrows(
        RuntimeException.class,
        () -> launch(temporary).start(pipeline, writer.written(), "remember this"));

    assertThat(DirectoryTree.files(temporary), is(empty()));
  }

  private static Launch launch(Path temporary) {
    StageOptions options = PipelineOptionsFactory.as(StageOptions.class);
    options.setTempLocation(temporary.toString());
    return new Launch("marts", options);
  }

  @Test
  void aTableWithoutRowsIsPublishedEmpty() {
    publish("r1", SPEND, List.of(COMPLETE));
    WarehouseWriter writer = writer("r2");
    write(writer, SPEND, List.of());

    assertThat(writer.publish(), is(Map.of("raw.campaign_spend", 0L)));
    assertRows(SPEND, List.of());
  }

  @Test
  void onlyTheDaysSaidAreReplacedAndADayWithoutRowsBecomesEmpty() {
    CampaignSpend kept = spendAt("e1", "2025-03-29T23:59:59.999999Z");
    CampaignSpend replaced = spendAt("e2", "2025-03-30T00:00:00Z");
    CampaignSpend emptied = spendAt("e3", "2025-03-31T12:00:00Z");
    publish("r1", SPEND, List.of(kept, replaced, emptied));
    CampaignSpend corrected = spendAt("e4", "2025-03-30T23:59:59.999999Z");
    CampaignSpend added = spendAt("e5", "2025-05-02T00:00:00Z");

    Map<String, Long> rows =
        publishDays(
            "r2",
            List.of(corrected, added),
            Set.of(LocalDate.of(2025, 3, 30), LocalDate.of(2025, 3, 31), LocalDate.of(2025, 5, 2)));

    assertThat(rows, is(Map.of(SPEND.id(), 3L)));
    assertRows(SPEND, List.of(kept, corrected, added));
  }

  @Test
  void replacingTheSameDaysTwiceChangesNothing() {
    CampaignSpend row = spendAt("e1", "2025-03-30T00:00:00Z");
    Set<LocalDate> day = Set.of(LocalDate.of(2025, 3, 30));
    publishDays("r1", List.of(row), day);
    publishDays("r2", List.of(row), day);

    assertRows(SPEND, List.of(row));
  }

  @Test
  void replacingNoDayChangesNothing() {
    CampaignSpend row = spendAt("e1", "2025-03-30T00:00:00Z");
    publish("r1", SPEND, List.of(row));

    assertThat(publishDays("r2", List.of(), Set.of()), is(Map.of(SPEND.id(), 1L)));
    assertRows(SPEND, List.of(row));
  }

  @Test
  void aTableWithoutPartitionsHasNoDaysToStage() {
    PCollection<KV<String, byte[]>> blocks =
        rows(pipeline(), COHORTS, List.of(COHORT)).apply(PackTable.of(COHORTS));

    assertThrows(
        IllegalArgumentException.class, () -> writer("r1").stageDays(blocks, List.of(COHORTS)));
  }

  @Test
  void whatIsDiscardedNeverBecomesVisible() {
    publish("r1", SPEND, List.of(WITH_NULLS));
    WarehouseWriter writer = writer("r2");
    write(writer, SPEND, List.of(COMPLETE));
    writer.discard();

    assertThat(writer.publish(), is(Map.of()));
    assertRows(SPEND, List.of(WITH_NULLS));
  }

  @Test
  void aTableThatWasNeverPublishedHasNoRows() {
    assertRows(COHORTS, List.of());
  }

  private <T extends Record> void assertRows(TableSpec<T> table, List<T> expected) {
    Pipeline pipeline = pipeline();
    PAssert.that(reader().read(pipeline, table)).containsInAnyOrder(expected);
    pipeline.run().waitUntilFinish();
  }

  private <T extends Record> void publish(String runId, TableSpec<T> table, List<T> rows) {
    WarehouseWriter writer = writer(runId);
    write(writer, table, rows);
    writer.publish();
  }

  Map<String, Long> publishDays(String runId, List<CampaignSpend> rows, Set<LocalDate> days) {
    WarehouseWriter writer = writer(runId);
    Pipeline pipeline = pipeline();
    writer.stageDays(rows(pipeline, SPEND, rows).apply(PackTable.of(SPEND)), List.of(SPEND));
    pipeline.run().waitUntilFinish();
    return writer.publish(Map.of(SPEND.id(), days));
  }

  private <T extends Record> void write(WarehouseWriter writer, TableSpec<T> table, List<T> rows) {
    Pipeline pipeline = pipeline();
    writer.stage(rows(pipeline, table, rows), table);
    pipeline.run().waitUntilFinish();
  }

  private static <T extends Record> PCollection<T> rows(
      Pipeline pipeline, TableSpec<T> table, List<T> rows) {
    return pipeline.apply(
        "Rows of " + table.id(), Create.of(rows).withCoder(RecordCoder.of(table.type())));
  }

  static CampaignSpend spendAt(String id, String occurredAt) {
    return spend(id, Instant.parse(occurredAt), null, null);
  }

  private static CampaignSpend spend(String id, String region, Long clicks) {
    return spend(id, Instant.parse("2025-03-30T01:30:00.123456Z"), region, clicks);
  }

  private static CampaignSpend spend(String id, Instant occurredAt, String region, Long clicks) {
    return new CampaignSpend(
        id,
        "k" + id,
        null,
        occurredAt,
        Instant.parse("1969-12-31T23:59:59.999999Z"),
        1,
        "campaign_spend",
        "campaign-1",
        region,
        "search",
        LocalDate.of(2025, 3, 30),
        1_250,
        null,
        clicks);
  }
}
