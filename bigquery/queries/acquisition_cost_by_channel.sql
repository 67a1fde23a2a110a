-- Question: What do campaigns spend by channel between two days (the last exclusive), and what does a click cost?
-- For: growth
-- Parameters: @from_day DATE '2026-01-01', @to_day DATE '2026-04-01'
-- Partition filter: raw.campaign_spend.occurred_at
-- Bytes budget: 1 GiB
SELECT
  channel,
  SUM(spend_minor) AS spend_minor,
  COALESCE(SUM(impressions), 0) AS impressions,
  COALESCE(SUM(clicks), 0) AS clicks,
  ROUND(SUM(spend_minor) / NULLIF(SUM(clicks), 0), 2) AS cost_per_click_minor
FROM raw.campaign_spend
WHERE occurred_at >= CAST(@from_day AS TIMESTAMP)
  AND occurred_at < CAST(@to_day AS TIMESTAMP)
GROUP BY channel
ORDER BY spend_minor DESC NULLS LAST, channel NULLS LAST
