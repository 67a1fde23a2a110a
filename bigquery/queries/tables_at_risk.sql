-- Question: Which tables cannot be relied on, and what may go wrong in the business?
-- For: data
-- Parameters: none
-- Partition filter: none
-- Bytes budget: 1 GiB
SELECT
  table_name,
  status,
  ROUND(overall, 3) AS overall,
  worst_dimension,
  business_risk,
  withheld_because
FROM monitoring.data_quality_scores
WHERE status <> 'ok'
ORDER BY overall NULLS LAST, table_name NULLS LAST
