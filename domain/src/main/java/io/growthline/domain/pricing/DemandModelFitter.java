package io.growthline.domain.pricing;

import io.growthline.domain.pricing.LogitRegression.Group;
import io.growthline.domain.pricing.LogitRegression.NotIdentifiedException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Fits one demand model for each segment and one for all: P(accept) = logistic(b0 + b1 ln(price /
 * mean price) + b2 incentive share).
 */
public final class DemandModelFitter {
  /** Name of the model of all segments together. */
  public static final String ALL = "all";

  private static final long MIN_EXPOSURES = 200;

  // Ten events a coefficient (Peduzzi et al. 1996, Journal of Clinical Epidemiology 49).
  private static final long MIN_EVENTS_PER_COEFFICIENT = 10;

  private DemandModelFitter() {}

  /** The models of every segment that has offers or customers. */
  public static DemandModels fit(OfferCells cells, Audiences audiences, LocalDate asOf) {
    TreeSet<String> segments = new TreeSet<>(audiences.all().keySet());
    cells.all().keySet().forEach(cell -> segments.add(cell.segment()));
    segments.remove(ALL);
    List<DemandModel> models = new ArrayList<>();
    models.add(fit(ALL, cells.pooled(ALL), audiences.pooled()));
    for (String segment : segments) {
      models.add(fit(segment, cells.of(segment), audiences.of(segment)));
    }
    return new DemandModels(asOf, List.copyOf(models));
  }

  private static DemandModel fit(
      String segment, SortedMap<OfferCell, CellCounts> cells, AudienceCounts counts) {
    Evidence evidence = evidence(cells);
    Audience audience =
        new Audience(counts.customers(), counts.excludedVulnerable(), Churn.baseline(counts));
    Economics economics = MarginRatio.estimate(cells, audience.churn());
    String missing = missingEvidence(evidence);
    if (missing != null) {
      return invalid(segment, evidence, economics, audience, missing);
    }
    LogitFit fit;
    try {
      fit = LogitRegression.fit(groups(evidence, cells));
    } catch (NotIdentifiedException e) {
      return invalid(segment, evidence, economics, audience, e.getMessage() + ".");
    }
    Estimate elasticity = LogitElasticity.at(fit, atMeans(evidence));
    if (elasticity.value() >= 0) {
      return invalid(
          segment,
          evidence,
          economics,
          audience,
          String.format(
              Locale.ROOT,
              "Acceptance did not fall with price (elasticity %.2f), so price was probably not"
                  + " varied at random.",
              elasticity.value()));
    }
    List<String> doubts = doubts(evidence, fit, elasticity);
    return new DemandModel(
        segment,
        evidence,
        fit,
        elasticity,
        economics,
        audience,
        doubts.isEmpty() ? Verdict.OK : Verdict.INCONCLUSIVE,
        doubts);
  }

  private static Evidence evidence(SortedMap<OfferCell, CellCounts> cells) {
    CellCounts total = new CellCounts(0, 0, 0, 0, 0, 0, 0);
    TreeSet<Long> prices = new TreeSet<>();
    TreeSet<Long> incentives = new TreeSet<>();
    double price = 0;
    double incentive = 0;
    for (var entry : cells.entrySet()) {
      OfferCell cell = entry.getKey();
      total = total.plus(entry.getValue());
      prices.add(cell.priceMinor());
      incentives.add(cell.incentiveMinor());
      price += (double) cell.priceMinor() * entry.getValue().exposures();
      incentive += (double) cell.incentiveMinor() * entry.getValue().exposures();
    }
    double n = Math.max(1, total.exposures());
    return new Evidence(
        total.exposures(),
        total.acceptances(),
        total.complaints(),
        List.copyOf(prices),
        List.copyOf(incentives),
        price / n,
        incentive / n);
  }

  private static String missingEvidence(Evidence evidence) {
    if (evidence.exposures() == 0) {
      return "No offers with a known outcome were shown to eligible customers.";
    }
    if (evidence.pricesMinor().size() < 2) {
      return "All offers had the same price, so demand at other prices is unknown.";
    }
    if (evidence.acceptances() == 0) {
      return "No offer was accepted.";
    }
    if (evidence.acceptances() == evidence.exposures()) {
      return "Every offer was accepted.";
    }
    return null;
  }

  private static List<Group> groups(Evidence evidence, SortedMap<OfferCell, CellCounts> cells) {
    List<Group> groups = new ArrayList<>();
    cells.forEach(
        (cell, counts) ->
            groups.add(
                new Group(
                    DemandModel.regressors(evidence, cell.priceMinor(), cell.incentiveMinor()),
                    counts.exposures(),
                    counts.acceptances())));
    return groups;
  }

  private static double[] atMeans(Evidence evidence) {
    return DemandModel.regressors(
        evidence, evidence.meanPriceMinor(), evidence.meanIncentiveMinor());
  }

  private static List<String> doubts(Evidence evidence, LogitFit fit, Estimate elasticity) {
    List<String> doubts = new ArrayList<>();
    long rarer = Math.min(evidence.acceptances(), evidence.exposures() - evidence.acceptances());
    long events = MIN_EVENTS_PER_COEFFICIENT * fit.coefficients().size();
    if (evidence.exposures() < MIN_EXPOSURES || rarer < events) {
      doubts.add(
          String.format(
              Locale.ROOT,
              "%d offers with %d acceptances are too few; %d offers and %d acceptances and refusals"
                  + " each are needed.",
              evidence.exposures(),
              evidence.acceptances(),
              MIN_EXPOSURES,
              events));
    }
    if (elasticity.upper() >= 0) {
      doubts.add(
          String.format(
              Locale.ROOT,
              "The 90 %% interval of the elasticity, %.2f to %.2f, contains zero.",
              elasticity.lower(),
              elasticity.upper()));
    }
    return List.copyOf(doubts);
  }

  private static DemandModel invalid(
      String segment, Evidence evidence, Economics economics, Audience audience, String reason) {
    return new DemandModel(
        segment, evidence, null, null, economics, audience, Verdict.INVALID, List.of(reason));
  }
}
