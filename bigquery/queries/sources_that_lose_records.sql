-- Question: What became of the records of each source, and does every account balance?
-- For: data
-- Parameters: none
-- Partition filter: none
-- Bytes budget: 1 GiB
SELECT
  source,
  SUM(read) AS read,
  SUM(written) AS written,
  SUM(duplicates) AS duplicates,
  SUM(dead_lettered) AS dead_lettered,
  SUM(filtered) AS filtered,
  SUM(read - written - duplicates - dead_lettered - filtered) AS unexplained
FROM monitoring.source_accounts
GROUP BY source
ORDER BY dead_lettered DESC NULLS LAST, source NULLS LAST
