-- Question: Who is most likely to leave, and why? Vulnerable customers come first: they are to be helped, never targeted.
-- For: service
-- Parameters: none
-- Partition filter: none
-- Bytes budget: 1 GiB
SELECT
  s.customer_id,
  s.vulnerable_customer,
  ROUND(s.score, 4) AS churn_probability,
  r.feature AS strongest_reason
FROM scores.customer_scores AS s
LEFT JOIN scores.score_reasons AS r
  ON r.customer_id = s.customer_id
  AND r.model = s.model
  AND r.position = 1
WHERE s.model = 'churn'
  AND s.band = 'high'
ORDER BY s.vulnerable_customer DESC NULLS LAST, s.score DESC NULLS LAST, s.customer_id NULLS LAST
LIMIT 100
