-- Question: Which product features are used, and by how many customers, since a day?
-- For: growth
-- Parameters: @since DATE '2026-01-01'
-- Partition filter: raw.feature_uses.occurred_at
-- Bytes budget: 10 GiB
SELECT
  feature,
  COUNT(*) AS uses,
  COUNT(DISTINCT customer_id) AS customers,
  ROUND(COUNT(*) / NULLIF(COUNT(DISTINCT customer_id), 0), 2) AS uses_per_customer
FROM raw.feature_uses
WHERE occurred_at >= CAST(@since AS TIMESTAMP)
GROUP BY feature
ORDER BY customers DESC NULLS LAST, uses DESC NULLS LAST, feature NULLS LAST
