-- What customers did with their paid plans: start, upgrade, downgrade, end, with the price before. Say which days you want.
-- customer_id: Customer; absent when the producer named none.
-- subscription_id: Subscription.
-- changed_at: When, UTC.
-- change: What happened.
-- plan: Plan from then on.
-- price_minor: Price a month from then on, in minor units.
-- previous_plan: Plan before; absent at the start.
-- previous_price_minor: Price a month before, in minor units; absent at the start.
SELECT
  customer_id,
  subscription_id,
  occurred_at AS changed_at,
  change,
  plan,
  price_minor,
  LAG(plan) OVER (
    PARTITION BY customer_id, subscription_id ORDER BY occurred_at NULLS FIRST, event_id NULLS FIRST
  ) AS previous_plan,
  LAG(price_minor) OVER (
    PARTITION BY customer_id, subscription_id ORDER BY occurred_at NULLS FIRST, event_id NULLS FIRST
  ) AS previous_price_minor
FROM raw.subscriptions
WHERE occurred_at >= CAST(DATE '0001-01-01' AS TIMESTAMP)
