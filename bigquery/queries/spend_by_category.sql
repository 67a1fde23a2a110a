-- Purchases less refunds by merchant category between two days. Parameters: @from_day, @to_day (exclusive).
SELECT
  COALESCE(merchant_category, 'unknown') AS merchant_category,
  COUNT(*) AS transactions,
  COUNT(DISTINCT customer_id) AS customers,
  SUM(spend_minor) AS spend_minor
FROM marts.fct_transactions
WHERE occurred_on >= @from_day
  AND occurred_on < @to_day
  AND status = 'approved'
GROUP BY 1
ORDER BY spend_minor DESC, merchant_category
