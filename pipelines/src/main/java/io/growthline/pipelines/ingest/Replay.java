package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.pipelines.warehouse.WarehouseReader;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.ingest.DeduplicateRows;
import io.growthline.transforms.ingest.MergeDeadLetters;
import io.growthline.warehouse.SqlWarehouse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Tries rejected records again, after contracts or mappings have been mended. A record that is
 * taken goes the way of one that has just landed; one that is not counts one attempt more, and
 * after the last it is left alone.
 *
 * @param tried accounts of the records that are tried, as in the published ones
 */
record Replay(
    ReadLanding.Settings settings,
    WarehouseReader reader,
    int maxAttempts,
    List<SourceAccount> tried)
    implements IngestMode {

  /**
   * @return empty when no record can be tried
   */
  static Optional<IngestMode> of(IngestOptions options, ReadLanding.Settings settings) {
    if (options.getMaxAttempts() < 1) {
      throw new UsageException(
          "--maxAttempts=" + options.getMaxAttempts() + " must be at least 1.");
    }
    try (SqlWarehouse sql = Warehouses.sql(options)) {
      List<SourceAccount> tried =
          sql
              .query(
                  "SELECT source, COALESCE(table_name, '"
                      + SourceAccount.UNASSIGNED
                      + "'), COUNT(*) FROM monitoring.dead_letters WHERE status = 'open' AND can_be_replayed AND attempt < @most GROUP BY 1, 2 ORDER BY 1, 2",
                  Map.of("most", (long) options.getMaxAttempts()))
              .rows()
              .stream()
              .map(
                  r -> {
                    long n = (Long) r.get(2);
                    return new SourceAccount(
                        (String) r.get(0), (String) r.get(1), n, 0, 0, n, 0, 0);
                  })
              .toList();
      return tried.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Replay(settings, Warehouses.reader(options), options.getMaxAttempts(), tried));
    }
  }

  static boolean canBeTried(DeadLetter letter, int maxAttempts) {
    return letter.status().equals(DeadLetter.OPEN)
        && letter.canBeReplayed()
        && letter.attempt() < maxAttempts;
  }

  @Override
  public PCollectionTuple read(Pipeline pipeline) {
    PCollectionTuple replayed =
        pipeline.apply("Replay dead letters", new ReplayDeadLetters(settings, reader, maxAttempts));
    return Increment.withPublished(
        replayed, pipeline, new PublishedRows(reader, settings.buckets(), Set.of()));
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
    return MergeDeadLetters.updating(published);
  }

  @Override
  public Settlement settlement() {
    List<SourceAccount> noLongerOpen =
        tried.stream()
            .map(
                t ->
                    new SourceAccount(
                        t.source(), t.tableName(), -t.read(), 0, 0, -t.deadLettered(), 0, 0))
            .toList();
    return new Settlement(Settlement.Kind.MORE, Map.of(), noLongerOpen, List.of());
  }
}
