package io.growthline.pipelines.warehouse;

import io.growthline.transforms.block.Partition;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** Writes blocks of rows into one sorted Parquet file for each partition of a table. */
final class WriteTables extends PTransform<PCollection<KV<String, byte[]>>, PCollection<Void>> {
  private final String staging;

  WriteTables(Path staging) {
    this.staging = staging.toString();
  }

  @Override
  public PCollection<Void> expand(PCollection<KV<String, byte[]>> blocks) {
    return blocks
        .apply("Group by partition", GroupByKey.create())
        .apply("Write files", ParDo.of(new Fn(staging)));
  }

  private static final class Fn extends DoFn<KV<String, Iterable<byte[]>>, Void> {
    private final String staging;

    Fn(String staging) {
      this.staging = staging;
    }

    @ProcessElement
    public void process(@Element KV<String, Iterable<byte[]>> partition) throws IOException {
      TableFiles.write(Path.of(staging), Partition.of(partition.getKey()), partition.getValue());
    }
  }
}
