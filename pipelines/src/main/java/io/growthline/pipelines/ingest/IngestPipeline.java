package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.ingest.ConservationLaw;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.ingest.DeduplicateRows;
import io.growthline.transforms.ingest.MergeDeadLetters;
import io.growthline.transforms.ingest.RawTables;
import io.growthline.transforms.ingest.SumAccounts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Landing files become raw tables and dead letters. Nothing is published unless for every source
 * {@code read = written + duplicates + dead-lettered + filtered}.
 */
public final class IngestPipeline {
  private IngestPipeline() {}

  public static void main(String[] args) {
    StageMain.run(args, IngestOptions.class, IngestPipeline::run);
  }

  /**
   * Reads all landing files and replaces the raw tables.
   *
   * @return status {@code failed}, and nothing published, when an account does not balance
   * @throws io.growthline.pipelines.stage.UsageException when the landing place does not exist or a
   *     source mapping is wrong
   */
  public static StageResult run(IngestOptions options) {
    return run(options, GroupByKey.create());
  }

  static StageResult run(
      IngestOptions options,
      PTransform<PCollection<KV<Integer, byte[]>>, PCollection<KV<Integer, Iterable<byte[]>>>>
          shuffle) {
    FileSystems.setDefaultPipelineOptions(options);
    ReadLanding.Settings settings = settings(options);
    Landing.checkMappings(settings.landing());
    WarehouseWriter writer = Warehouses.writer(options);
    Accounts accounts = new Accounts(tempLocation(options));
    Pipeline pipeline = Pipeline.create(options);

    PCollectionTuple landed = pipeline.apply("Read landing", new ReadLanding(settings));
    PCollectionTuple raw =
        landed
            .get(ReadLanding.ROWS)
            .apply("Shuffle once by customer", shuffle)
            .apply("Drop duplicates", new DeduplicateRows());
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      stage(raw, table, writer);
    }
    TableSpec<DeadLetter> deadLetters = TableSpec.of(DeadLetter.class);
    writer.stage(
        landed
            .get(ReadLanding.DEAD_LETTERS)
            .apply(
                "Keep first sight",
                new MergeDeadLetters(
                    Warehouses.reader(options).read(pipeline, deadLetters), options.getBuckets())),
        deadLetters);
    PCollectionList.of(landed.get(ReadLanding.ACCOUNTS))
        .and(raw.get(DeduplicateRows.ACCOUNTS))
        .apply("All accounts", Flatten.pCollections())
        .apply("Sum accounts", new SumAccounts())
        .apply("Keep accounts", ParDo.of(accounts.writer()));

    return publish(pipeline, accounts, writer, options.getLanding());
  }

  private static StageResult publish(
      Pipeline pipeline, Accounts accounts, WarehouseWriter writer, String landing) {
    List<SourceAccount> sources;
    try {
      pipeline.run().waitUntilFinish();
      sources = accounts.collect();
    } catch (RuntimeException e) {
      writer.discard();
      throw e;
    }
    List<String> unbalanced = ConservationLaw.violations(sources);
    if (!unbalanced.isEmpty()) {
      writer.discard();
      return new StageResult("failed", sources, Map.of(), unbalanced);
    }
    return new StageResult("succeeded", sources, writer.publish(), notes(sources, landing));
  }

  private static <T extends Record> void stage(
      PCollectionTuple raw, TableSpec<T> table, WarehouseWriter writer) {
    writer.stage(raw.get(RawTables.tagOf(table)), table);
  }

  private static ReadLanding.Settings settings(IngestOptions options) {
    return new ReadLanding.Settings(
        Landing.locate(options.getLanding()),
        options.getBuckets(),
        options.getRunId(),
        Optional.ofNullable(IngestPipeline.class.getPackage().getImplementationVersion())
            .orElse("development"),
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private static String tempLocation(IngestOptions options) {
    return Optional.ofNullable(options.getTempLocation())
        .orElse(System.getProperty("java.io.tmpdir"));
  }

  private static List<String> notes(List<SourceAccount> sources, String landing) {
    List<String> notes = new ArrayList<>();
    if (sources.isEmpty()) {
      notes.add("No landing files in " + landing + ": all raw tables are empty.");
    }
    long rejected = sources.stream().mapToLong(SourceAccount::deadLettered).sum();
    if (rejected > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d records were rejected; monitoring.dead_letters keeps them with the"
                  + " reason.",
              rejected,
              sources.stream().mapToLong(SourceAccount::read).sum()));
    }
    return notes;
  }
}
