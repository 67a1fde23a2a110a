-- Question: In which segments does demand follow the price, and which estimates may be relied on?
-- For: pricing
-- Parameters: none
-- Partition filter: none
-- Bytes budget: 1 GiB
SELECT
  segment,
  exposures,
  prices,
  ROUND(elasticity, 3) AS elasticity,
  ROUND(lower, 3) AS lower,
  ROUND(upper, 3) AS upper,
  verdict,
  verdict_reason
FROM marts.price_elasticity
ORDER BY segment NULLS LAST
