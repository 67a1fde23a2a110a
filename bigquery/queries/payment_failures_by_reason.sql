-- Question: Why do payments fail, and how much money is concerned, since a day?
-- For: finance
-- Parameters: @since DATE '2026-01-01'
-- Partition filter: raw.payments.occurred_at
-- Bytes budget: 1 GiB
SELECT
  COALESCE(failure_reason, 'unknown') AS failure_reason,
  COUNT(*) AS attempts,
  COUNT(DISTINCT invoice_id) AS invoices,
  SUM(amount_minor) AS amount_minor
FROM raw.payments
WHERE occurred_at >= CAST(@since AS TIMESTAMP)
  AND status = 'failed'
GROUP BY 1
ORDER BY amount_minor DESC NULLS LAST, failure_reason NULLS LAST
