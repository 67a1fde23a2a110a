-- Question: Do customers spend more on working days than on other days?
-- For: finance
-- Parameters: @since DATE '2026-01-01'
-- Partition filter: marts.fct_transactions.occurred_on
-- Bytes budget: 10 GiB
SELECT
  d.is_working_day,
  COUNT(DISTINCT t.occurred_on) AS days,
  COUNT(*) AS transactions,
  SUM(t.spend_minor) AS spend_minor,
  ROUND(SUM(t.spend_minor) / NULLIF(COUNT(DISTINCT t.occurred_on), 0), 1) AS spend_minor_a_day
FROM marts.fct_transactions AS t
JOIN marts.dim_date AS d ON d.date = t.occurred_on
WHERE t.occurred_on >= @since
  AND t.status = 'approved'
GROUP BY d.is_working_day
ORDER BY d.is_working_day NULLS LAST
