package io.growthline.pipelines.price;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.pricing.Audiences;
import io.growthline.domain.pricing.DemandModel;
import io.growthline.domain.pricing.DemandModels;
import io.growthline.domain.pricing.FctOfferOutcome;
import io.growthline.domain.pricing.OfferCells;
import io.growthline.domain.pricing.PriceElasticity;
import io.growthline.domain.pricing.PricingScenario;
import io.growthline.domain.pricing.Verdict;
import io.growthline.domain.scoring.CustomerScore;
import io.growthline.pipelines.models.FileSystemsStore;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.stage.TemplateStep;
import io.growthline.pipelines.warehouse.StagingRun;
import io.growthline.pipelines.warehouse.WarehouseReader;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.transforms.ShuffleBlocks;
import io.growthline.transforms.block.Buckets;
import io.growthline.transforms.block.PackByCustomer;
import io.growthline.transforms.block.PackByPartition;
import io.growthline.transforms.pricing.CountAudiences;
import io.growthline.transforms.pricing.CountOffers;
import io.growthline.transforms.pricing.PriceSegments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Wait;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Learns how price and incentive move acceptance of offers, and evaluates scenarios under the
 * guardrails.
 */
public final class PricePipeline {
  // Few rows a customer, so a bucket holds many customers.
  private static final Buckets BUCKETS = new Buckets(16);

  private PricePipeline() {}

  public static void main(String[] args) {
    StageMain.run(args, PriceOptions.class, PricePipeline::run);
  }

  /**
   * Publishes {@code marts.price_elasticity} and {@code marts.pricing_scenarios}, and puts the
   * demand models into production.
   */
  public static StageResult run(PriceOptions options) {
    LocalDate asOf = options.getAsOf() == null ? null : LocalDate.parse(options.getAsOf());
    FittedDemand fitted =
        new FittedDemand(new FileSystemsStore(options.getModels()), options.getRunId());
    TemplateStep step = TemplateStep.of(options);
    if (step != TemplateStep.PUBLISH) {
      fitted.clear();
    }
    Pipeline pipeline = Pipeline.create(options);
    WarehouseReader reader = Warehouses.reader(options);

    PCollection<OfferCells> offers =
        reader
            .readPacked(
                pipeline, List.of(TableSpec.of(FctOfferOutcome.class)), new PackByPartition())
            .apply("Count offers", CountOffers.shownBefore(asOf));
    PCollection<Audiences> audiences =
        reader
            .readPacked(
                pipeline,
                List.of(TableSpec.of(Customer360Profile.class), TableSpec.of(CustomerScore.class)),
                new PackByCustomer(BUCKETS))
            .apply("Shuffle once by customer", new ShuffleBlocks())
            .apply("Count audiences", new CountAudiences());
    PCollectionTuple priced = offers.apply("Price segments", PriceSegments.of(audiences, asOf));

    PCollection<Void> registered =
        priced
            .get(PriceSegments.MODELS)
            .apply(
                "Register models",
                ParDo.of(new RegisterDemandModels(options.getModels(), options.getRunId())));
    StagingRun staging = StagingRun.of("price", options);
    staging
        .writer()
        .stage(
            // Whoever finds the tables staged finds the models registered.
            priced
                .get(PriceSegments.ELASTICITIES)
                .apply("Wait for registration", Wait.on(registered)),
            TableSpec.of(PriceElasticity.class));
    staging
        .writer()
        .stage(priced.get(PriceSegments.SCENARIOS), TableSpec.of(PricingScenario.class));
    Map<String, Long> tables = staging.publish(pipeline);
    return StageResult.succeeded(tables, step == TemplateStep.LAUNCH ? List.of() : notes(fitted));
  }

  private static List<String> notes(FittedDemand fitted) {
    Optional<DemandModels> models = fitted.models();
    if (models.isEmpty()) {
      return List.of("No prices were analysed: there are no customers and no offers.");
    }
    List<String> notes = new ArrayList<>();
    fitted.promote(models.get()).ifPresent(notes::add);
    models.get().models().stream()
        .filter(model -> model.verdict() != Verdict.OK)
        .forEach(model -> notes.add(note(model)));
    return notes;
  }

  private static String note(DemandModel model) {
    return "Pricing of segment %s is %s: %s"
        .formatted(model.segment(), model.verdict().text(), String.join(" ", model.reasons()));
  }
}
