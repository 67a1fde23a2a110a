-- Question: How many subscriptions that began or changed since a day run now, by plan and price, and what do they bring a month?
-- For: finance
-- Parameters: @since DATE '2026-01-01'
-- Partition filter: raw.subscriptions.occurred_at
-- Bytes budget: 1 GiB
WITH changes AS (
  SELECT
    customer_id,
    plan,
    price_minor,
    change,
    ROW_NUMBER() OVER (
      PARTITION BY subscription_id ORDER BY occurred_at DESC NULLS LAST, event_id DESC NULLS LAST
    ) AS place
  FROM raw.subscriptions
  WHERE occurred_at >= CAST(@since AS TIMESTAMP)
)
SELECT
  plan,
  price_minor,
  COUNT(*) AS subscriptions,
  COUNT(DISTINCT customer_id) AS customers,
  SUM(price_minor) AS recurring_minor
FROM changes
WHERE place = 1
  AND change <> 'cancel'
GROUP BY plan, price_minor
ORDER BY recurring_minor DESC NULLS LAST, plan NULLS LAST, price_minor NULLS LAST
