-- Question: Why are transactions declined, and how many customers are concerned, since a day?
-- For: service
-- Parameters: @since DATE '2026-01-01'
-- Partition filter: marts.fct_transactions.occurred_on
-- Bytes budget: 10 GiB
SELECT
  COALESCE(decline_reason, 'unknown') AS decline_reason,
  COUNT(*) AS transactions,
  COUNT(DISTINCT customer_id) AS customers,
  SUM(amount_minor) AS amount_minor
FROM marts.fct_transactions
WHERE occurred_on >= @since
  AND status = 'declined'
GROUP BY 1
ORDER BY transactions DESC NULLS LAST, decline_reason NULLS LAST
