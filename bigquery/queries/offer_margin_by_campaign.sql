-- Question: What margin do campaigns leave after their incentives, and how many complaints follow?
-- For: pricing
-- Parameters: none
-- Partition filter: none
-- Bytes budget: 1 GiB
SELECT
  COALESCE(campaign_id, 'none') AS campaign_id,
  COUNT(*) AS exposures,
  COALESCE(SUM(margin_minor), 0) AS margin_minor,
  COALESCE(SUM(incentive_cost_minor), 0) AS incentive_cost_minor,
  COALESCE(SUM(margin_minor), 0) - COALESCE(SUM(incentive_cost_minor), 0) AS net_minor,
  SUM(CASE WHEN complaint_14d THEN 1 ELSE 0 END) AS complaints
FROM marts.fct_offer_outcomes
GROUP BY 1
ORDER BY net_minor DESC NULLS LAST, campaign_id NULLS LAST
