package io.growthline.pages;

import io.growthline.pages.section.ActionQueue;
import io.growthline.pages.section.AllMetrics;
import io.growthline.pages.section.AudienceChanges;
import io.growthline.pages.section.Bands;
import io.growthline.pages.section.BreakEvens;
import io.growthline.pages.section.BudgetCurve;
import io.growthline.pages.section.BusinessHealth;
import io.growthline.pages.section.ChangeDecisions;
import io.growthline.pages.section.ChurnDrivers;
import io.growthline.pages.section.CustomerCampaigns;
import io.growthline.pages.section.CustomerDecision;
import io.growthline.pages.section.CustomerFacts;
import io.growthline.pages.section.CustomerIdentity;
import io.growthline.pages.section.CustomerMonths;
import io.growthline.pages.section.CustomerProfile;
import io.growthline.pages.section.CustomerScores;
import io.growthline.pages.section.CustomerSpending;
import io.growthline.pages.section.CustomerTimeline;
import io.growthline.pages.section.Customers;
import io.growthline.pages.section.DataQuality;
import io.growthline.pages.section.Drift;
import io.growthline.pages.section.DunningRecovery;
import io.growthline.pages.section.Elasticity;
import io.growthline.pages.section.Engagement;
import io.growthline.pages.section.ExperimentEffect;
import io.growthline.pages.section.ExperimentGuardrails;
import io.growthline.pages.section.ExperimentMetrics;
import io.growthline.pages.section.ExperimentSegments;
import io.growthline.pages.section.Experiments;
import io.growthline.pages.section.FeatureUse;
import io.growthline.pages.section.Finding;
import io.growthline.pages.section.Freshness;
import io.growthline.pages.section.Gates;
import io.growthline.pages.section.KeyFigures;
import io.growthline.pages.section.Leakage;
import io.growthline.pages.section.LeftOut;
import io.growthline.pages.section.Lineage;
import io.growthline.pages.section.MetricHealth;
import io.growthline.pages.section.ModelGates;
import io.growthline.pages.section.ModelHistory;
import io.growthline.pages.section.ModelQuality;
import io.growthline.pages.section.ModelVersions;
import io.growthline.pages.section.OnboardingFunnel;
import io.growthline.pages.section.OwnerWorkload;
import io.growthline.pages.section.Payback;
import io.growthline.pages.section.PlanSummary;
import io.growthline.pages.section.PriceSimulator;
import io.growthline.pages.section.ProfitCurve;
import io.growthline.pages.section.QuickWins;
import io.growthline.pages.section.Reasons;
import io.growthline.pages.section.Recommendations;
import io.growthline.pages.section.ReferralEconomics;
import io.growthline.pages.section.ReferralExceptions;
import io.growthline.pages.section.RestatedFigures;
import io.growthline.pages.section.Retention;
import io.growthline.pages.section.Revenue;
import io.growthline.pages.section.RevenueMovements;
import io.growthline.pages.section.RuleAgreement;
import io.growthline.pages.section.Runs;
import io.growthline.pages.section.Scenarios;
import io.growthline.pages.section.SegmentFunnels;
import io.growthline.pages.section.Segments;
import io.growthline.pages.section.Sources;
import io.growthline.pages.section.TopLeakage;
import io.growthline.pages.section.Uplift;
import io.growthline.pages.section.WhatChanged;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pages of the service. A line here is a page: its route, its navigation, its tests. */
public final class Pages {
  /** In the order of the navigation. */
  public static final List<Page> ALL =
      List.of(
          new Page(
              "/",
              "Overview",
              Finding::course,
              List.of(
                  new KeyFigures(5),
                  new BusinessHealth(),
                  new WhatChanged(),
                  new TopLeakage(),
                  new Freshness(),
                  new Revenue(),
                  Retention.CUSTOMERS,
                  new Gates(),
                  new PriceSimulator(),
                  new ChurnDrivers(),
                  new Customers("Customers at risk", 10),
                  new AllMetrics())),
          Page.of(
              "/growth",
              "Growth",
              "How people become customers, how often they use the bank, and who stays.",
              new OnboardingFunnel(),
              new SegmentFunnels(),
              new Engagement(),
              new FeatureUse(),
              Retention.CUSTOMERS,
              Retention.REVENUE),
          Page.of(
              "/finance",
              "Finance",
              "How revenue moves, where money is lost, and what new customers and rewards cost.",
              new RevenueMovements(),
              new Leakage(),
              new DunningRecovery(),
              new Payback(),
              new ReferralEconomics(),
              new ReferralExceptions()),
          Page.of(
              "/customers",
              "Customers",
              "Who they are, who may need attention, why, and what to do next.",
              new Segments(),
              new Bands(),
              new Reasons(),
              new Customers("All customers", 25)),
          Page.of(
              "/actions",
              "Actions",
              "For whom something is to be done so that they stay, what it is expected to bring, and why not for others.",
              new PlanSummary(),
              new Recommendations(),
              new ActionQueue(),
              new OwnerWorkload(),
              new QuickWins(),
              new BudgetCurve(),
              new ProfitCurve(),
              new BreakEvens(),
              new RuleAgreement(),
              new LeftOut(),
              new AudienceChanges()),
          Page.of(
              "/experiments",
              "Experiments",
              "What changes cause, how sure that is, and what to do.",
              Experiments.CHOOSABLE,
              new ExperimentEffect(),
              new ExperimentMetrics(),
              new ExperimentGuardrails(),
              new ExperimentSegments()),
          Page.of(
              "/outcomes",
              "Outcomes",
              "How groups of customers fare, and what may be done with changes.",
              new ChangeDecisions()),
          Page.of(
              "/data",
              "Data",
              "What the figures rest on: tables, runs, metrics with their targets, sources and corrections.",
              new Freshness(),
              new DataQuality(),
              new Sources(),
              new Runs(),
              new MetricHealth(),
              new RestatedFigures(),
              new Lineage()),
          Page.of(
              "/models",
              "Models",
              "What scores and prices rest on: versions, quality, decisions, gates and drift.",
              new ModelVersions(),
              new ModelQuality(),
              new ModelHistory(),
              new ModelGates(),
              new Drift(),
              new Uplift(),
              new Elasticity(),
              new Scenarios()));

  /** Pages about one thing, which the navigation does not list. */
  public static final List<Page> DETAILS =
      List.of(
          Page.of(
              "/customers/{id}",
              "Customer",
              "Profile, scores with their reasons, what is to be done, spending and recent months.",
              new CustomerProfile(),
              new CustomerIdentity(),
              new CustomerScores(),
              new CustomerDecision(),
              new CustomerTimeline(),
              new CustomerSpending(),
              new CustomerCampaigns(),
              new CustomerFacts(),
              new CustomerMonths()));

  /** Reports that can be taken along as Markdown, by path. */
  public static final Map<String, Report> REPORTS = Map.of("/actions/brief.md", Report.BRIEF);

  private Pages() {}

  /** All pages that have a route. */
  public static List<Page> routed() {
    return Stream.concat(ALL.stream(), DETAILS.stream()).toList();
  }
}
