package io.growthline.domain.report;

import io.growthline.domain.metric.KpiValue;
import io.growthline.domain.monitoring.DataQualityResult;
import io.growthline.domain.monitoring.FeatureDrift;
import io.growthline.domain.monitoring.ModelCalibration;
import io.growthline.domain.monitoring.ReleaseGate;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.domain.pricing.PriceElasticity;
import io.growthline.domain.pricing.PricingScenario;
import io.growthline.domain.scoring.ModelMetadata;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything that a report tells of.
 *
 * @param runId the run
 * @param asOf everything known before this day is reflected
 * @param kpis values over all customers of complete months, by metric and month
 * @param gates release gates, {@code overall} among them
 * @param models the models in use
 * @param calibration their reliability
 * @param drift of their inputs and scores
 * @param bands customers by model and band
 * @param reasons strongest reasons of high churn risk
 * @param elasticities of demand by segment
 * @param scenarios of price and incentive
 * @param quality checks of the contracts
 * @param deadLetters rejected records by code
 * @param sources accounts of all that is in the landing place
 */
public record ReportData(
    String runId,
    LocalDate asOf,
    List<KpiValue> kpis,
    List<ReleaseGate> gates,
    List<ModelMetadata> models,
    List<ModelCalibration> calibration,
    List<FeatureDrift> drift,
    List<BandCount> bands,
    List<ReasonCount> reasons,
    List<PriceElasticity> elasticities,
    List<PricingScenario> scenarios,
    List<DataQualityResult> quality,
    List<RejectionCount> deadLetters,
    List<SourceAccount> sources) {

  /** Customers of one band of one model. */
  public record BandCount(String model, String band, long customers, long vulnerable) {}

  /** How many customers at high risk have a feature as their strongest reason. */
  public record ReasonCount(String feature, String example, long customers) {}

  /** Rejected records with one code from one source. */
  public record RejectionCount(String source, String code, long records, String example) {}
}
