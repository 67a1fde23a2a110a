package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.pipelines.warehouse.WarehouseReader;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.transforms.ingest.DeduplicateRows;
import io.growthline.transforms.ingest.MergeDeadLetters;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;

/** Reads the landing files that are new, and replaces the days that they change. */
record Increment(ReadLanding.Settings settings, List<LandingFile> files, WarehouseReader reader)
    implements IngestMode {
  @Override
  public PCollectionTuple read(Pipeline pipeline) {
    PCollectionTuple landed = pipeline.apply("Read landing", new ReadLanding(settings, files));
    return withPublished(
        landed, pipeline, new PublishedRows(reader, settings.buckets(), streamed()));
  }

  private HashSet<String> streamed() {
    return files.stream()
        .filter(LandingFile::streamed)
        .map(LandingFile::path)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** The same outputs with what is published among the rows. */
  static PCollectionTuple withPublished(
      PCollectionTuple fresh, Pipeline pipeline, PublishedRows published) {
    return PCollectionTuple.of(
            ReadLanding.ROWS,
            PCollectionList.of(fresh.get(ReadLanding.ROWS))
                .and(pipeline.apply("Read published", published))
                .apply("Fresh and published", Flatten.pCollections()))
        .and(ReadLanding.DEAD_LETTERS, fresh.get(ReadLanding.DEAD_LETTERS))
        .and(ReadLanding.ACCOUNTS, fresh.get(ReadLanding.ACCOUNTS))
        .and(ReadLanding.FILES, fresh.get(ReadLanding.FILES));
  }

  @Override
  public DeduplicateRows deduplicate() {
    return DeduplicateRows.changed();
  }

  @Override
  public void stage(WarehouseWriter writer, PCollection<KV<String, byte[]>> blocks) {
    writer.stageDays(blocks, Contracts.RAW);
  }

  @Override
  public MergeDeadLetters merge(PCollection<DeadLetter> published) {
    return MergeDeadLetters.joining(published, streamed());
  }

  @Override
  public Settlement settlement() {
    return Settlement.of(Settlement.Kind.MORE);
  }
}
