-- Question: Which complaints are still open, the oldest first, and is the customer vulnerable?
-- For: service
-- Parameters: @since DATE '2026-01-01'
-- Partition filter: raw.support_contacts.occurred_at
-- Bytes budget: 1 GiB
SELECT
  s.contact_id,
  s.customer_id,
  s.occurred_at,
  s.topic,
  COALESCE(c.vulnerable_customer, FALSE) AS vulnerable_customer
FROM raw.support_contacts AS s
LEFT JOIN marts.customer_360_profile AS c ON c.customer_id = s.customer_id
WHERE s.occurred_at >= CAST(@since AS TIMESTAMP)
  AND s.complaint
  AND s.resolved_at IS NULL
ORDER BY vulnerable_customer DESC NULLS LAST, s.occurred_at NULLS LAST, s.contact_id NULLS LAST
LIMIT 1000
