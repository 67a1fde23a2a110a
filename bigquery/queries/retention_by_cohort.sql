-- Share of each signup month that was still active after so many months. Parameter: @max_months.
SELECT
  cohort_month,
  months_since_signup,
  cohort_size,
  active_customers,
  ROUND(retention_rate, 4) AS retention_rate
FROM marts.retention_cohorts
WHERE months_since_signup <= @max_months
ORDER BY cohort_month, months_since_signup
