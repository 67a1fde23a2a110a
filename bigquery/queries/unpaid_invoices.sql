-- Question: Which invoices of the time between two days were not paid in full, the largest debt first?
-- For: finance
-- Parameters: @from_day DATE '2026-01-01', @to_day DATE '2026-04-01'
-- Partition filter: raw.payments.occurred_at, raw.invoices.occurred_at
-- Bytes budget: 1 GiB
WITH paid AS (
  SELECT
    invoice_id,
    SUM(CASE WHEN status = 'succeeded' THEN amount_minor ELSE 0 END) AS paid_minor,
    SUM(CASE WHEN status = 'failed' THEN 1 ELSE 0 END) AS failed_attempts
  FROM raw.payments
  WHERE occurred_at >= CAST(@from_day AS TIMESTAMP)
  GROUP BY invoice_id
)
SELECT
  i.invoice_id,
  i.customer_id,
  i.due_on,
  i.amount_minor,
  COALESCE(p.paid_minor, 0) AS paid_minor,
  i.amount_minor - COALESCE(p.paid_minor, 0) AS open_minor,
  COALESCE(p.failed_attempts, 0) AS failed_attempts
FROM raw.invoices AS i
LEFT JOIN paid AS p ON p.invoice_id = i.invoice_id
WHERE i.occurred_at >= CAST(@from_day AS TIMESTAMP)
  AND i.occurred_at < CAST(@to_day AS TIMESTAMP)
  AND i.amount_minor > COALESCE(p.paid_minor, 0)
ORDER BY open_minor DESC NULLS LAST, i.invoice_id NULLS LAST
LIMIT 1000
