package io.growthline.transforms.ingest;

import io.growthline.domain.monitoring.DuplicateDelivery;
import io.growthline.transforms.block.Buckets;
import io.growthline.transforms.block.Origin;
import java.util.function.BiConsumer;

/** Packs the deliveries that earlier runs have dropped, each as often as it came. */
public final class PackDuplicates extends PackPublished<DuplicateDelivery> {
  private transient RawPayloads payloads;

  public PackDuplicates(Buckets buckets) {
    super(Origin.DUPLICATE, buckets);
  }

  @Setup
  public void setup() {
    payloads = new RawPayloads();
  }

  @Override
  void unpack(DuplicateDelivery duplicate, BiConsumer<Integer, byte[]> consumer) {
    int table = payloads.number(duplicate.tableName());
    byte[] row =
        payloads.row(
            duplicate.tableName(),
            duplicate.payload(),
            "monitoring.duplicate_deliveries.duplicate_id " + duplicate.duplicateId());
    for (long i = 0; i < duplicate.copies(); i++) {
      consumer.accept(table, row);
    }
  }

  @Override
  String source(DuplicateDelivery duplicate) {
    return duplicate.source();
  }
}
