-- Question: How many customers opened the app in each ISO week since a day?
-- For: growth
-- Parameters: @since DATE '2026-01-01'
-- Partition filter: raw.sessions.occurred_at
-- Bytes budget: 10 GiB
SELECT
  d.iso_week_start,
  COUNT(DISTINCT s.customer_id) AS active_customers,
  COUNT(*) AS sessions,
  SUM(CASE WHEN s.crashed THEN 1 ELSE 0 END) AS crashes
FROM raw.sessions AS s
JOIN marts.dim_date AS d ON d.date = CAST(s.occurred_at AS DATE)
WHERE s.occurred_at >= CAST(@since AS TIMESTAMP)
GROUP BY d.iso_week_start
ORDER BY d.iso_week_start NULLS LAST
