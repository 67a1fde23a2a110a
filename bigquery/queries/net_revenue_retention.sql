-- Of the recurring revenue at the start of each month, the share that is there at its end without new and returning
-- customers. Parameters: @from_day, @to_day (exclusive).
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
ORDER BY month
