package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.transforms.ingest.DeduplicateRows;
import io.growthline.transforms.ingest.MergeDeadLetters;
import io.growthline.warehouse.SqlWarehouse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Reads the files that are in the tables again, and replaces the days of a range by what they give.
 * Duplicates are judged among all rows, so that the days are those of a full run.
 *
 * @param occupied days in the range that have rows now, by {@code dataset.table}
 */
record Backfill(
    ReadLanding.Settings settings,
    List<LandingFile> files,
    Range range,
    Map<String, Set<LocalDate>> occupied)
    implements IngestMode {

  /** Days from the first to the last, both included. */
  record Range(LocalDate from, LocalDate to) {
    /** Days of this range on which raw tables have rows, by {@code dataset.table}. */
    Map<String, Set<LocalDate>> occupied(SqlWarehouse warehouse) {
      Map<String, Set<LocalDate>> days = new HashMap<>();
      for (TableSpec<?> table : Contracts.RAW) {
        Set<LocalDate> set = new TreeSet<>();
        warehouse
            .query(
                "SELECT DISTINCT CAST(occurred_at AS DATE) FROM "
                    + table.id()
                    + " WHERE occurred_at >= @from AND occurred_at < @end",
                Map.of(
                    "from", from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    "end", to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
            .rows()
            .forEach(row -> set.add((LocalDate) row.get(0)));
        days.put(table.id(), set);
      }
      return days;
    }
  }

  @Override
  public PCollectionTuple read(Pipeline pipeline) {
    return pipeline.apply("Read landing", new ReadLanding(settings, files));
  }

  @Override
  public DeduplicateRows deduplicate() {
    return DeduplicateRows.within(range.from(), range.to());
  }

  @Override
  public void stage(WarehouseWriter writer, PCollection<KV<String, byte[]>> blocks) {
    writer.stageDays(blocks, Contracts.RAW);
  }

  @Override
  public MergeDeadLetters merge(PCollection<DeadLetter> published) {
    return MergeDeadLetters.joining(published);
  }

  @Override
  public Settlement settlement() {
    return new Settlement(
        Settlement.Kind.AGAIN,
        occupied,
        List.of(),
        List.of(
            "Backfill of "
                + range.from()
                + " to "
                + range.to()
                + ": rows of other days are filtered."));
  }
}
