-- Newest transactions of one customer. Parameters: @customer_id, @since (date).
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
ORDER BY occurred_at DESC, event_id
LIMIT 100
