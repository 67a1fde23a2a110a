package io.growthline.transforms.ingest;

import io.growthline.domain.monitoring.StreamedDuplicate;
import io.growthline.transforms.block.Buckets;
import io.growthline.transforms.block.Origin;
import java.util.Set;
import java.util.function.BiConsumer;

/** Packs the deliveries of some landing files that a streaming job has dropped. */
public final class PackStreamDropped extends PackPublished<StreamedDuplicate> {
  private final Set<String> paths;
  private transient RawPayloads payloads;

  public PackStreamDropped(Set<String> paths, Buckets buckets) {
    super(Origin.STREAM_DROPPED, buckets);
    this.paths = paths;
  }

  @Setup
  public void setup() {
    payloads = new RawPayloads();
  }

  @Override
  void unpack(StreamedDuplicate dropped, BiConsumer<Integer, byte[]> consumer) {
    if (paths.contains(dropped.path())) {
      consumer.accept(
          payloads.number(dropped.tableName()),
          payloads.row(
              dropped.tableName(),
              dropped.payload(),
              "monitoring.streamed_duplicates.drop_id " + dropped.dropId()));
    }
  }

  @Override
  String source(StreamedDuplicate dropped) {
    return "";
  }
}
