-- Question: Which groups of customers fare worse than others, and by how much?
-- For: service
-- Parameters: none
-- Partition filter: none
-- Bytes budget: 1 GiB
SELECT
  outcome,
  dimension,
  worse_group,
  higher_group,
  higher_rate,
  lower_group,
  lower_rate,
  gap,
  lower,
  upper,
  verdict,
  verdict_reason
FROM marts.outcome_gaps
ORDER BY gap DESC NULLS LAST, worse_group NULLS LAST, outcome NULLS LAST, dimension NULLS LAST
