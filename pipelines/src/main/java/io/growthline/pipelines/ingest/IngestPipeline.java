package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.DuplicateDelivery;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.TemplateStep;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.ShuffleBlocks;
import io.growthline.transforms.ingest.DeduplicateRows;
import io.growthline.transforms.ingest.RawBlocks;
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
  private IngestPipeline() {}

  public static void main(String[] args) {
    StageMain.run(args, IngestOptions.class, IngestPipeline::run);
  }

  /**
   * Reads what is new in the landing place and publishes what it changes; with {@code --streaming},
   * goes on appending what lands.
   *
   * @return status {@code failed}, and nothing published, when an account does not balance
   * @throws UsageException when the landing place does not exist or a source mapping is wrong
   */
  public static StageResult run(IngestOptions options) {
    if (options.as(StreamingOptions.class).isStreaming()) {
      return StreamingIngest.run(options);
    }
    if (TemplateStep.of(options) != TemplateStep.RUN) {
      throw new UsageException(
          "--step: only streaming ingest can be launched as a template; run it whole, without"
              + " --step, or add --streaming.");
    }
    return run(options, new ShuffleBlocks());
  }

  static StageResult run(
      IngestOptions options,
      PTransform<PCollection<KV<Integer, byte[]>>, PCollection<KV<Integer, Iterable<byte[]>>>>
          shuffle) {
    FileSystems.setDefaultPipelineOptions(options);
    Ingested before = Ingested.published(options);
    return IngestModes.choose(options, before)
        .map(mode -> run(options, mode, before, shuffle))
        .orElseGet(() -> nothingToDo(before, options));
  }

  static StageResult run(
      IngestOptions options,
      IngestMode mode,
      Ingested before,
      PTransform<PCollection<KV<Integer, byte[]>>, PCollection<KV<Integer, Iterable<byte[]>>>>
          shuffle) {
    WarehouseWriter writer = Warehouses.writer(options);
    Facts facts = new Facts(tempLocation(options));
    Pipeline pipeline = Pipeline.create(options);

    PCollectionTuple landed = mode.read(pipeline);
    PCollectionTuple raw =
        landed
            .get(ReadLanding.ROWS)
            .apply("Shuffle once by customer", shuffle)
            .apply("Drop duplicates", mode.deduplicate());
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      stage(raw, table, mode, writer);
    }
    writer.stage(raw.get(DeduplicateRows.DUPLICATES), TableSpec.of(DuplicateDelivery.class));
    TableSpec<DeadLetter> deadLetters = TableSpec.of(DeadLetter.class);
    writer.stage(
        landed
            .get(ReadLanding.DEAD_LETTERS)
            .apply(
                "Keep dead letters",
                mode.merge(Warehouses.reader(options).read(pipeline, deadLetters))),
        deadLetters);
    facts.keep("files", landed.get(ReadLanding.FILES));
    facts.keep("changes", raw.get(DeduplicateRows.CHANGES));
    facts.keep(
        "accounts",
        PCollectionList.of(landed.get(ReadLanding.ACCOUNTS))
            .and(raw.get(DeduplicateRows.ACCOUNTS))
            .apply("All accounts", Flatten.pCollections()));

    return new IngestPublication(options, mode, before, writer, facts).finish(pipeline);
  }

  private static StageResult nothingToDo(Ingested before, IngestOptions options) {
    String note =
        options.isReplay()
            ? "No rejected record can be tried again."
            : "No new files in " + options.getLanding() + ".";
    return StageResult.ingested(
        "succeeded",
        new StageResult.Intake(before.accounts(), List.of(), List.of()),
        Map.of(),
        List.of(note));
  }

  private static <T extends Record> void stage(
      PCollectionTuple raw, TableSpec<T> table, IngestMode mode, WarehouseWriter writer) {
    mode.stage(writer, raw.get(RawBlocks.tagOf(table)), table);
  }

  private static String tempLocation(IngestOptions options) {
    return Optional.ofNullable(options.getTempLocation())
        .orElse(System.getProperty("java.io.tmpdir"));
  }
}
