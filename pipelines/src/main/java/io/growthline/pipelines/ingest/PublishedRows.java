package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.DuplicateDelivery;
import io.growthline.pipelines.warehouse.WarehouseReader;
import io.growthline.transforms.ingest.PackDuplicates;
import io.growthline.transforms.ingest.PackPublished;
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

  PublishedRows(WarehouseReader reader, int buckets) {
    this.reader = reader;
    this.buckets = buckets;
  }

  @Override
  public PCollection<KV<Integer, byte[]>> expand(PBegin begin) {
    PCollectionList<KV<Integer, byte[]>> packed =
        PCollectionList.of(
            coded(
                reader
                    .read(begin.getPipeline(), TableSpec.of(DuplicateDelivery.class))
                    .apply("Pack duplicates", ParDo.of(new PackDuplicates(buckets)))));
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      packed = packed.and(pack(begin, table));
    }
    return packed.apply("All published", Flatten.pCollections());
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
