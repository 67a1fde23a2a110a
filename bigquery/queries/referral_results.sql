-- Question: What became of referrals since a day, and what were the rewards?
-- For: growth
-- Parameters: @since DATE '2026-01-01'
-- Partition filter: raw.referrals.occurred_at
-- Bytes budget: 1 GiB
SELECT
  stage,
  COUNT(*) AS events,
  COUNT(DISTINCT referral_id) AS referrals,
  COALESCE(SUM(reward_minor), 0) AS reward_minor
FROM raw.referrals
WHERE occurred_at >= CAST(@since AS TIMESTAMP)
GROUP BY stage
ORDER BY events DESC NULLS LAST, stage NULLS LAST
