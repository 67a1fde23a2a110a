package io.growthline.transforms.growth;

import io.growthline.domain.growth.MartTotals;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine.CombineFn;

/** Adds up the totals of bundles. */
final class AddTotals extends CombineFn<MartTotals, MartTotals, MartTotals> {
  @Override
  public MartTotals createAccumulator() {
    return new MartTotals();
  }

  @Override
  public MartTotals addInput(MartTotals sum, MartTotals input) {
    sum.addAll(input);
    return sum;
  }

  @Override
  public MartTotals mergeAccumulators(Iterable<MartTotals> sums) {
    MartTotals total = new MartTotals();
    sums.forEach(total::addAll);
    return total;
  }

  @Override
  public MartTotals extractOutput(MartTotals sum) {
    return sum;
  }

  @Override
  public Coder<MartTotals> getAccumulatorCoder(CoderRegistry registry, Coder<MartTotals> input) {
    return SerializableCoder.of(MartTotals.class);
  }

  @Override
  public Coder<MartTotals> getDefaultOutputCoder(CoderRegistry registry, Coder<MartTotals> input) {
    return SerializableCoder.of(MartTotals.class);
  }
}
