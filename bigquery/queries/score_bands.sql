-- Question: How are scores of each model distributed over their bands?
-- For: data
-- Parameters: none
-- Partition filter: none
-- Bytes budget: 1 GiB
SELECT
  model,
  model_version,
  band,
  COUNT(*) AS customers,
  ROUND(AVG(score), 4) AS mean_score
FROM scores.customer_scores
GROUP BY model, model_version, band
ORDER BY model NULLS LAST, model_version NULLS LAST, mean_score DESC NULLS LAST, band NULLS LAST
