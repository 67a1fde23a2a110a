-- Question: How much money of plans was lost between two days (the last exclusive), by kind?
-- For: finance
-- Parameters: @from_day DATE '2025-01-01', @to_day DATE '2027-01-01'
-- Partition filter: none
-- Bytes budget: 1 GiB
SELECT
  kind,
  COUNT(*) AS findings,
  COUNT(DISTINCT customer_id) AS customers,
  SUM(amount_minor) AS amount_minor
FROM marts.revenue_leakage
WHERE found_on >= @from_day
  AND found_on < @to_day
GROUP BY kind
ORDER BY amount_minor DESC NULLS LAST, kind NULLS LAST
