package io.growthline.domain.contract;

import io.growthline.domain.catalogue.Marts;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.customer.CustomerRfm;
import io.growthline.domain.customer.DimCurrency;
import io.growthline.domain.customer.MonthlyCustomerSpending;
import io.growthline.domain.decision.ActionLog;
import io.growthline.domain.decision.ActionPlan;
import io.growthline.domain.decision.ActionRejection;
import io.growthline.domain.decision.AudienceChange;
import io.growthline.domain.decision.BreakEven;
import io.growthline.domain.decision.BudgetCurvePoint;
import io.growthline.domain.decision.ChurnRuleAgreement;
import io.growthline.domain.decision.ChurnRuleScore;
import io.growthline.domain.decision.DecisionTrace;
import io.growthline.domain.decision.PlanLimit;
import io.growthline.domain.decision.PlanOutcome;
import io.growthline.domain.decision.PlanTotal;
import io.growthline.domain.decision.ProfitCurvePoint;
import io.growthline.domain.decision.Recommendation;
import io.growthline.domain.event.CampaignContact;
import io.growthline.domain.event.CampaignSpend;
import io.growthline.domain.event.Cost;
import io.growthline.domain.event.CustomerProfile;
import io.growthline.domain.event.ExchangeRate;
import io.growthline.domain.event.ExperimentAssignment;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.event.GeoTreatment;
import io.growthline.domain.event.Invoice;
import io.growthline.domain.event.NpsResponse;
import io.growthline.domain.event.OfferExposure;
import io.growthline.domain.event.OfferOutcome;
import io.growthline.domain.event.OnboardingStep;
import io.growthline.domain.event.Payment;
import io.growthline.domain.event.Referral;
import io.growthline.domain.event.RegionOutcome;
import io.growthline.domain.event.RewardPosting;
import io.growthline.domain.event.Session;
import io.growthline.domain.event.Subscription;
import io.growthline.domain.event.SupportContact;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.event.TransferCheck;
import io.growthline.domain.event.UndeclaredColumns;
import io.growthline.domain.experiment.ExperimentPoint;
import io.growthline.domain.experiment.ExperimentResult;
import io.growthline.domain.experiment.ExperimentSummary;
import io.growthline.domain.feature.CustomerFeaturesLatest;
import io.growthline.domain.feature.CustomerMonthFeatures;
import io.growthline.domain.feature.CustomerOfferLatest;
import io.growthline.domain.finance.AcquisitionPayback;
import io.growthline.domain.finance.DunningMonth;
import io.growthline.domain.finance.LeakageFinding;
import io.growthline.domain.finance.MonthlyRevenue;
import io.growthline.domain.finance.ReferralEconomics;
import io.growthline.domain.finance.ReferralException;
import io.growthline.domain.geo.GeoIncrementality;
import io.growthline.domain.geo.GeoPlacebo;
import io.growthline.domain.geo.GeoRegion;
import io.growthline.domain.geo.GeoSeries;
import io.growthline.domain.growth.FctActivation;
import io.growthline.domain.growth.FeatureAdoption;
import io.growthline.domain.growth.OnboardingFunnelStep;
import io.growthline.domain.growth.RetentionCohort;
import io.growthline.domain.growth.SegmentFunnelStep;
import io.growthline.domain.growth.WeeklyEngagement;
import io.growthline.domain.inclusion.InclusionFunnelStep;
import io.growthline.domain.inclusion.OutcomeGap;
import io.growthline.domain.inclusion.ProtectionAction;
import io.growthline.domain.inclusion.WellbeingProxy;
import io.growthline.domain.metric.KpiValue;
import io.growthline.domain.metric.MetricChange;
import io.growthline.domain.monitoring.Arrivals;
import io.growthline.domain.monitoring.BusinessHealth;
import io.growthline.domain.monitoring.CustomerGroup;
import io.growthline.domain.monitoring.DataQualityResult;
import io.growthline.domain.monitoring.DataQualityScore;
import io.growthline.domain.monitoring.DeadLetter;
import io.growthline.domain.monitoring.DuplicateDelivery;
import io.growthline.domain.monitoring.FeatureDrift;
import io.growthline.domain.monitoring.KpiPublication;
import io.growthline.domain.monitoring.LandedFile;
import io.growthline.domain.monitoring.MartGroup;
import io.growthline.domain.monitoring.MetricHealth;
import io.growthline.domain.monitoring.MetricLineage;
import io.growthline.domain.monitoring.ModelCalibration;
import io.growthline.domain.monitoring.ReleaseGate;
import io.growthline.domain.monitoring.Restatement;
import io.growthline.domain.monitoring.RunManifestRow;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.domain.monitoring.StreamedDuplicate;
import io.growthline.domain.monitoring.StreamedFile;
import io.growthline.domain.pricing.PriceElasticity;
import io.growthline.domain.pricing.PricingScenario;
import io.growthline.domain.release.OfferFairValue;
import io.growthline.domain.release.ReleaseDecision;
import io.growthline.domain.release.ReleaseDecisionGate;
import io.growthline.domain.scoring.CustomerScore;
import io.growthline.domain.scoring.ScoreReason;
import io.growthline.domain.scoring.ShadowScore;
import io.growthline.domain.uplift.OfferEffect;
import io.growthline.domain.uplift.UpliftQuality;
import io.growthline.domain.value.CustomerLtv;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All tables of the platform, in the order of the data dictionary. */
public final class Contracts {
  /** The raw tables, one for each type of event. */
  public static final List<TableSpec<? extends Record>> RAW =
      specs(
          CustomerProfile.class,
          OnboardingStep.class,
          Transaction.class,
          Session.class,
          FeatureUse.class,
          SupportContact.class,
          NpsResponse.class,
          Subscription.class,
          Invoice.class,
          Payment.class,
          OfferExposure.class,
          OfferOutcome.class,
          Referral.class,
          RewardPosting.class,
          ExperimentAssignment.class,
          CampaignContact.class,
          TransferCheck.class,
          CampaignSpend.class,
          Cost.class,
          ExchangeRate.class,
          RegionOutcome.class,
          GeoTreatment.class,
          UndeclaredColumns.class);

