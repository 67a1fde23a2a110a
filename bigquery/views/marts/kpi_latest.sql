-- The newest complete monthly value of every metric for all customers, with the value a month before.
SELECT
  metric,
  period_start,
  value,
  LAG(value) OVER (PARTITION BY metric ORDER BY period_start) AS value_before,
  unit
FROM marts.kpi_values
WHERE dimension = 'all'
  AND grain = 'month'
  AND is_complete
QUALIFY ROW_NUMBER() OVER (PARTITION BY metric ORDER BY period_start DESC) = 1
