package io.growthline.transforms.pricing;

import io.growthline.domain.pricing.FctOfferOutcome;
import io.growthline.domain.pricing.OfferCells;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/** Counts all offers by segment, price and incentive into one value, which is empty for none. */
public final class CountOffers
    extends PTransform<PCollection<FctOfferOutcome>, PCollection<OfferCells>> {
  private static final long serialVersionUID = 1L;

  @Override
  public PCollection<OfferCells> expand(PCollection<FctOfferOutcome> offers) {
    return offers.apply(Combine.globally(new Count()));
  }

  /** The cells are few however many offers there are, so they travel as one accumulator. */
  private static final class Count
      extends Combine.CombineFn<FctOfferOutcome, OfferCells, OfferCells> {
    private static final long serialVersionUID = 1L;

    @Override
    public OfferCells createAccumulator() {
      return new OfferCells();
    }

    @Override
    public OfferCells addInput(OfferCells cells, FctOfferOutcome offer) {
      cells.add(offer);
      return cells;
    }

    @Override
    public OfferCells mergeAccumulators(Iterable<OfferCells> parts) {
      OfferCells all = new OfferCells();
      parts.forEach(all::add);
      return all;
    }

    @Override
    public OfferCells extractOutput(OfferCells cells) {
      return cells;
    }

    @Override
    public Coder<OfferCells> getAccumulatorCoder(
        CoderRegistry registry, Coder<FctOfferOutcome> input) {
      return SerializableCoder.of(OfferCells.class);
    }

    @Override
    public Coder<OfferCells> getDefaultOutputCoder(
        CoderRegistry registry, Coder<FctOfferOutcome> input) {
      return SerializableCoder.of(OfferCells.class);
    }
  }
}
