-- Transactions with customer, category and calendar, without names. Say which days you want: it reads marts.fct_transactions.
-- transaction_id: The bank's id of the transaction.
-- customer_id: Customer; absent when the producer named none.
-- occurred_on: Day, UTC.
-- month_start: First day of its month.
-- is_working_day: Whether the day was a working day in England and Wales.
-- merchant_category: Category of the merchant.
-- spending_type: Whether the category is a necessity.
-- channel: How it was paid.
-- status: What became of it.
-- amount_minor: Amount in minor units of its currency.
-- currency: Currency of the amount.
-- spend_minor: Purchases positive, refunds negative, in minor units of the reporting currency; absent without a rate.
-- region: Region of the customer at that time.
-- income_segment: Income band of the customer at that time.
SELECT
  t.transaction_id,
  t.customer_id,
  t.occurred_on,
  d.month_start,
  d.is_working_day,
  t.merchant_category,
  c.spending_type,
  t.channel,
  t.status,
  t.amount_minor,
  t.currency,
  t.spend_minor,
  t.region,
  t.income_segment
FROM marts.fct_transactions AS t
LEFT JOIN marts.dim_date AS d ON d.date = t.occurred_on
LEFT JOIN marts.dim_merchant_category AS c ON c.merchant_category = t.merchant_category
WHERE t.occurred_on >= DATE '0001-01-01'
