-- Question: What was rejected since a day, by table and code?
-- For: data
-- Parameters: @since DATE '2025-01-01'
-- Partition filter: monitoring.dead_letters.first_seen_at
-- Bytes budget: 1 GiB
SELECT
  table_name,
  code,
  COUNT(*) AS rejected,
  MIN(first_seen_at) AS first_seen_at
FROM monitoring.dead_letters
WHERE first_seen_at >= CAST(@since AS TIMESTAMP)
GROUP BY table_name, code
ORDER BY rejected DESC NULLS LAST, table_name NULLS LAST, code NULLS LAST
