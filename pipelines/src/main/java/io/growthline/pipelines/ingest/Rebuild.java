package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.transforms.ingest.DeduplicateRows;
import io.growthline.transforms.ingest.MergeDeadLetters;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/** Reads every landing file and replaces all raw tables. */
record Rebuild(ReadLanding.Settings settings, List<LandingFile> files, List<String> notes)
    implements IngestMode {
  @Override
  public PCollectionTuple read(Pipeline pipeline) {
    return pipeline.apply("Read landing", new ReadLanding(settings, files));
  }

  @Override
  public DeduplicateRows deduplicate() {
    return DeduplicateRows.all();
  }

  @Override
  public void stage(WarehouseWriter writer, PCollection<KV<String, byte[]>> blocks) {
    writer.stage(blocks, Contracts.RAW);
  }

  @Override
  public MergeDeadLetters merge(PCollection<DeadLetter> published) {
    return MergeDeadLetters.replacing(published);
  }

  @Override
  public Settlement settlement() {
    return new Settlement(Settlement.Kind.EVERYTHING, Map.of(), List.of(), notes);
  }
}
