package io.growthline.domain.uplift;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.feature.FctOfferFeatures;
import io.growthline.domain.mart.AnalysisMart;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.TableReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the arms of each trial changed, over all customers and by income band. Chance chose the
 * arms, so a plain difference of shares is the average effect. A customer counts once for an offer,
 * so rows are independent and no earlier offer of the same trial has changed them.
 */
public final class OfferEffects implements AnalysisMart<OfferEffect> {
  static final String USABLE = "usable";
  static final String WITHHELD = "withheld";
  private static final String ALL = "all";

  private static final String COUNTED =
      """
      SELECT
        offer_id,
        arm,
        segment,
        COUNT(*) AS customers,
        SUM(CASE WHEN taken THEN 1 ELSE 0 END) AS takers
      FROM %s AS offers
      WHERE in_trial AND taken IS NOT NULL
      GROUP BY offer_id, arm, segment
      ORDER BY offer_id, arm, segment
      """
          .formatted(TableSpec.of(FctOfferFeatures.class).allRows());

  /** Customers of one arm of a trial, and how many of them took the product. */
  public record Counted(String offerId, String arm, String segment, long customers, long takers) {}

  /** An arm and the one that it is compared with. */
  record Comparison(String arm, String control) {}

  /** Which arms are compared, in the order of the rows. */
  static final List<Comparison> COMPARISONS =
      List.of(
          new Comparison("standard", "holdout"),
          new Comparison("incentive", "holdout"),
          new Comparison("incentive", "standard"));

  /** Where customers are counted. */
  public record Cell(String offerId, String segment, String arm) {}

  @Override
  public Class<OfferEffect> table() {
    return OfferEffect.class;
  }

  @Override
  public List<OfferEffect> rows(TableReader tables, LocalDate asOf) {
    Counts<Cell> counts = new Counts<>(Cell.class, 2);
    Map<String, SortedSet<String>> segments = new LinkedHashMap<>();
    for (Counted row : tables.select(Counted.class, COUNTED, Map.of())) {
      long[] amounts = {row.customers(), row.takers()};
      counts.add(new Cell(row.offerId(), row.segment(), row.arm()), amounts);
      counts.add(new Cell(row.offerId(), ALL, row.arm()), amounts);
      segments.computeIfAbsent(row.offerId(), id -> new TreeSet<>(List.of(ALL))).add(row.segment());
    }
    List<OfferEffect> rows = new ArrayList<>();
    segments.forEach(
        (offer, bands) ->
            bands.forEach(
                band ->
                    COMPARISONS.forEach(arms -> rows.add(row(offer, band, arms, counts, asOf)))));
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no offer was shown in a trial with arms and a known outcome";
  }

  private static OfferEffect row(
      String offer, String segment, Comparison arms, Counts<Cell> counts, LocalDate asOf) {
    Cell arm = new Cell(offer, segment, arms.arm());
    Cell other = new Cell(offer, segment, arms.control());
    long treated = counts.get(arm, 0);
    long control = counts.get(other, 0);
    Difference effect =
        treated == 0 || control == 0
            ? null
            : Difference.of(treated, counts.get(arm, 1), control, counts.get(other, 1));
    return new OfferEffect(
        offer,
        arms.arm(),
        arms.control(),
        segment,
        asOf,
        treated,
        counts.get(arm, 1),
        control,
        counts.get(other, 1),
        effect == null ? null : effect.estimate(),
        effect == null ? null : effect.lower(),
        effect == null ? null : effect.upper(),
        effect != null && effect.isSigned() ? USABLE : WITHHELD,
        reason(arms, treated, control, effect));
  }

  private static String reason(Comparison arms, long treated, long control, Difference effect) {
    if (effect == null) {
      return "No customer with a known outcome was in the arm %s."
          .formatted(treated == 0 ? arms.arm() : arms.control());
    }
    return effect.isSigned()
        ? "The interval excludes 0."
        : "The interval includes 0: with %,d and %,d customers chance explains the difference."
            .formatted(treated, control);
  }
}
