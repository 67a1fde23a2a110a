-- Offers with what became of them, for customers who may be targeted: vulnerable customers are left out.
-- exposure_id: The offer as it was shown once.
-- customer_id: Customer.
-- shown_on: Day on which it was shown, UTC.
-- offer_id: Offer.
-- campaign_id: Campaign; absent outside campaigns.
-- segment: Pricing segment of the customer.
-- price_minor: Price shown, in minor units.
-- incentive_minor: Incentive offered, in minor units.
-- accepted: Whether it was accepted; absent while not decided.
-- net_margin_minor: Margin less the incentive, in minor units; absent while not decided.
SELECT
  exposure_id,
  customer_id,
  shown_on,
  offer_id,
  campaign_id,
  segment,
  price_minor,
  incentive_minor,
  accepted,
  margin_minor - COALESCE(incentive_cost_minor, 0) AS net_margin_minor
FROM marts.fct_offer_outcomes
WHERE eligible
  AND NOT vulnerable_customer
