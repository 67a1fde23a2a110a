-- Question: Where do customers stand in their life cycle, by recency, and what have they spent?
-- For: growth
-- Parameters: none
-- Partition filter: none
-- Bytes budget: 1 GiB
SELECT
  lifecycle_segment,
  recency_score,
  COUNT(*) AS customers,
  SUM(monetary_minor) AS monetary_minor
FROM marts.customer_rfm
GROUP BY lifecycle_segment, recency_score
ORDER BY lifecycle_segment NULLS LAST, recency_score NULLS LAST
