-- What was rejected since a day, by table and code. Parameter: @since (date).
SELECT
  table_name,
  code,
  COUNT(*) AS rejected,
  MIN(first_seen_at) AS first_seen_at
FROM monitoring.dead_letters
WHERE first_seen_at >= CAST(@since AS TIMESTAMP)
GROUP BY table_name, code
ORDER BY rejected DESC, table_name, code
