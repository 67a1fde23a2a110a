package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.DuplicateDelivery;
import io.growthline.domain.monitoring.StreamedDuplicate;
import io.growthline.pipelines.warehouse.WarehouseReader;
import io.growthline.transforms.ingest.PackDuplicates;
import io.growthline.transforms.ingest.PackPublished;
import io.growthline.transforms.ingest.PackStreamDropped;
import java.util.Set;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/** What earlier runs have kept and dropped, packed like fresh rows, so that both meet. */
final class PublishedRows extends PTransform<PBegin, PCollection<KV<Integer, byte[]>>> {
  private final WarehouseReader reader;
  private final int buckets;
  private final Set<String> streamed;

  /**
   * @param streamed paths of files that this run reads after a streaming job
   */
  PublishedRows(WarehouseReader reader, int buckets, Set<String> streamed) {
    this.reader = reader;
    this.buckets = buckets;
    this.streamed = streamed;
  }

  @Override
  public PCollection<KV<Integer, byte[]>> expand(PBegin begin) {
    PCollectionList<KV<Integer, byte[]>> packed =
        PCollectionList.of(
            coded(
                reader
                    .read(begin.getPipeline(), TableSpec.of(DuplicateDelivery.class))
                    .apply("Pack duplicates", ParDo.of(new PackDuplicates(buckets)))));
    if (!streamed.isEmpty()) {
      packed = packed.and(streamDropped(begin));
    }
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      packed = packed.and(pack(begin, table));
    }
    return packed.apply("All published", Flatten.pCollections());
  }

  private PCollection<KV<Integer, byte[]>> streamDropped(PBegin begin) {
    return coded(
        reader
            .read(begin.getPipeline(), TableSpec.of(StreamedDuplicate.class))
            .apply("Pack stream duplicates", ParDo.of(new PackStreamDropped(streamed, buckets))));
  }

  private <T extends Record> PCollection<KV<Integer, byte[]>> pack(
      PBegin begin, TableSpec<T> table) {
    return coded(
        reader
            .read(begin.getPipeline(), table)
            .apply(
                "Pack " + table.name(),
                ParDo.of(PackPublished.rows(Contracts.RAW.indexOf(table), buckets))));
  }

  private static PCollection<KV<Integer, byte[]>> coded(PCollection<KV<Integer, byte[]>> blocks) {
    return blocks.setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
  }
}
