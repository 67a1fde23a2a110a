-- Question: What do customers ask support about since a day, and how satisfied are they?
-- For: service
-- Parameters: @since DATE '2026-01-01'
-- Partition filter: raw.support_contacts.occurred_at
-- Bytes budget: 1 GiB
SELECT
  COALESCE(topic, 'unknown') AS topic,
  COUNT(*) AS contacts,
  SUM(CASE WHEN complaint THEN 1 ELSE 0 END) AS complaints,
  SUM(CASE WHEN resolved_at IS NULL THEN 1 ELSE 0 END) AS unresolved,
  ROUND(AVG(csat), 2) AS mean_satisfaction
FROM raw.support_contacts
WHERE occurred_at >= CAST(@since AS TIMESTAMP)
GROUP BY 1
ORDER BY contacts DESC NULLS LAST, topic NULLS LAST
