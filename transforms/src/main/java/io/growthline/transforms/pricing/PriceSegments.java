package io.growthline.transforms.pricing;

import io.growthline.domain.pricing.Audiences;
import io.growthline.domain.pricing.DemandModelFitter;
import io.growthline.domain.pricing.DemandModels;
import io.growthline.domain.pricing.Guardrails;
import io.growthline.domain.pricing.OfferCells;
import io.growthline.domain.pricing.PriceElasticity;
import io.growthline.domain.pricing.PricingRows;
import io.growthline.domain.pricing.PricingScenario;
import java.time.LocalDate;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Fits the demand models of all segments to the counts of offers and customers, and evaluates the
 * scenarios. Without an as-of day, offers and customers there is nothing to say.
 */
public final class PriceSegments extends PTransform<PCollection<OfferCells>, PCollectionTuple> {
  /** The demand models as JSON, one element at most. */
  public static final TupleTag<String> MODELS = new TupleTag<>() {};

  public static final TupleTag<PriceElasticity> ELASTICITIES = new TupleTag<>() {};
  public static final TupleTag<PricingScenario> SCENARIOS = new TupleTag<>() {};

  private static final long serialVersionUID = 1L;

  private final transient PCollection<Audiences> audiences;
  private final LocalDate asOf;

  private PriceSegments(PCollection<Audiences> audiences, LocalDate asOf) {
    this.audiences = audiences;
    this.asOf = asOf;
  }

  /**
   * @param audiences one element, the counts of all customers
   * @param asOf null for the day that the customers, or else the offers, reflect
   */
  public static PriceSegments of(PCollection<Audiences> audiences, LocalDate asOf) {
    return new PriceSegments(audiences, asOf);
  }

  @Override
  public PCollectionTuple expand(PCollection<OfferCells> offers) {
    PCollectionView<Audiences> customers = audiences.apply("View audiences", View.asSingleton());
    PCollectionTuple priced =
        offers.apply(
            "Fit and evaluate",
            ParDo.of(new FitAndEvaluate(customers, asOf))
                .withSideInputs(customers)
                .withOutputTags(MODELS, TupleTagList.of(ELASTICITIES).and(SCENARIOS)));
    priced.get(MODELS).setCoder(StringUtf8Coder.of());
    return priced;
  }

  private static final class FitAndEvaluate extends DoFn<OfferCells, String> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<Audiences> customers;
    private final LocalDate asOf;

    FitAndEvaluate(PCollectionView<Audiences> customers, LocalDate asOf) {
      this.customers = customers;
      this.asOf = asOf;
    }

    @ProcessElement
    public void price(@Element OfferCells offers, ProcessContext context, MultiOutputReceiver out) {
      Audiences audience = context.sideInput(customers);
      LocalDate day = day(offers, audience);
      if (day == null) {
        return;
      }
      DemandModels models = DemandModelFitter.fit(offers, audience, day);
      out.get(MODELS).output(models.toJson());
      PricingRows.elasticities(models).forEach(out.get(ELASTICITIES)::output);
      PricingRows.scenarios(models, Guardrails.standard()).forEach(out.get(SCENARIOS)::output);
    }

    private LocalDate day(OfferCells offers, Audiences audience) {
      if (asOf != null) {
        return asOf;
      }
      if (audience.asOf() != null) {
        return audience.asOf();
      }
      return offers.newest() == null ? null : offers.newest().plusDays(1);
    }
  }
}
