-- Question: What was spent, less refunds, in each merchant category between two days (the last exclusive)?
-- For: finance
-- Parameters: @from_day DATE '2026-01-01', @to_day DATE '2026-04-01'
-- Partition filter: marts.fct_transactions.occurred_on
-- Bytes budget: 10 GiB
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
ORDER BY spend_minor DESC NULLS LAST, merchant_category NULLS LAST
