-- Question: Which share of each signup month was still active after so many months?
-- For: growth
-- Parameters: @max_months INT64 2
-- Partition filter: none
-- Bytes budget: 1 GiB
SELECT
  cohort_start AS cohort_month,
  periods_since_signup AS months_since_signup,
  cohort_size,
  active_customers,
  ROUND(retention_rate, 4) AS retention_rate,
  ROUND(revenue_retention, 4) AS revenue_retention
FROM marts.retention_cohorts
WHERE grain = 'month'
  AND periods_since_signup <= @max_months
ORDER BY cohort_month NULLS LAST, months_since_signup NULLS LAST
