package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.DuplicateDelivery;
import io.growthline.domain.monitoring.RunStatus;
import io.growthline.pipelines.stage.PipelineRun;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.TemplateStep;
import io.growthline.pipelines.warehouse.Launch;
import io.growthline.pipelines.warehouse.StagingRun;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.ShuffleBlocks;
import io.growthline.transforms.ingest.DeduplicateRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.StreamingOptions;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Landing files become raw tables and dead letters. Files that are in the tables already are not
 * read again. Nothing is published unless for every source and table {@code read = written +
 * duplicates + dead-lettered + filtered}.
 */
public final class IngestPipeline {
  private final PTransform<
          PCollection<KV<Integer, byte[]>>, PCollection<KV<Integer, Iterable<byte[]>>>>
      shuffle;

  /**
   * @param shuffle brings the blocks of a bucket together
   */
  IngestPipeline(
      PTransform<PCollection<KV<Integer, byte[]>>, PCollection<KV<Integer, Iterable<byte[]>>>>
          shuffle) {
    this.shuffle = shuffle;
  }

  public static void main(String[] args) {
    StageMain.run(args, IngestOptions.class, IngestPipeline::run);
  }

  /**
   * Reads what is new in the landing place and publishes what it changes; with {@code --streaming},
   * goes on appending what lands.
   *
   * @return status {@code failed}, and nothing published, when an account does not balance
   * @throws io.growthline.pipelines.stage.UsageException when the landing place does not exist or a
   *     source mapping is wrong
   */
  public static StageResult run(IngestOptions options) {
    if (options.as(StreamingOptions.class).isStreaming()) {
      return StreamingIngest.run(options);
    }
    return new IngestPipeline(new ShuffleBlocks()).ingest(options);
  }

  StageResult ingest(IngestOptions options) {
    FileSystems.setDefaultPipelineOptions(options);
    TemplateStep step = TemplateStep.of(options);
    if (step == TemplateStep.PUBLISH) {
      return LaunchedIngest.publish(options);
    }
    Ingested before = Ingested.published(options);
    Optional<IngestMode> mode = IngestModes.choose(options, before);
    return step == TemplateStep.LAUNCH
        ? launch(options, mode, before)
        : mode.map(m -> run(options, m, before)).orElseGet(() -> nothingToDo(before, options));
  }

  StageResult run(IngestOptions options, IngestMode mode, Ingested before) {
    WarehouseWriter writer = Warehouses.writer(options);
    Facts facts = Facts.below(tempLocation(options));
    Pipeline pipeline = Pipeline.create(options);
    build(pipeline, options, mode, writer, facts);
    return new IngestPublication(options, mode.settlement(), before, writer, facts)
        .after(() -> PipelineRun.toEnd(pipeline));
  }

  private StageResult launch(IngestOptions options, Optional<IngestMode> mode, Ingested before) {
    Launch launch = new Launch(LaunchedIngest.STAGE, options);
    launch.forget();
    WarehouseWriter writer = Warehouses.writer(options);
    Facts facts = Facts.below(options.getTempLocation());
    Pipeline pipeline = Pipeline.create(options);
    // A job is launched without anything to read too: a template that starts none has failed.
    List<PCollection<?>> staged =
        mode.map(m -> build(pipeline, options, m, writer, facts)).orElse(List.of());
    LaunchedIngest launched =
        new LaunchedIngest(before, mode.map(IngestMode::settlement).orElse(null), facts.folder());
    StagingRun.orDiscard(writer, () -> launch.start(pipeline, staged, launched.memo()));
    return StageResult.succeeded(Map.of(), List.of());
  }

  /** Gives what is complete when all tables are staged and all facts are kept. */
  private List<PCollection<?>> build(
      Pipeline pipeline,
      IngestOptions options,
      IngestMode mode,
      WarehouseWriter writer,
      Facts facts) {
    PCollectionTuple landed = mode.read(pipeline);
    PCollectionTuple raw =
        landed
            .get(ReadLanding.ROWS)
            .apply("Shuffle once by customer", shuffle)
            .apply("Drop duplicates", mode.deduplicate());
    mode.stage(writer, raw.get(DeduplicateRows.ROWS));
    writer.stage(raw.get(DeduplicateRows.DUPLICATES), TableSpec.of(DuplicateDelivery.class));
    TableSpec<DeadLetter> deadLetters = TableSpec.of(DeadLetter.class);
    writer.stage(
        landed
            .get(ReadLanding.DEAD_LETTERS)
            .apply(
                "Keep dead letters",
                mode.merge(Warehouses.reader(options).read(pipeline, deadLetters))),
        deadLetters);
    List<PCollection<?>> staged = new ArrayList<>(writer.written());
    staged.add(facts.keep("files", landed.get(ReadLanding.FILES)));
    staged.add(facts.keep("changes", raw.get(DeduplicateRows.CHANGES)));
    staged.add(
        facts.keep(
            "accounts",
            PCollectionList.of(landed.get(ReadLanding.ACCOUNTS))
                .and(raw.get(DeduplicateRows.ACCOUNTS))
                .apply("All accounts", Flatten.pCollections())));
    return staged;
  }

  private static StageResult nothingToDo(Ingested before, IngestOptions options) {
    String note =
        options.isReplay()
            ? "No rejected record can be tried again."
            : "No new files in " + options.getLanding() + ".";
    return StageResult.ingested(
        RunStatus.SUCCEEDED,
        new StageResult.Intake(before.accounts(), List.of(), List.of()),
        Map.of(),
        List.of(note));
  }

  private static String tempLocation(IngestOptions options) {
    return Optional.ofNullable(options.getTempLocation())
        .orElse(System.getProperty("java.io.tmpdir"));
  }
}
