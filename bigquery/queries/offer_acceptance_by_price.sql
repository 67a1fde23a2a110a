-- Question: Which share of eligible customers who are not vulnerable accepted an offer at each price?
-- For: pricing
-- Parameters: none
-- Partition filter: none
-- Bytes budget: 1 GiB
SELECT
  offer_id,
  price_minor,
  COUNT(*) AS decided,
  SUM(CASE WHEN accepted THEN 1 ELSE 0 END) AS accepted,
  ROUND(SUM(CASE WHEN accepted THEN 1 ELSE 0 END) / NULLIF(COUNT(*), 0), 4) AS acceptance_rate
FROM marts.fct_offer_outcomes
WHERE eligible
  AND NOT vulnerable_customer
  AND accepted IS NOT NULL
GROUP BY offer_id, price_minor
ORDER BY offer_id NULLS LAST, price_minor NULLS LAST
