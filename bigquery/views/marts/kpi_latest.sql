-- The newest complete monthly value of every metric for all customers, with the value a month before.
-- metric: Metric of the catalogue.
-- period_start: First day of the month.
-- value: Value of the month, in its unit.
-- value_before: Value of the month before; absent for the first.
-- unit: Unit of both values.
SELECT
  metric,
  period_start,
  value,
  LAG(value) OVER (PARTITION BY metric ORDER BY period_start NULLS FIRST) AS value_before,
  unit
FROM marts.kpi_values
WHERE dimension = 'all'
  AND grain = 'month'
  AND is_complete
QUALIFY ROW_NUMBER() OVER (PARTITION BY metric ORDER BY period_start DESC NULLS LAST) = 1