  /** The tables that the stages after ingest fill. */
  public static final List<TableSpec<? extends Record>> DERIVED =
      Stream.concat(
              Marts.all().stream().map(mart -> TableSpec.of(mart.table())),
              specs(
                  PriceElasticity.class,
                  PricingScenario.class,
                  CustomerScore.class,
                  ScoreReason.class,
                  ShadowScore.class,
                  ActionPlan.class,
                  ActionRejection.class,
                  PlanTotal.class,
                  PlanLimit.class,
                  ProfitCurvePoint.class,
                  BudgetCurvePoint.class,
                  BreakEven.class,
                  AudienceChange.class,
                  ActionLog.class,
                  PlanOutcome.class,
                  DecisionTrace.class,
                  Recommendation.class,
                  ChurnRuleScore.class,
                  ChurnRuleAgreement.class,
                  RunManifestRow.class,
                  LandedFile.class,
                  CustomerGroup.class,
                  MartGroup.class,
                  SourceAccount.class,
                  DeadLetter.class,
                  DuplicateDelivery.class,
                  StreamedFile.class,
                  StreamedDuplicate.class,
                  Arrivals.class,
                  DataQualityResult.class,
                  DataQualityScore.class,
                  FeatureDrift.class,
                  ModelCalibration.class,
                  ReleaseGate.class,
                  ReleaseDecision.class,
                  ReleaseDecisionGate.class,
                  MetricHealth.class,
                  BusinessHealth.class,
                  MetricLineage.class,
                  KpiPublication.class,
                  Restatement.class)
                  .stream())
          .toList();

  /**
   * The tables that the service reads, and so all that a release holds: they grow with customers,
   * not with events, and none identifies a person.
   */
  public static final List<TableSpec<? extends Record>> SERVED =
      specs(
          Customer360Profile.class,
          CustomerRfm.class,
          CustomerLtv.class,
          DimCurrency.class,
          MonthlyCustomerSpending.class,
          CustomerMonthFeatures.class,
          CustomerFeaturesLatest.class,
          CustomerOfferLatest.class,
          FctActivation.class,
          RetentionCohort.class,
          OnboardingFunnelStep.class,
          SegmentFunnelStep.class,
          WeeklyEngagement.class,
          FeatureAdoption.class,
          OutcomeGap.class,
          InclusionFunnelStep.class,
          WellbeingProxy.class,
          ProtectionAction.class,
          MonthlyRevenue.class,
          LeakageFinding.class,
          DunningMonth.class,
          AcquisitionPayback.class,
          ReferralEconomics.class,
          ReferralException.class,
          KpiValue.class,
          MetricChange.class,
          MetricHealth.class,
          DataQualityResult.class,
          DataQualityScore.class,
          BusinessHealth.class,
          MetricLineage.class,
          Restatement.class,
          PriceElasticity.class,
          PricingScenario.class,
          OfferEffect.class,
          UpliftQuality.class,
          OfferFairValue.class,
          ExperimentSummary.class,
          ExperimentResult.class,
          ExperimentPoint.class,
          GeoIncrementality.class,
          GeoSeries.class,
          GeoPlacebo.class,
          GeoRegion.class,
          CustomerScore.class,
          ScoreReason.class,
          ActionPlan.class,
          ActionRejection.class,
          PlanTotal.class,
          PlanLimit.class,
          ProfitCurvePoint.class,
          BudgetCurvePoint.class,
          BreakEven.class,
          AudienceChange.class,
          DecisionTrace.class,
          Recommendation.class,
          ChurnRuleAgreement.class,
          PlanOutcome.class,
          SourceAccount.class,
          RunManifestRow.class,
          FeatureDrift.class,
          ModelCalibration.class,
          ReleaseGate.class,
          ReleaseDecision.class,
          ReleaseDecisionGate.class);

  private Contracts() {}

  public static List<TableSpec<? extends Record>> all() {
    return Stream.concat(RAW.stream(), DERIVED.stream()).toList();
  }

  /** The contract of {@code dataset.table}. */
  public static Optional<TableSpec<? extends Record>> find(String id) {
    return all().stream().filter(t -> t.id().equals(id)).findFirst();
  }

  @SafeVarargs
  private static List<TableSpec<? extends Record>> specs(Class<? extends Record>... types) {
    return Stream.of(types).<TableSpec<? extends Record>>map(TableSpec::of).toList();
  }
}
