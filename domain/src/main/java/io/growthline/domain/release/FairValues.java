package io.growthline.domain.release;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.mart.AnalysisMart;
import io.growthline.domain.mart.TableReader;
import io.growthline.domain.pricing.FctOfferOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Fair value of each offer, counted over all exposures that are published. */
public final class FairValues implements AnalysisMart<OfferFairValue> {
  private static final String COUNTED =
      """
      SELECT
        offer_id,
        COUNT(*) AS shown,
        SUM(CASE WHEN complaint_14d IS NOT NULL AND support_contact_14d IS NOT NULL THEN 1 ELSE 0 END) AS answered,
        SUM(CASE WHEN complaint_14d AND support_contact_14d IS NOT NULL THEN 1 ELSE 0 END) AS complaints,
        SUM(CASE WHEN support_contact_14d AND complaint_14d IS NOT NULL THEN 1 ELSE 0 END) AS support,
        SUM(CASE WHEN human_review_required THEN 1 ELSE 0 END) AS reviews,
        SUM(CASE WHEN accepted IS NOT NULL THEN 1 ELSE 0 END) AS decided,
        SUM(CASE WHEN accepted THEN 1 ELSE 0 END) AS taken,
        SUM(CASE WHEN accepted AND margin_minor IS NOT NULL THEN 1 ELSE 0 END) AS margins,
        SUM(CASE WHEN accepted THEN COALESCE(margin_minor, 0) ELSE 0 END) AS margin_minor,
        SUM(CASE WHEN accepted THEN COALESCE(margin_minor, 0) * COALESCE(margin_minor, 0) ELSE 0 END) AS margin_squares
      FROM %s AS offers
      GROUP BY offer_id
      ORDER BY offer_id
      """
          .formatted(TableSpec.of(FctOfferOutcome.class).allRows());

  @Override
  public Class<OfferFairValue> table() {
    return OfferFairValue.class;
  }

  @Override
  public List<OfferFairValue> rows(TableReader tables, LocalDate asOf) {
    return tables.select(OfferShown.class, COUNTED, Map.of()).stream()
        .map(shown -> new FairValue(shown).row(asOf))
        .toList();
  }

  @Override
  public String emptyBecause() {
    return "no offer was shown";
  }
}
