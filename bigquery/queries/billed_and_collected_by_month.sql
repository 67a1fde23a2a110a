-- Question: How much was billed in each month since a day, and how much of that has been collected, before refunds?
-- For: finance
-- Parameters: @since DATE '2026-01-01'
-- Partition filter: raw.payments.occurred_at, raw.invoices.occurred_at
-- Bytes budget: 1 GiB
WITH collected AS (
  SELECT invoice_id, SUM(amount_minor) AS collected_minor
  FROM raw.payments
  WHERE occurred_at >= CAST(@since AS TIMESTAMP)
    AND status = 'succeeded'
  GROUP BY invoice_id
)
SELECT
  d.month_start,
  COUNT(*) AS invoices,
  SUM(i.amount_minor) AS billed_minor,
  COALESCE(SUM(c.collected_minor), 0) AS collected_minor,
  ROUND(COALESCE(SUM(c.collected_minor), 0) / NULLIF(SUM(i.amount_minor), 0), 4) AS collected_share
FROM raw.invoices AS i
JOIN marts.dim_date AS d ON d.date = CAST(i.occurred_at AS DATE)
LEFT JOIN collected AS c ON c.invoice_id = i.invoice_id
WHERE i.occurred_at >= CAST(@since AS TIMESTAMP)
GROUP BY d.month_start
ORDER BY d.month_start NULLS LAST
