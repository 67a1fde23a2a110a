package io.growthline.transforms;

import io.growthline.transforms.block.BlockCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Brings the blocks of a bucket together. The metric {@code shuffle/bytes} counts their bytes,
 * which is what a shuffle service charges for.
 */
public final class ShuffleBlocks
    extends PTransform<
        PCollection<KV<Integer, byte[]>>, PCollection<KV<Integer, Iterable<byte[]>>>> {
  @Override
  public PCollection<KV<Integer, Iterable<byte[]>>> expand(
      PCollection<KV<Integer, byte[]>> blocks) {
    return blocks
        .apply("Count bytes", ParDo.of(new CountBytes()))
        .setCoder(KvCoder.of(VarIntCoder.of(), BlockCoder.of()))
        .apply("Group by bucket", GroupByKey.create());
  }

  private static final class CountBytes extends DoFn<KV<Integer, byte[]>, KV<Integer, byte[]>> {
    private final Counter bytes = Metrics.counter("shuffle", "bytes");

    @ProcessElement
    public void process(
        @Element KV<Integer, byte[]> block, OutputReceiver<KV<Integer, byte[]>> output) {
      bytes.inc(block.getValue().length);
      output.output(block);
    }
  }
}
