-- Question: Whose monthly spending fell or rose the most since a day?
-- For: growth
-- Parameters: @since DATE '2026-01-01'
-- Partition filter: marts.metric_mom_spend_change.month
-- Bytes budget: 1 GiB
SELECT
  customer_id,
  month,
  previous_spend_minor,
  spend_minor,
  change_minor
FROM marts.metric_mom_spend_change
WHERE month >= @since
  AND change_minor IS NOT NULL
ORDER BY ABS(change_minor) DESC NULLS LAST, customer_id NULLS LAST, month NULLS LAST
LIMIT 50
