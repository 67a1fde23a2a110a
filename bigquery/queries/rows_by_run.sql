-- Question: How many rows did each table have after each run since a day?
-- For: data
-- Parameters: @since DATE '2026-01-01'
-- Partition filter: monitoring.run_manifests.started_at
-- Bytes budget: 1 GiB
SELECT
  name AS table_name,
  started_at,
  as_of,
  row_count,
  row_count - LAG(row_count) OVER (
    PARTITION BY name ORDER BY started_at NULLS FIRST, run_id NULLS FIRST
  ) AS change
FROM monitoring.run_manifests
WHERE started_at >= CAST(@since AS TIMESTAMP)
  AND kind = 'table'
ORDER BY table_name NULLS LAST, started_at NULLS LAST, run_id NULLS LAST
