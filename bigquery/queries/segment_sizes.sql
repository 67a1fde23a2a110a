-- Question: How large are the behavioural segments, and what do they spend a month?
-- For: growth
-- Parameters: none
-- Partition filter: none
-- Bytes budget: 1 GiB
SELECT
  COALESCE(behavioural_segment, 'none') AS behavioural_segment,
  COUNT(*) AS customers,
  ROUND(COUNT(*) / NULLIF(SUM(COUNT(*)) OVER (), 0), 4) AS share,
  ROUND(AVG(monthly_spend_minor), 1) AS mean_monthly_spend_minor
FROM marts.customer_segments
GROUP BY 1
ORDER BY customers DESC NULLS LAST, behavioural_segment NULLS LAST
