-- Question: How many applicants reached each step of the onboarding since a day?
-- For: growth
-- Parameters: @since DATE '2025-12-01'
-- Partition filter: raw.onboarding_steps.occurred_at
-- Bytes budget: 1 GiB
SELECT
  step,
  COALESCE(outcome, 'none') AS outcome,
  COUNT(DISTINCT customer_id) AS applicants,
  MIN(occurred_at) AS first_at
FROM raw.onboarding_steps
WHERE occurred_at >= CAST(@since AS TIMESTAMP)
GROUP BY 1, 2
ORDER BY applicants DESC NULLS LAST, step NULLS LAST, outcome NULLS LAST
