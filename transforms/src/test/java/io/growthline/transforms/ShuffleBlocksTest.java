package io.growthline.transforms;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.transforms.block.BlockCoder;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;

class ShuffleBlocksTest {
  @Test
  void blocksOfABucketMeetAndTheirBytesAreCounted() {
    Pipeline pipeline = Pipeline.create();
    PCollection<String> met =
        pipeline
            .apply(
                Create.of(KV.of(1, new byte[10]), KV.of(2, new byte[200]), KV.of(1, new byte[3000]))
                    .withCoder(KvCoder.of(VarIntCoder.of(), BlockCoder.of())))
            .apply(new ShuffleBlocks())
            .apply(
                MapElements.into(TypeDescriptors.strings())
                    .via(bucket -> bucket.getKey() + ": " + count(bucket.getValue())));

    PAssert.that(met).containsInAnyOrder("1: 2", "2: 1");
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    long bytes =
        result
            .metrics()
            .queryMetrics(
                MetricsFilter.builder()
                    .addNameFilter(MetricNameFilter.named("shuffle", "bytes"))
                    .build())
            .getCounters()
            .iterator()
            .next()
            .getCommitted();
    assertThat(bytes, is(3210L));
  }

  private static long count(Iterable<byte[]> blocks) {
    long count = 0;
    for (byte[] ignored : blocks) {
      count++;
    }
    return count;
  }
}
