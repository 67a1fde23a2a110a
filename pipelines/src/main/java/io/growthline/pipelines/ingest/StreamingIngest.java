package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.Arrivals;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.LandedFile;
import io.growthline.domain.monitoring.StreamedDuplicate;
import io.growthline.domain.monitoring.StreamedFile;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.pipelines.warehouse.WarehouseAppender;
import io.growthline.pipelines.warehouse.WarehouseReader;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.ingest.CountArrivals;
import io.growthline.transforms.ingest.DropRepeats;
import io.growthline.transforms.ingest.RawTables;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.Watch;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
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

  /** Runs until the job is drained or cancelled, or nothing has landed for long enough. */
  static StageResult run(IngestOptions options) {
    PipelineResult.State state = start(options).waitUntilFinish();
    boolean ended = state == PipelineResult.State.FAILED;
    return StageResult.of(
        ended ? "failed" : "succeeded",
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
          "--streaming takes in new files; leave out --rebuild, --replay, --from and --to.");
    }
    String landing = Landing.locate(options.getLanding());
    Landing.mappings(landing);
    Pipeline pipeline = Pipeline.create(options);
    WarehouseReader reader = Warehouses.reader(options);
    WarehouseAppender appender =
        Warehouses.appender(options, Duration.standardSeconds(options.getAppendSeconds()));
    build(pipeline, options, landing, reader, appender);
    return pipeline.run();
  }

  private static void build(
      Pipeline pipeline,
      IngestOptions options,
      String landing,
      WarehouseReader reader,
      WarehouseAppender appender) {
    PCollectionTuple landed =
        pipeline.apply(
            "Stream landing",
            new StreamLanding(
                IngestModes.settings(options, landing, List.of()),
                watch(options, landing),
                known(pipeline, reader)));
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

  // Read as data, as a ledger may be too long for the graph of a job.
  private static PCollectionView<Map<String, Iterable<String>>> known(
      Pipeline pipeline, WarehouseReader reader) {
    return PCollectionList.of(
            reader
                .read(pipeline, TableSpec.of(LandedFile.class))
                .apply(
                    "Ingested paths",
                    MapElements.into(
                            TypeDescriptors.kvs(
                                TypeDescriptors.strings(), TypeDescriptors.strings()))
                        .via(file -> KV.of(file.path(), ""))))
        .and(
            reader
                .read(pipeline, TableSpec.of(StreamedFile.class))
                .apply(
                    "Streamed paths",
                    MapElements.into(
                            TypeDescriptors.kvs(
                                TypeDescriptors.strings(), TypeDescriptors.strings()))
                        .via(file -> KV.of(file.path(), ""))))
        .apply("Known paths", Flatten.pCollections())
        .apply("Known", View.asMultimap());
  }

  private static <T extends Record> void append(
      PCollectionTuple rows, TableSpec<T> table, WarehouseAppender appender) {
    appender.append(rows.get(RawTables.tagOf(table)), table);
  }
}
