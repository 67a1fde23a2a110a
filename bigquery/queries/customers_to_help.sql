-- Customers most likely to leave, with the strongest reason. Vulnerable customers come first: they
-- are to be helped, never targeted by price or incentive.
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
ORDER BY s.vulnerable_customer DESC, s.score DESC, s.customer_id
LIMIT 100
