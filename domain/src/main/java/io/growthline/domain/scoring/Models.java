package io.growthline.domain.scoring;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.feature.CustomerFeaturesLatest;
import io.growthline.domain.feature.CustomerMonthFeatures;
import io.growthline.domain.growth.FctActivation;
import java.util.List;
import java.util.Map;

/** The models of the platform, their inputs and labels. */
public final class Models {
  public static final String CHURN = "churn";
  public static final String ACTIVATION = "activation";

  /** All models, in the order of reports. */
  public static final List<String> ALL = List.of(CHURN, ACTIVATION);

  /** Days until a churn label is known. */
  public static final int CHURN_LABEL_DAYS = 30;

  /** Days until an activation label is known: the end of day 7 after opening. */
  public static final int ACTIVATION_LABEL_DAYS = 8;

  /** Days after opening from which activation is predicted. */
  public static final int ACTIVATION_SCORE_DAYS = 3;

  private static final List<String> CHURN_INPUTS =
      Features.between(TableSpec.of(CustomerMonthFeatures.class), "tenure_days", "last_nps");

  /** Churn inputs of past snapshots. */
  public static final Features<CustomerMonthFeatures> CHURN_HISTORY =
      new Features<>(CustomerMonthFeatures.class, CHURN_INPUTS, Map.of());

  /** Churn inputs of today. */
  public static final Features<CustomerFeaturesLatest> CHURN_LATEST =
      new Features<>(CustomerFeaturesLatest.class, CHURN_INPUTS, Map.of());

  /** Activation inputs; an identity check that took longer than three days was unknown by then. */
  public static final Features<FctActivation> ACTIVATION_INPUTS =
      new Features<>(
          FctActivation.class,
          Features.between(TableSpec.of(FctActivation.class), "kyc_hours", "push_opt_in"),
          Map.of("kyc_hours", 72.0));

  private Models() {}
}
