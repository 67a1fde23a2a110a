package io.growthline.transforms.ingest;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine.CombineFn;

/** Unites the changes of buckets. */
final class AddChanges extends CombineFn<Changes, Changes, Changes> {
  @Override
  public Changes createAccumulator() {
    return new Changes();
  }

  @Override
  public Changes addInput(Changes all, Changes more) {
    all.addAll(more);
    return all;
  }

  @Override
  public Changes mergeAccumulators(Iterable<Changes> parts) {
    Changes all = new Changes();
    parts.forEach(all::addAll);
    return all;
  }

  @Override
  public Changes extractOutput(Changes all) {
    return all;
  }

  @Override
  public Coder<Changes> getAccumulatorCoder(CoderRegistry registry, Coder<Changes> input) {
    return SerializableCoder.of(Changes.class);
  }

  @Override
  public Coder<Changes> getDefaultOutputCoder(CoderRegistry registry, Coder<Changes> input) {
    return SerializableCoder.of(Changes.class);
  }
}
