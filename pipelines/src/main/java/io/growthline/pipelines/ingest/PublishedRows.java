package io.growthline.pipelines.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.DuplicateDelivery;
import io.growthline.domain.monitoring.StreamedDuplicate;
import io.growthline.pipelines.warehouse.WarehouseReader;
import io.growthline.transforms.block.BlockCoder;
import io.growthline.transforms.block.Buckets;
import io.growthline.transforms.block.PackByBucket;
import io.growthline.transforms.ingest.PackDuplicates;
import io.growthline.transforms.ingest.PackStreamDropped;
import java.util.Set;
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
  private final Buckets buckets;
  private final Set<String> streamed;

  /**
   * @param streamed paths of files that this run reads after a streaming job
   */
  PublishedRows(WarehouseReader reader, Buckets buckets, Set<String> streamed) {
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
    return packed
        .and(reader.readPacked(begin.getPipeline(), Contracts.RAW, PackByBucket.all(buckets)))
        .apply("All published", Flatten.pCollections());
  }

  private PCollection<KV<Integer, byte[]>> streamDropped(PBegin begin) {
    return coded(
        reader
            .read(begin.getPipeline(), TableSpec.of(StreamedDuplicate.class))
            .apply("Pack stream duplicates", ParDo.of(new PackStreamDropped(streamed, buckets))));
  }

  private static PCollection<KV<Integer, byte[]>> coded(PCollection<KV<Integer, byte[]>> blocks) {
    return blocks.setCoder(KvCoder.of(VarIntCoder.of(), BlockCoder.of()));
  }
}
