package io.growthline.domain.pricing;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers what a monthly price and a one-off incentive would bring, from fitted demand models. Pure
 * and thread-safe.
 */
public final class ScenarioEngine {
  private static final int MONTHS = 12;

  private final DemandModels models;
  private final Guardrails guardrails;

  /** An engine with the guardrails that come with the platform. */
  public ScenarioEngine(DemandModels models) {
    this(models, Guardrails.standard());
  }

  public ScenarioEngine(DemandModels models, Guardrails guardrails) {
    this.models = models;
    this.guardrails = guardrails;
  }

  /** The expected result of a scenario, or why there is none. */
  public ScenarioResult evaluate(ScenarioRequest request) {
    DemandModel model = models.find(request.segment()).orElse(null);
    if (model == null) {
      return withheld(request, new Audience(0, 0, null), List.of(unknown(request)), List.of());
    }
    List<AppliedGuardrail> applied = new ArrayList<>();
    if (model.audience().excludedVulnerable() > 0) {
      applied.add(guardrails.protection(model.audience().excludedVulnerable()));
    }
    if (model.verdict() == Verdict.INVALID) {
      return withheld(request, model.audience(), model.reasons(), applied);
    }
    List<AppliedGuardrail> refusals = guardrails.refusals(model, request);
    if (!refusals.isEmpty()) {
      applied.addAll(refusals);
      List<String> reasons = refusals.stream().map(AppliedGuardrail::message).toList();
      return withheld(request, model.audience(), reasons, applied);
    }
    ScenarioResult result = computed(model, request);
    applied.addAll(guardrails.flags(model, result));
    return withGuardrails(result, applied);
  }

  private ScenarioResult computed(DemandModel model, ScenarioRequest request) {
    Audience audience = model.audience();
    Acceptance acceptance = Acceptance.of(model, request);
    Estimate churn = null;
    Estimate revenue = null;
    Estimate margin = null;
    if (audience.churn() != null) {
      double relativePrice = request.priceMinor() / model.evidence().meanPriceMinor();
      churn = Churn.at(relativePrice, audience.churn(), guardrails.churnPriceElasticity());
      Estimate payments = Churn.payments(churn);
      revenue = revenue(audience, acceptance, payments, request);
      if (model.economics().marginRatio() != null) {
        margin = margin(model, acceptance, payments, request);
      }
    }
    List<String> doubts = doubts(model);
    return new ScenarioResult(
        request,
        models.asOf(),
        audience.customers(),
        audience.excludedVulnerable(),
        acceptance.probability(),
        revenue,
        margin,
        churn,
        doubts.isEmpty() ? Verdict.OK : Verdict.INCONCLUSIVE,
        doubts,
        List.of());
  }

  /** Acceptance of one offer: its probability and standard error on both scales. */
  private record Acceptance(Estimate probability, double logOddsError) {
    /** The interval is the normal one of the log odds, so it stays between 0 and 1. */
    static Acceptance of(DemandModel model, ScenarioRequest request) {
      double[] x =
          DemandModel.regressors(model.evidence(), request.priceMinor(), request.incentiveMinor());
      double error = model.fit().standardError(x);
      Estimate logOdds = Estimate.normal(model.fit().logOdds(x), error);
      return new Acceptance(
          new Estimate(
              LogitFit.logistic(logOdds.value()),
              LogitFit.logistic(logOdds.lower()),
              LogitFit.logistic(logOdds.upper())),
          error);
    }

    double value() {
      return probability.value();
    }

    /** dp/d(log odds) = p (1 - p). */
    double error() {
      return value() * (1 - value()) * logOddsError;
    }
  }

  /**
   * Audience x acceptance x price x expected payments. The interval is that of ln(revenue) by the
   * delta method, acceptance and churn being independent: it stays above zero.
   */
  private static Estimate revenue(
      Audience audience, Acceptance acceptance, Estimate payments, ScenarioRequest request) {
    double value =
        audience.customers() * acceptance.value() * request.priceMinor() * payments.value();
    double spread =
        Estimate.Z90
            * Math.hypot(
                (1 - acceptance.value()) * acceptance.logOddsError(),
                payments.standardError() / payments.value());
    double all = (double) audience.customers() * request.priceMinor() * MONTHS;
    return new Estimate(value, value * Math.exp(-spread), Math.min(all, value * Math.exp(spread)));
  }

  /**
   * Audience x acceptance x (ratio x price x expected payments - incentive paid), interval by the
   * delta method; it can be negative.
   */
  private static Estimate margin(
      DemandModel model, Acceptance acceptance, Estimate payments, ScenarioRequest request) {
    Economics economics = model.economics();
    double perAccepter =
        economics.marginRatio() * request.priceMinor() * payments.value()
            - economics.incentivePayout() * request.incentiveMinor();
    double perAccepterError =
        request.priceMinor()
            * Math.hypot(
                payments.value() * economics.marginRatioError(),
                economics.marginRatio() * payments.standardError());
    double customers = model.audience().customers();
    return Estimate.normal(
        customers * acceptance.value() * perAccepter,
        customers
            * Math.hypot(acceptance.error() * perAccepter, acceptance.value() * perAccepterError));
  }

  private static List<String> doubts(DemandModel model) {
    List<String> doubts = new ArrayList<>(model.reasons());
    if (model.audience().customers() == 0) {
      doubts.add("The segment has no customers to address.");
    }
    if (model.audience().churn() == null) {
      doubts.add("Churn is unknown, so revenue and margin are withheld.");
    } else if (model.economics().marginRatio() == null) {
      doubts.add("Margins were observed for too few accepted offers, so margin is withheld.");
    }
    return List.copyOf(doubts);
  }

  private String unknown(ScenarioRequest request) {
    return "No demand model for segment "
        + request.segment()
        + "; known: "
        + String.join(", ", models.models().stream().map(DemandModel::segment).toList())
        + ".";
  }

  private ScenarioResult withheld(
      ScenarioRequest request,
      Audience audience,
      List<String> reasons,
      List<AppliedGuardrail> applied) {
    return new ScenarioResult(
        request,
        models.asOf(),
        audience.customers(),
        audience.excludedVulnerable(),
        null,
        null,
        null,
        null,
        Verdict.INVALID,
        reasons,
        List.copyOf(applied));
  }

  private static ScenarioResult withGuardrails(
      ScenarioResult r, List<AppliedGuardrail> guardrails) {
    return new ScenarioResult(
        r.request(),
        r.asOf(),
        r.audience(),
        r.excludedVulnerable(),
        r.conversion(),
        r.revenueMinor(),
        r.marginMinor(),
        r.churn(),
        r.verdict(),
        r.reasons(),
        List.copyOf(guardrails));
  }
}
