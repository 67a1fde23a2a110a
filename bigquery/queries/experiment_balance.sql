-- Question: Are the variants of each experiment of equal size, and who is in two variants at once?
-- For: growth
-- Parameters: @since DATE '2026-01-01'
-- Partition filter: raw.experiment_assignments.occurred_at
-- Bytes budget: 1 GiB
WITH customers AS (
  SELECT
    experiment_id,
    customer_id,
    COUNT(DISTINCT variant) AS variants,
    MIN(variant) AS variant
  FROM raw.experiment_assignments
  WHERE occurred_at >= CAST(@since AS TIMESTAMP)
    AND customer_id IS NOT NULL
  GROUP BY experiment_id, customer_id
)
SELECT
  experiment_id,
  CASE WHEN variants = 1 THEN variant ELSE 'several' END AS variant,
  COUNT(*) AS customers
FROM customers
GROUP BY 1, 2
ORDER BY experiment_id NULLS LAST, variant NULLS LAST
