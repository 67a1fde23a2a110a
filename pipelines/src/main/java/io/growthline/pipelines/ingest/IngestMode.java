package io.growthline.pipelines.ingest;

import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.transforms.ingest.DeduplicateRows;
import io.growthline.transforms.ingest.MergeDeadLetters;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/** What a run of ingest reads, which part of the tables it replaces, and what is known after it. */
interface IngestMode {
  /** Rows, dead letters, accounts and files under the tags of {@link ReadLanding}. */
  PCollectionTuple read(Pipeline pipeline);

  /** How duplicates are found, and for which days rows are given. */
  DeduplicateRows deduplicate();

  /** Stages blocks with rows of the raw tables. */
  void stage(WarehouseWriter writer, PCollection<KV<String, byte[]>> blocks);

  /** What becomes of published dead letters. */
  MergeDeadLetters merge(PCollection<DeadLetter> published);

  /** What becomes of what the job finds. */
  Settlement settlement();
}
