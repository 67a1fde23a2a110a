package io.growthline.domain.scoring;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.feature.CustomerFeaturesLatest;
import io.growthline.domain.feature.CustomerMonthFeatures;
import io.growthline.domain.feature.CustomerOfferLatest;
import io.growthline.domain.feature.FctOfferFeatures;
import io.growthline.domain.growth.FctActivation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The models of the platform. */
public final class Models {
  /** Who leaves within 30 days; the price stage takes its scores. */
  public static final String CHURN = "churn";

  /** Name of the demand models in the registry; the price stage fits them. */
  public static final String DEMAND = "pricing";

  private static final List<String> CHURN_INPUTS =
      Features.between(TableSpec.of(CustomerMonthFeatures.class), "tenure_days", "last_nps");

  private static final List<String> OFFER_INPUTS =
      Features.between(TableSpec.of(FctOfferFeatures.class), "price_minor", "last_nps");

  private static final Features<FctActivation> ACTIVATION_INPUTS =
      new Features<>(
          FctActivation.class,
          Features.between(TableSpec.of(FctActivation.class), "kyc_hours", "push_opt_in"));

  /** All models that score customers, in the order of reports. */
  public static final List<ModelSpec<?, ?>> ALL =
      List.of(
          new ModelSpec<>(
              CHURN,
              "that the customer leaves within 30 days",
              new Features<>(CustomerMonthFeatures.class, CHURN_INPUTS),
              "as_of",
              "churned_30d",
              30,
              new Features<>(CustomerFeaturesLatest.class, CHURN_INPUTS),
              Candidates.all()),
          // Day 3 is over when an account is scored, and the outcome is known at the end of day 7.
          new ModelSpec<>(
              "activation",
              "that the new customer is active by day 7",
              ACTIVATION_INPUTS,
              "opened_on",
              "activated_d7",
              8,
              ACTIVATION_INPUTS,
              Candidates.aged("opened_on", 3, 30)),
          // The outcome is reported when 14 days are over, and known on the day after.
          new ModelSpec<>(
              "response",
              "that the customer takes the offer",
              new Features<>(FctOfferFeatures.class, OFFER_INPUTS),
              "shown_on",
              "responded",
              16,
              new Features<>(CustomerOfferLatest.class, OFFER_INPUTS),
              Candidates.all()));

  private Models() {}

  /** The model of a name. */
  public static Optional<ModelSpec<?, ?>> find(String name) {
    return ALL.stream().filter(model -> model.name().equals(name)).findFirst();
  }

  /** Names of all models, for the contracts of tables. */
  public static final class Names implements Supplier<List<String>> {
    @Override
    public List<String> get() {
      return ALL.stream().<String>map(ModelSpec::name).sorted().toList();
    }
  }
}
