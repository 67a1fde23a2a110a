-- Question: Which scenario of each segment has the highest margin that is certain, the lower end of its interval?
-- For: pricing
-- Parameters: none
-- Partition filter: none
-- Bytes budget: 1 GiB
WITH ranked AS (
  SELECT
    segment,
    price_minor,
    incentive_minor,
    audience,
    margin_minor,
    margin_lower_minor,
    margin_upper_minor,
    ROW_NUMBER() OVER (
      PARTITION BY segment
      ORDER BY margin_lower_minor DESC NULLS LAST, price_minor NULLS LAST, incentive_minor NULLS LAST
    ) AS place
  FROM marts.pricing_scenarios
  WHERE verdict = 'ok'
)
SELECT
  segment,
  price_minor,
  incentive_minor,
  audience,
  ROUND(margin_minor, 0) AS margin_minor,
  ROUND(margin_lower_minor, 0) AS margin_lower_minor,
  ROUND(margin_upper_minor, 0) AS margin_upper_minor
FROM ranked
WHERE place = 1
ORDER BY segment NULLS LAST
