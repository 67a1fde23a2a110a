-- Question: Which share of the recurring revenue at the start of a month is there at its end without new and returning customers?
-- For: finance
-- Parameters: @from_day DATE '2025-01-01', @to_day DATE '2027-01-01'
-- Partition filter: none
-- Bytes budget: 1 GiB
SELECT
  month,
  SUM(opening_minor) AS opening_minor,
  SUM(expansion_minor) AS expansion_minor,
  SUM(contraction_minor) AS contraction_minor,
  SUM(churn_chosen_minor + churn_payment_failed_minor + churn_unknown_minor) AS churn_minor,
  ROUND(SUM(closing_minor - new_minor - reactivation_minor) / NULLIF(SUM(opening_minor), 0), 4)
    AS net_revenue_retention
FROM marts.monthly_revenue
WHERE month >= @from_day
  AND month < @to_day
GROUP BY month
ORDER BY month NULLS LAST
