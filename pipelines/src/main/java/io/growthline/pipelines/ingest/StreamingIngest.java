package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.Arrivals;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.RunStatus;
import io.growthline.domain.monitoring.StreamedDuplicate;
import io.growthline.domain.monitoring.StreamedFile;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.TemplateStep;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.pipelines.warehouse.WarehouseAppender;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.TableTags;
import io.growthline.transforms.ingest.CountArrivals;
import io.growthline.transforms.ingest.DropRepeats;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.extensions.gcp.options.GcpOptions;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.Watch;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;

/**
 * Ingest that watches the landing place: rows and dead letters of a new file are in the tables
 * within a minute. The next batch run reads the same files and settles accounts and duplicates, so
 * that the tables are as if nobody had streamed.
 */
final class StreamingIngest {
  private StreamingIngest() {}

  /**
   * Runs until the job is drained or cancelled, or nothing has landed for long enough; a launch
   * only starts the job.
   */
  static StageResult run(IngestOptions options) {
    TemplateStep step = TemplateStep.of(options);
    if (step == TemplateStep.PUBLISH) {
      throw new UsageException(
          "--step=publish: a streaming job publishes what it appends; leave out --step.");
    }
    PipelineResult job = start(options);
    if (step == TemplateStep.LAUNCH) {
      return StageResult.succeeded(
          Map.of(), List.of("The streaming job " + options.getJobName() + " is launched."));
    }
    PipelineResult.State state = job.waitUntilFinish();
    boolean ended = state == PipelineResult.State.FAILED;
    return StageResult.of(
        ended ? RunStatus.FAILED : RunStatus.SUCCEEDED,
        Map.of(),
        List.of("The streaming job " + options.getJobName() + " ended as " + state + "."));
  }

  static PipelineResult start(IngestOptions options) {
    FileSystems.setDefaultPipelineOptions(options);
    if (options.isRebuild()
        || options.isReplay()
        || options.getFrom() != null
        || options.getTo() != null) {
      throw new UsageException(
          "--streaming reads new files only; leave out --rebuild, --replay, --from and --to.");
    }
    String landing = Landing.locate(options.getLanding());
    Landing.mappings(landing);
    // Dataflow shards the BigQuery sink nowhere else.
    options.as(GcpOptions.class).setEnableStreamingEngine(true);
    Pipeline pipeline = Pipeline.create(options);
    WarehouseAppender appender =
        Warehouses.appender(options, Duration.standardSeconds(options.getAppendSeconds()));
    build(pipeline, options, landing, Ingested.published(options), appender);
    return pipeline.run();
  }

  private static void build(
      Pipeline pipeline,
      IngestOptions options,
      String landing,
      Ingested before,
      WarehouseAppender appender) {
    PCollectionTuple landed =
        pipeline.apply(
            "Stream landing",
            new StreamLanding(
                IngestModes.settings(options, landing, List.of()),
                watch(options, landing),
                known(pipeline, before)));
    PCollectionTuple first =
        landed.get(StreamLanding.ROWS).apply("Drop repeats", new DropRepeats());
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      append(first, table, appender);
    }
    PCollection<Arrivals> arrivals =
        first
            .get(DropRepeats.ARRIVALS)
            .apply(
                "Count arrivals",
                new CountArrivals(
                    Duration.standardMinutes(options.getDelayMinutes()),
                    Duration.standardSeconds(options.getAppendSeconds()),
                    options.getRunId()))
            .apply("No minutes", Window.into(new GlobalWindows()));
    appender.append(landed.get(StreamLanding.FILES), TableSpec.of(StreamedFile.class));
    appender.append(landed.get(StreamLanding.DEAD_LETTERS), TableSpec.of(DeadLetter.class));
    appender.append(first.get(DropRepeats.DROPPED), TableSpec.of(StreamedDuplicate.class));
    appender.append(arrivals, TableSpec.of(Arrivals.class));
  }

  private static FileIO.Match watch(IngestOptions options, String landing) {
    Watch.Growth.TerminationCondition<String, ?> end =
        options.getIdleSeconds() == 0
            ? Watch.Growth.never()
            : Watch.Growth.afterTimeSinceNewOutput(
                Duration.standardSeconds(options.getIdleSeconds()));
    return FileIO.match()
        .filepattern(landing + "**")
        .continuously(Duration.standardSeconds(options.getPollSeconds()), end);
  }

  private static PCollectionView<Map<String, String>> known(Pipeline pipeline, Ingested before) {
    Set<String> paths = new TreeSet<>(before.streamed());
    before.ledger().forEach(file -> paths.add(file.path()));
    return pipeline
        .apply("Known paths", Create.of(paths).withCoder(StringUtf8Coder.of()))
        .apply(
            "By path",
            WithKeys.<String, String>of(path -> path).withKeyType(TypeDescriptors.strings()))
        .apply("Known", View.asMap());
  }

  private static <T extends Record> void append(
      PCollectionTuple rows, TableSpec<T> table, WarehouseAppender appender) {
    appender.append(rows.get(TableTags.of(table)), table);
  }
}
