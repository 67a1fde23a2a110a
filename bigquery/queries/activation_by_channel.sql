-- Question: Which signup channels bring customers who activate within seven days?
-- For: growth
-- Parameters: none
-- Partition filter: none
-- Bytes budget: 1 GiB
SELECT
  COALESCE(signup_channel, 'unknown') AS signup_channel,
  COUNT(*) AS accounts,
  SUM(CASE WHEN activated_d7 THEN 1 ELSE 0 END) AS activated,
  ROUND(SUM(CASE WHEN activated_d7 THEN 1 ELSE 0 END) / NULLIF(COUNT(*), 0), 4) AS activation_rate
FROM marts.fct_activation
WHERE is_mature
GROUP BY 1
ORDER BY accounts DESC NULLS LAST, signup_channel NULLS LAST
