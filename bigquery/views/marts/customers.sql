-- Customers as they are now, without names: who they are, what they have, and how they use it.
-- customer_id: Customer.
-- region: Region of residence.
-- income_segment: Income band.
-- tenure_days: Days since the account was opened.
-- is_protected: Whether the customer is vulnerable, and so is helped and never targeted.
-- plan: Paid plan; absent without one.
-- plan_price_minor: Price of the plan a month, in minor units.
-- recency_status: How long the customer has been silent.
-- behavioural_segment: Behavioural segment; absent with too little to judge by.
-- lifecycle_segment: Stage of the life cycle by recency, frequency and money.
-- spend_minor_90d: Spending of the last 90 days, in minor units.
-- open_complaints: Complaints that are not resolved.
SELECT
  p.customer_id,
  p.region,
  p.income_segment,
  p.tenure_days,
  p.vulnerable_customer AS is_protected,
  p.plan,
  p.plan_price_minor,
  p.recency_status,
  p.behavioural_segment,
  r.lifecycle_segment,
  p.spend_minor_90d,
  p.open_complaints
FROM marts.customer_360_profile AS p
LEFT JOIN marts.customer_rfm AS r ON r.customer_id = p.customer_id
