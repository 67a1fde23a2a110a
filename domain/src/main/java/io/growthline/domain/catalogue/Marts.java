package io.growthline.domain.catalogue;

import io.growthline.domain.customer.CategoryDimension;
import io.growthline.domain.customer.CurrencyDimension;
import io.growthline.domain.customer.Customer360;
import io.growthline.domain.customer.CustomerDimension;
import io.growthline.domain.customer.CustomerSegments;
import io.growthline.domain.customer.MonthlySpending;
import io.growthline.domain.customer.PurchaseHistories;
import io.growthline.domain.customer.Rfm;
import io.growthline.domain.customer.SpendChanges;
import io.growthline.domain.customer.TransactionFacts;
import io.growthline.domain.customer.TransactionValues;
import io.growthline.domain.experiment.ExperimentDeclarations;
import io.growthline.domain.experiment.ExperimentResults;
import io.growthline.domain.experiment.ExperimentSeries;
import io.growthline.domain.experiment.ExperimentSummaries;
import io.growthline.domain.feature.LatestFeatures;
import io.growthline.domain.feature.LatestOffers;
import io.growthline.domain.feature.MonthlySnapshots;
import io.growthline.domain.feature.OfferFeatures;
import io.growthline.domain.finance.Dunning;
import io.growthline.domain.finance.Payback;
import io.growthline.domain.finance.RevenueLeakage;
import io.growthline.domain.finance.RevenueMovements;
import io.growthline.domain.finance.RewardAudit;
import io.growthline.domain.finance.RewardCosts;
import io.growthline.domain.geo.GeoPlacebos;
import io.growthline.domain.geo.GeoRegions;
import io.growthline.domain.geo.GeoSeriesDays;
import io.growthline.domain.geo.GeoTests;
import io.growthline.domain.geo.RegionDays;
import io.growthline.domain.growth.Activation;
import io.growthline.domain.growth.Calendar;
import io.growthline.domain.growth.Campaigns;
import io.growthline.domain.growth.Engagement;
import io.growthline.domain.growth.Features;
import io.growthline.domain.growth.OnboardingFunnel;
import io.growthline.domain.growth.OnboardingProgress;
import io.growthline.domain.growth.Retention;
import io.growthline.domain.growth.SegmentFunnel;
import io.growthline.domain.inclusion.CustomerOutcomes;
import io.growthline.domain.inclusion.InclusionFunnel;
import io.growthline.domain.inclusion.OutcomeGaps;
import io.growthline.domain.inclusion.ProtectionActions;
import io.growthline.domain.inclusion.ProtectionEvents;
import io.growthline.domain.inclusion.WellbeingProxies;
import io.growthline.domain.mart.AnalysisMart;
import io.growthline.domain.mart.CustomerMart;
import io.growthline.domain.mart.Mart;
import io.growthline.domain.mart.PopulationMart;
import io.growthline.domain.mart.TotalMart;
import io.growthline.domain.metric.Kpis;
import io.growthline.domain.metric.MetricChanges;
import io.growthline.domain.pricing.OfferOutcomes;
import io.growthline.domain.release.FairValues;
import io.growthline.domain.uplift.OfferEffects;
import io.growthline.domain.uplift.UpliftQualities;
import io.growthline.domain.value.CustomerValue;
import io.growthline.domain.value.MonthlyMargins;
import io.growthline.domain.value.PlanRetentions;
import io.growthline.domain.value.ValueModelHoldouts;
import io.growthline.domain.value.ValueModelParameters;
import java.util.List;
import java.util.stream.Stream;

/** All marts, one line each. */
public final class Marts {
  /** Rows of single customers. */
  public static final List<CustomerMart<?>> CUSTOMERS =
      List.of(
          new CustomerDimension(),
          new TransactionFacts(),
          new Customer360(),
          new CustomerSegments(),
          new MonthlySpending(),
          new SpendChanges(),
          new TransactionValues(),
          new OnboardingProgress(),
          new Activation(),
          new MonthlySnapshots(),
          new LatestFeatures(),
          new PurchaseHistories(),
          new OfferOutcomes(),
          new OfferFeatures(),
          new LatestOffers(),
          new ProtectionEvents(),
          new RevenueLeakage());

  /** Totals counted over customers, with the experiments that come with the platform. */
  public static final List<TotalMart<?, ?>> TOTALS = totals(ExperimentDeclarations.standard());

  /** Rows of single customers that need numbers of all customers. */
  public static final List<PopulationMart<?, ?, ?, ?>> POPULATION =
      List.of(new Rfm(), new CustomerValue());

  /** Worked out on one machine from published tables. */
  public static final List<AnalysisMart<?>> ANALYSES =
      List.of(
          new Campaigns(),
          new OutcomeGaps(),
          new MetricChanges(),
          new OfferEffects(),
          new UpliftQualities(),
          new FairValues(),
          new GeoTests(),
          new GeoSeriesDays(),
          new GeoPlacebos(),
          new GeoRegions());

  private Marts() {}

  /**
   * Totals counted over customers.
   *
   * @param declared the experiments that are analysed
   */
  public static List<TotalMart<?, ?>> totals(ExperimentDeclarations declared) {
    return List.of(
        new Calendar(),
        new CategoryDimension(),
        new CurrencyDimension(),
        new OnboardingFunnel(),
        new SegmentFunnel(),
        new Retention(),
        new Engagement(),
        new Features(),
        new CustomerOutcomes(),
        new InclusionFunnel(),
        new WellbeingProxies(),
        new ProtectionActions(),
        new Kpis(),
        new RevenueMovements(),
        new Dunning(),
        new RewardCosts(),
        new RewardAudit(),
        new Payback(),
        new MonthlyMargins(),
        new PlanRetentions(),
        new ValueModelParameters(),
        new ValueModelHoldouts(),
        new RegionDays(),
        new ExperimentSummaries(declared),
        new ExperimentResults(declared),
        new ExperimentSeries(declared));
  }

  /** The marts of all kinds. */
  public static List<Mart<?>> all() {
    return Stream.of(CUSTOMERS, TOTALS, POPULATION, ANALYSES)
        .<Mart<?>>flatMap(List::stream)
        .toList();
  }
}
