-- Question: How did monthly recurring revenue develop, and by how much from month to month?
-- For: finance
-- Parameters: none
-- Partition filter: none
-- Bytes budget: 1 GiB
SELECT
  period_start AS month,
  value AS recurring_revenue_minor,
  value - LAG(value) OVER (ORDER BY period_start NULLS FIRST) AS change_minor,
  is_complete
FROM marts.kpi_values
WHERE metric = 'monthly_recurring_revenue_minor'
  AND grain = 'month'
  AND dimension = 'all'
ORDER BY month NULLS LAST
