package io.growthline.transforms.pricing;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.pricing.FctOfferOutcome;
import io.growthline.domain.pricing.OfferCells;
import io.growthline.transforms.TotalsCoder;
import io.growthline.transforms.block.RunBlocks;
import java.time.LocalDate;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Counts the offers in blocks by segment, price and incentive into one value, which is empty for
 * none.
 */
public final class CountOffers
    extends PTransform<PCollection<KV<String, byte[]>>, PCollection<OfferCells>> {
  private static final TotalsCoder<OfferCells> CODER = TotalsCoder.of(OfferCells::new);

  private final LocalDate asOf;

  private CountOffers(LocalDate asOf) {
    this.asOf = asOf;
  }

  /**
   * @param asOf day before which offers must have been shown; null for all offers
   */
  public static CountOffers shownBefore(LocalDate asOf) {
    return new CountOffers(asOf);
  }

  @Override
  public PCollection<OfferCells> expand(PCollection<KV<String, byte[]>> offers) {
    return offers
        .apply("Count blocks", ParDo.of(new Count(asOf)))
        .setCoder(CODER)
        .apply("Add up", CODER.addUp());
  }

  private static final class Count extends DoFn<KV<String, byte[]>, OfferCells> {
    private static final long serialVersionUID = 1L;

    private final LocalDate asOf;
    private transient OfferCells cells;

    Count(LocalDate asOf) {
      this.asOf = asOf;
    }

    @StartBundle
    public void startBundle() {
      cells = new OfferCells();
    }

    @ProcessElement
    public void process(@Element KV<String, byte[]> block) {
      RunBlocks.forEach(
          TableSpec.of(FctOfferOutcome.class),
          block.getValue(),
          offer -> {
            if (asOf == null || offer.shownOn().isBefore(asOf)) {
              cells.add(offer);
            }
          });
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
      context.output(cells, GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE);
    }
  }
}
