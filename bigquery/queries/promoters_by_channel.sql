-- Question: How would customers recommend the bank, by survey channel, since a day?
-- For: service
-- Parameters: @since DATE '2026-01-01'
-- Partition filter: raw.nps_responses.occurred_at
-- Bytes budget: 1 GiB
SELECT
  COALESCE(channel, 'unknown') AS channel,
  COUNT(*) AS answers,
  SUM(CASE WHEN score >= 9 THEN 1 ELSE 0 END) AS promoters,
  SUM(CASE WHEN score <= 6 THEN 1 ELSE 0 END) AS detractors,
  ROUND(
    100 * SUM(CASE WHEN score >= 9 THEN 1 WHEN score <= 6 THEN -1 ELSE 0 END) / NULLIF(COUNT(*), 0), 1
  ) AS net_promoter_score
FROM raw.nps_responses
WHERE occurred_at >= CAST(@since AS TIMESTAMP)
GROUP BY 1
ORDER BY answers DESC NULLS LAST, channel NULLS LAST
