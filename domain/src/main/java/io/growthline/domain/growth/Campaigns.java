package io.growthline.domain.growth;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.CampaignSpend;
import io.growthline.domain.mart.AnalysisMart;
import io.growthline.domain.mart.TableReader;
import io.growthline.domain.pricing.FctOfferOutcome;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What campaigns spent in each month, beside the offers that they showed in it. Offers that name no
 * campaign have no place here.
 */
public final class Campaigns implements AnalysisMart<CampaignPerformance> {
  private static final String SPENT =
      """
      SELECT
        campaign_id,
        EXTRACT(YEAR FROM spend_on) AS year,
        EXTRACT(MONTH FROM spend_on) AS month,
        SUM(spend_minor) AS spend_minor,
        COALESCE(SUM(impressions), 0) AS impressions,
        COALESCE(SUM(clicks), 0) AS clicks
      FROM %s AS spend
      WHERE occurred_at < @as_of AND ingested_at < @as_of
      GROUP BY campaign_id, year, month
      ORDER BY campaign_id, year, month
      """
          .formatted(TableSpec.of(CampaignSpend.class).allRows());

  private static final String OFFERED =
      """
      SELECT
        campaign_id,
        EXTRACT(YEAR FROM shown_on) AS year,
        EXTRACT(MONTH FROM shown_on) AS month,
        COUNT(*) AS exposures,
        COUNT(accepted) AS decided,
        SUM(CASE WHEN accepted THEN 1 ELSE 0 END) AS acceptances,
        COALESCE(SUM(CASE WHEN accepted THEN incentive_cost_minor END), 0) AS incentive_cost_minor
      FROM %s AS offers
      WHERE campaign_id IS NOT NULL
      GROUP BY campaign_id, year, month
      ORDER BY campaign_id, year, month
      """
          .formatted(TableSpec.of(FctOfferOutcome.class).allRows());

  /** What a campaign spent in a month. */
  public record Spent(
      String campaignId, long year, long month, long spendMinor, long impressions, long clicks) {}

  /** What offers of a campaign a month showed. */
  public record Offered(
      String campaignId,
      long year,
      long month,
      long exposures,
      long decided,
      long acceptances,
      long incentiveCostMinor) {}

  private record Key(String campaignId, LocalDate month) implements Comparable<Key> {
    static Key of(String campaignId, long year, long month) {
      return new Key(campaignId, LocalDate.of((int) year, (int) month, 1));
    }

    @Override
    public int compareTo(Key other) {
      int order = campaignId.compareTo(other.campaignId);
      return order != 0 ? order : month.compareTo(other.month);
    }
  }

  @Override
  public Class<CampaignPerformance> table() {
    return CampaignPerformance.class;
  }

  @Override
  public List<CampaignPerformance> rows(TableReader tables, LocalDate asOf) {
    Map<String, ?> known = Map.of("as_of", asOf.atStartOfDay(ZoneOffset.UTC).toInstant());
    Map<Key, Spent> spent = new LinkedHashMap<>();
    for (Spent row : tables.select(Spent.class, SPENT, known)) {
      spent.put(Key.of(row.campaignId(), row.year(), row.month()), row);
    }
    Map<Key, Offered> offered = new LinkedHashMap<>();
    for (Offered row : tables.select(Offered.class, OFFERED, Map.of())) {
      offered.put(Key.of(row.campaignId(), row.year(), row.month()), row);
    }
    TreeSet<Key> keys = new TreeSet<>(spent.keySet());
    keys.addAll(offered.keySet());
    return keys.stream().map(key -> row(key, spent.get(key), offered.get(key))).toList();
  }

  @Override
  public String emptyBecause() {
    return "no raw.campaign_spend, and no offer names a campaign";
  }

  private static CampaignPerformance row(Key key, Spent booked, Offered shown) {
    Spent spent = booked != null ? booked : new Spent(key.campaignId(), 0, 0, 0, 0, 0);
    Offered offered = shown != null ? shown : new Offered(key.campaignId(), 0, 0, 0, 0, 0, 0);
    long cost = Math.addExact(spent.spendMinor(), offered.incentiveCostMinor());
    return new CampaignPerformance(
        key.campaignId(),
        key.month(),
        spent.spendMinor(),
        spent.impressions(),
        spent.clicks(),
        offered.exposures(),
        offered.decided(),
        offered.acceptances(),
        offered.incentiveCostMinor(),
        over(spent.spendMinor(), spent.clicks()),
        over(cost, offered.acceptances()));
  }

  private static Double over(long minor, long count) {
    return count == 0 ? null : (Double) ((double) minor / count);
  }
}
