-- Money of plans that was lost between two days, by kind. Parameters: @from_day, @to_day (exclusive).
SELECT
  kind,
  COUNT(*) AS findings,
  COUNT(DISTINCT customer_id) AS customers,
  SUM(amount_minor) AS amount_minor
FROM marts.revenue_leakage
WHERE found_on >= @from_day
  AND found_on < @to_day
GROUP BY kind
ORDER BY amount_minor DESC, kind
