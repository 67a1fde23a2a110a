-- Question: Where do vulnerable customers live, and how many of them have an open complaint or a failed payment?
-- For: service
-- Parameters: none
-- Partition filter: none
-- Bytes budget: 1 GiB
SELECT
  COALESCE(region, 'unknown') AS region,
  COUNT(*) AS customers,
  SUM(CASE WHEN open_complaints > 0 THEN 1 ELSE 0 END) AS with_open_complaints,
  SUM(CASE WHEN failed_payments_90d > 0 THEN 1 ELSE 0 END) AS with_failed_payments
FROM marts.customer_360_profile
WHERE vulnerable_customer
GROUP BY 1
ORDER BY customers DESC NULLS LAST, region NULLS LAST
