-- How customers used the bank as of each month, from snapshots that know nothing of later days. Say which months you want.
-- customer_id: Customer.
-- month: First day of the month; the numbers are of the days before it.
-- active_days_30d: Days with any activity in the 30 days before.
-- session_count_30d: App sessions in the 30 days before.
-- features_used_30d: Distinct features used in the 30 days before.
-- transaction_count_30d: Transactions in the 30 days before.
-- spend_minor_30d: Spending of the 30 days before, in minor units.
-- support_contacts_90d: Contacts with support in the 90 days before.
-- churned_30d: Whether the customer was lost in the 30 days after; absent while that is not known.
SELECT
  customer_id,
  as_of AS month,
  active_days_30d,
  session_count_30d,
  features_used_30d,
  transaction_count_30d,
  spend_minor_30d,
  support_contacts_90d,
  churned_30d
FROM marts.customer_month_features
WHERE as_of >= DATE '0001-01-01'
