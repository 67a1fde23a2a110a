-- Question: What did one customer buy lately?
-- For: service
-- Parameters: @customer_id STRING 'c1', @since DATE '2026-01-01'
-- Partition filter: raw.transactions.occurred_at
-- Bytes budget: 10 GiB
SELECT
  occurred_at,
  amount_minor,
  currency,
  merchant_name,
  merchant_category,
  status
FROM raw.transactions
WHERE customer_id = @customer_id
  AND occurred_at >= CAST(@since AS TIMESTAMP)
ORDER BY occurred_at DESC NULLS LAST, event_id NULLS LAST
LIMIT 100
