package io.growthline.domain.uplift;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.feature.FctOfferFeatures;
import io.growthline.domain.mart.AnalysisMart;
import io.growthline.domain.mart.TableReader;
import io.growthline.domain.scoring.Features;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Judges for each offer and arm whether customers can be ordered by what the offer changes for
 * them. One offer at a time is read, and of each arm at most {@value #MOST_OF_AN_ARM} customers,
 * the first in an order by chance that is the same in every run; so memory does not grow with
 * customers.
 */
public final class UpliftQualities implements AnalysisMart<UpliftQuality> {
  static final int MOST_OF_AN_ARM = 20_000;

  /** Fewer customers, takers or others in an arm teach a model nothing. */
  static final int LEAST_OF_AN_ARM = 200;

  static final int LEAST_OF_AN_OUTCOME = 20;

  private static final TableSpec<FctOfferFeatures> OFFERS = TableSpec.of(FctOfferFeatures.class);

  // The terms of an offer are those of its arm, so they would tell the arms apart.
  private static final Features<FctOfferFeatures> INPUTS =
      Features.between(FctOfferFeatures.class, "offers_seen_90d", "last_nps");

  private static final String NAMED =
      "SELECT DISTINCT offer_id FROM %s AS offers WHERE in_trial ORDER BY offer_id"
          .formatted(OFFERS.allRows());

  private static final String SAMPLED =
      """
      SELECT %1$s
      FROM (
        SELECT
          %1$s,
          ROW_NUMBER() OVER (PARTITION BY arm ORDER BY sample_key, exposure_id) AS place
        FROM %2$s AS offers
        WHERE offer_id = @offer_id AND in_trial AND taken IS NOT NULL
      ) AS placed
      WHERE place <= @most
      ORDER BY arm, sample_key, exposure_id
      """
          .formatted(
              OFFERS.columns().stream().map(ColumnSpec::quoted).collect(Collectors.joining(", ")),
              OFFERS.allRows());

  /** An offer of which there is a trial. */
  public record Named(String offerId) {}

  @Override
  public Class<UpliftQuality> table() {
    return UpliftQuality.class;
  }

  @Override
  public List<UpliftQuality> rows(TableReader tables, LocalDate asOf) {
    List<UpliftQuality> rows = new ArrayList<>();
    for (Named offer : tables.select(Named.class, NAMED, Map.of())) {
      Map<String, ?> sample = Map.of("offer_id", offer.offerId(), "most", (long) MOST_OF_AN_ARM);
      List<FctOfferFeatures> shown = tables.select(FctOfferFeatures.class, SAMPLED, sample);
      for (OfferEffects.Comparison arms : OfferEffects.COMPARISONS) {
        if (arms.control().equals("holdout")) {
          rows.add(row(offer.offerId(), arms, trial(shown, arms), asOf));
        }
      }
    }
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no offer was shown in a trial with arms";
  }

  private static List<TrialRow> trial(List<FctOfferFeatures> shown, OfferEffects.Comparison arms) {
    return shown.stream()
        .filter(row -> row.arm().equals(arms.arm()) || row.arm().equals(arms.control()))
        .map(
            row ->
                new TrialRow(
                    (int) (row.sampleKey() % TLearner.FOLDS),
                    INPUTS.values(row),
                    row.arm().equals(arms.arm()),
                    row.taken()))
        .toList();
  }

  private static UpliftQuality row(
      String offer, OfferEffects.Comparison arms, List<TrialRow> trial, LocalDate asOf) {
    long treated = count(trial, TrialRow::treated);
    long control = trial.size() - treated;
    String tooFew = tooFew(trial);
    if (tooFew != null) {
      return new UpliftQuality(
          offer,
          arms.arm(),
          asOf,
          treated,
          control,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          OfferEffects.WITHHELD,
          tooFew);
    }
    QiniCurve curve = QiniCurve.of(trial, TLearner.crossFitted(trial));
    QiniCurve.Quality quality = curve.quality();
    boolean usable = quality.qini().isPositive();
    return new UpliftQuality(
        offer,
        arms.arm(),
        asOf,
        treated,
        control,
        quality.qini().estimate(),
        quality.qini().lower(),
        quality.qini().upper(),
        quality.coefficient().estimate(),
        quality.coefficient().lower(),
        quality.coefficient().upper(),
        quality.auuc().estimate(),
        quality.auuc().lower(),
        quality.auuc().upper(),
        usable ? OfferEffects.USABLE : OfferEffects.WITHHELD,
        usable
            ? "The interval of the Qini area is above 0."
            : "The interval of the Qini area is not above 0: the order is no better than chance, so"
                + " everybody counts with the average effect.");
  }

  private static String tooFew(List<TrialRow> trial) {
    for (boolean treated : new boolean[] {true, false}) {
      String arm = treated ? "the arm" : "the holdout";
      long rows = count(trial, row -> row.treated() == treated);
      long takers = count(trial, row -> row.treated() == treated && row.outcome());
      if (rows < LEAST_OF_AN_ARM) {
        return "Customers in %s with a known outcome: %d, at least %d are needed."
            .formatted(arm, rows, LEAST_OF_AN_ARM);
      }
      if (Math.min(takers, rows - takers) < LEAST_OF_AN_OUTCOME) {
        return "Takers among %d customers in %s: %d, at least %d takers and as many others are needed."
            .formatted(rows, arm, takers, LEAST_OF_AN_OUTCOME);
      }
    }
    return null;
  }

  private static long count(List<TrialRow> trial, Predicate<TrialRow> which) {
    return trial.stream().filter(which).count();
  }
}
