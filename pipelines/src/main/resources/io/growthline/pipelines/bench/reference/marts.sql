-- The marts in SQL, from the raw tables: what a good SQL engineer would write for DuckDB.
--
-- The schema raw holds the raw tables, as_of() is the as-of day, and metrics the metric catalogue. Every view of the
-- schema marts is a table to write, with the columns of its contract. Times are UTC without a zone.

-- Two clocks: what had happened and was known before the as-of day. Orphans belong to no customer.
CREATE MACRO known(events) AS TABLE
SELECT * FROM query_table(events)
WHERE occurred_at < as_of() AND ingested_at < as_of() AND customer_id IS NOT NULL;

CREATE MACRO known_orphans(events) AS TABLE
SELECT * FROM query_table(events)
WHERE occurred_at < as_of() AND ingested_at < as_of() AND customer_id IS NULL;

-- The day before which an event is not known. Snapshots are taken at midnight, so whole days are enough.
CREATE MACRO known_on(occurred_at, ingested_at) AS greatest(occurred_at, ingested_at)::DATE;

CREATE MACRO days_between(earlier, later) AS (epoch_us(later) - epoch_us(earlier)) // 86400000000;

CREATE MACRO month_of(moment) AS date_trunc('month', moment)::DATE;

-- One row for each customer, day of activity and day on which it was known.
CREATE TEMP TABLE activity AS
SELECT
  customer_id,
  occurred_at::DATE AS day,
  known_on(occurred_at, ingested_at) AS known_on,
  min(occurred_at) AS first_active_at,
  max(occurred_at) AS last_active_at,
  max(approved_at) AS last_transaction_at,
  count(approved_at) AS transactions,
  coalesce(sum(amount_minor) FILTER (approved_at IS NOT NULL), 0)::BIGINT AS spend_minor,
  count(*) FILTER (status = 'declined') AS declined,
  count(crashed) AS sessions,
  count(*) FILTER (crashed) AS crashes
FROM (
  SELECT
    customer_id, occurred_at, ingested_at, amount_minor, status, NULL::BOOLEAN AS crashed,
    CASE WHEN status = 'approved' THEN occurred_at END AS approved_at
  FROM known('raw.transactions')
  UNION ALL BY NAME
  SELECT customer_id, occurred_at, ingested_at, crashed FROM known('raw.sessions')
  UNION ALL BY NAME
  SELECT customer_id, occurred_at, ingested_at FROM known('raw.feature_uses')
)
GROUP BY ALL;

CREATE TEMP TABLE active_days AS
SELECT customer_id, day, min(known_on) AS known_on
FROM activity
GROUP BY ALL;

-- The newest profile of a customer, and the first.
CREATE TEMP TABLE profiles AS
SELECT
  customer_id,
  arg_max(p, (occurred_at, ingested_at, event_id)) AS newest,
  arg_min(p, (occurred_at, ingested_at, event_id)) AS oldest
FROM known('raw.customer_profiles') AS p
GROUP BY customer_id;

-- When the account of a customer was opened, and all customers there are.
CREATE TEMP TABLE accounts AS
WITH
  customers AS (
    SELECT customer_id FROM active_days
    UNION SELECT customer_id FROM known('raw.customer_profiles')
    UNION SELECT customer_id FROM known('raw.onboarding_steps')
    UNION SELECT customer_id FROM known('raw.support_contacts')
    UNION SELECT customer_id FROM known('raw.nps_responses')
    UNION SELECT customer_id FROM known('raw.subscriptions')
    UNION SELECT customer_id FROM known('raw.invoices')
    UNION SELECT customer_id FROM known('raw.payments')
    UNION SELECT customer_id FROM known('raw.offer_exposures')
    UNION SELECT customer_id FROM known('raw.offer_outcomes')
    UNION SELECT customer_id FROM known('raw.referrals')
    UNION SELECT customer_id FROM known('raw.reward_postings')
    UNION SELECT customer_id FROM known('raw.experiment_assignments')
    UNION SELECT customer_id FROM known('raw.campaign_contacts')
    UNION SELECT customer_id FROM known('raw.transfer_checks')
    UNION SELECT customer_id FROM known('raw.campaign_spend')
    UNION SELECT customer_id FROM known('raw.costs')
    UNION SELECT customer_id FROM known('raw.undeclared_columns')
  ),
  steps AS (
    SELECT
      customer_id,
      min(occurred_at::DATE) FILTER (step = 'account_activated') AS activated_on,
      min(occurred_at::DATE) FILTER (step = 'kyc_decisioned' AND outcome = 'approved') AS approved_on
    FROM known('raw.onboarding_steps')
    GROUP BY customer_id
  ),
  first_days AS (SELECT customer_id, min(day) AS active_on FROM active_days GROUP BY customer_id)
SELECT customer_id, coalesce(newest.account_opened_on, activated_on, approved_on, active_on) AS opened_on
FROM customers
LEFT JOIN profiles USING (customer_id)
LEFT JOIN steps USING (customer_id)
LEFT JOIN first_days USING (customer_id);

-- Slowly changing dimension, type 2: a version for each profile that changed something.
CREATE TEMP TABLE versions AS
WITH
  content AS (
    SELECT
      customer_id, occurred_at AS valid_from, full_name, email, birth_year, region, city, income_segment,
      employment_status, signup_channel, device_os, card_type, credit_limit_minor, account_opened_on, push_opt_in,
      vulnerable_customer, business_account, digital_confidence, accessibility_need, new_to_country
    FROM known('raw.customer_profiles')
    QUALIFY row_number() OVER (PARTITION BY customer_id, occurred_at ORDER BY ingested_at DESC, event_id DESC) = 1
  ),
  changed AS (
    SELECT *
    FROM (
      SELECT *, row(*COLUMNS(* EXCLUDE (customer_id, valid_from))) AS attributes FROM content
    )
    QUALIFY attributes IS DISTINCT FROM lag(attributes) OVER (PARTITION BY customer_id ORDER BY valid_from)
  )
SELECT
  * EXCLUDE (attributes),
  lead(valid_from) OVER (PARTITION BY customer_id ORDER BY valid_from) AS valid_to
FROM changed;

CREATE VIEW marts.dim_customer AS
SELECT *, valid_to IS NULL AS is_current
FROM versions
ORDER BY customer_id, valid_from;

CREATE VIEW marts.fct_transactions AS
SELECT
  t.event_id, t.transaction_id, t.customer_id, t.occurred_at, t.occurred_at::DATE AS occurred_on, t.ingested_at,
  t.amount_minor, t.currency, t.merchant_name, t.merchant_category, t.channel, t.status, t.decline_reason,
  t.status = 'approved' AS is_approved, v.valid_from AS customer_valid_from, v.region, v.income_segment
FROM raw.transactions AS t
ASOF LEFT JOIN versions AS v ON v.customer_id = t.customer_id AND t.occurred_at >= v.valid_from
WHERE t.occurred_at < as_of() AND t.ingested_at < as_of()
ORDER BY t.customer_id, t.occurred_at;

CREATE VIEW marts.monthly_customer_spending AS
SELECT
  customer_id,
  month_of(occurred_at) AS month,
  coalesce(merchant_category, 'uncategorised') AS merchant_category,
  count(*) FILTER (amount_minor >= 0) AS purchases,
  coalesce(sum(amount_minor) FILTER (amount_minor >= 0), 0)::BIGINT AS purchased_minor,
  count(*) FILTER (amount_minor < 0) AS refunds,
  -coalesce(sum(amount_minor) FILTER (amount_minor < 0), 0)::BIGINT AS refunded_minor,
  sum(amount_minor)::BIGINT AS spend_minor
FROM known('raw.transactions')
WHERE status = 'approved'
GROUP BY ALL
ORDER BY customer_id, month;

-- Of an even number of amounts the median is half the sum of the two in the middle, rounded down.
CREATE VIEW marts.metric_avg_transaction_value AS
SELECT
  customer_id,
  as_of()::DATE AS as_of,
  len(amounts) AS purchases,
  list_sum(amounts)::DOUBLE / len(amounts) AS mean_minor,
  (amounts[(len(amounts) + 1) // 2] + amounts[len(amounts) // 2 + 1]) // 2 AS median_minor,
  amounts[1] AS smallest_minor,
  amounts[-1] AS largest_minor
FROM (
  SELECT customer_id, list(amount_minor ORDER BY amount_minor) AS amounts
  FROM known('raw.transactions')
  WHERE status = 'approved' AND amount_minor >= 0
  GROUP BY customer_id
)
ORDER BY customer_id;

-- Every change of a subscription; of each subscription the last change before a moment says how it stands then.
CREATE TEMP TABLE subscription_changes AS
SELECT
  customer_id, subscription_id, occurred_at, known_on(occurred_at, ingested_at) AS known_on, plan, price_minor, change,
  row(occurred_at, list_position(['start', 'upgrade', 'downgrade', 'cancel'], change), ingested_at, event_id) AS place
FROM known('raw.subscriptions');

CREATE VIEW marts.customer_360_profile AS
WITH
  active AS (
    SELECT
      customer_id,
      max(last_active_at) AS last_active_at,
      sum(transactions)::BIGINT AS transaction_count,
      sum(spend_minor)::BIGINT AS spend_minor,
      coalesce(sum(transactions) FILTER (day >= as_of() - INTERVAL 30 DAYS), 0)::BIGINT AS transaction_count_30d,
      coalesce(sum(spend_minor) FILTER (day >= as_of() - INTERVAL 30 DAYS), 0)::BIGINT AS spend_minor_30d,
      coalesce(sum(sessions) FILTER (day >= as_of() - INTERVAL 30 DAYS), 0)::BIGINT AS session_count_30d
    FROM activity
    GROUP BY customer_id
  ),
  categories AS (
    SELECT customer_id, merchant_category AS top_merchant_category
    FROM known('raw.transactions')
    WHERE status = 'approved' AND merchant_category IS NOT NULL
    GROUP BY customer_id, merchant_category
    QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY sum(amount_minor) DESC, merchant_category) = 1
  ),
  subscriptions AS (
    SELECT
      customer_id,
      bool_or(change <> 'cancel') AS active,
      arg_max(plan, place) FILTER (change <> 'cancel') AS plan,
      arg_max(price_minor, place) FILTER (change <> 'cancel') AS price_minor
    FROM (
      FROM subscription_changes
      QUALIFY row_number() OVER (
        PARTITION BY customer_id, subscription_id ORDER BY place DESC) = 1
    )
    GROUP BY customer_id
  ),
  contacts AS (
    SELECT
      customer_id,
      count(*) FILTER (complaint AND (resolved_at IS NULL OR resolved_at >= as_of())) AS open_complaints,
      count(*) FILTER (occurred_at >= as_of() - INTERVAL 90 DAYS) AS support_contacts_90d
    FROM known('raw.support_contacts')
    GROUP BY customer_id
  ),
  failures AS (
    SELECT customer_id, count(*) AS failed_payments_90d
    FROM known('raw.payments')
    WHERE status = 'failed' AND occurred_at >= as_of() - INTERVAL 90 DAYS
    GROUP BY customer_id
  ),
  answers AS (
    SELECT customer_id, arg_max(score, (occurred_at, ingested_at, event_id)) AS last_nps
    FROM known('raw.nps_responses')
    GROUP BY customer_id
  ),
  referred AS (
    SELECT customer_id, count(*) AS referrals_qualified
    FROM known('raw.referrals')
    WHERE stage = 'qualified'
    GROUP BY customer_id
  )
SELECT
  customer_id,
  as_of()::DATE AS as_of,
  newest.region AS region,
  newest.income_segment AS income_segment,
  newest.signup_channel AS signup_channel,
  opened_on AS account_opened_on,
  as_of()::DATE - opened_on AS tenure_days,
  coalesce(newest.vulnerable_customer, false) AS vulnerable_customer,
  coalesce(newest.business_account, false) AS business_account,
  plan,
  price_minor AS plan_price_minor,
  CASE WHEN active THEN 'active' WHEN NOT active THEN 'cancelled' ELSE 'none' END AS subscription_status,
  last_active_at,
  days_between(last_active_at, as_of()) AS days_since_active,
  coalesce(transaction_count, 0) AS transaction_count,
  coalesce(spend_minor, 0) AS spend_minor,
  coalesce(transaction_count_30d, 0) AS transaction_count_30d,
  coalesce(spend_minor_30d, 0) AS spend_minor_30d,
  spend_minor::DOUBLE / nullif(transaction_count, 0) AS average_transaction_minor,
  top_merchant_category,
  coalesce(session_count_30d, 0) AS session_count_30d,
  coalesce(open_complaints, 0) AS open_complaints,
  coalesce(support_contacts_90d, 0) AS support_contacts_90d,
  coalesce(failed_payments_90d, 0) AS failed_payments_90d,
  last_nps,
  coalesce(referrals_qualified, 0) AS referrals_qualified
FROM accounts
LEFT JOIN profiles USING (customer_id)
LEFT JOIN active USING (customer_id)
LEFT JOIN categories USING (customer_id)
LEFT JOIN subscriptions USING (customer_id)
LEFT JOIN contacts USING (customer_id)
LEFT JOIN failures USING (customer_id)
LEFT JOIN answers USING (customer_id)
LEFT JOIN referred USING (customer_id)
ORDER BY customer_id;

-- From application to first use. Columns by day 3 see what was known by then, all others what is known now.
CREATE TEMP TABLE activation AS
WITH
  opened AS (
    SELECT
      customer_id,
      opened_on,
      least(opened_on + 3, as_of()::DATE)::TIMESTAMP AS early,
      (opened_on + 7)::TIMESTAMP AS week,
      opened_on + 7 <= as_of()::DATE AS is_mature
    FROM accounts
    WHERE opened_on < as_of()::DATE
  ),
  steps AS (
    SELECT
      customer_id,
      min(occurred_at) FILTER (step = 'application_submitted') AS submitted_at,
      min(occurred_at) FILTER (step = 'kyc_decisioned' AND outcome = 'approved') AS kyc_approved_at,
      min(occurred_at) FILTER (step = 'account_activated') AS activated_at,
      min(occurred_at) FILTER (step = 'account_funded') AS funded_at,
      min(occurred_at) FILTER (step = 'application_submitted' AND in_time) AS early_submitted_at,
      min(occurred_at) FILTER (step = 'kyc_decisioned' AND outcome = 'approved' AND in_time) AS early_approved_at,
      bool_or(step = 'account_funded' AND in_time) AS funded_by_d3,
      coalesce(sum(amount_minor) FILTER (step = 'account_funded' AND in_time), 0)::BIGINT AS funded_minor_by_d3
    FROM (
      SELECT s.*, greatest(s.occurred_at, s.ingested_at) < early AS in_time
      FROM known('raw.onboarding_steps') AS s JOIN opened USING (customer_id)
    )
    GROUP BY customer_id
  ),
  spending AS (
    SELECT
      customer_id,
      min(t.occurred_at) AS first_transaction_at,
      min(t.occurred_at, 3)[3] AS third_transaction_at,
      count(*) FILTER (greatest(t.occurred_at, t.ingested_at) < early) AS transactions_by_d3,
      count(*) FILTER (t.occurred_at < week) AS transactions_by_d7
    FROM known('raw.transactions') AS t JOIN opened USING (customer_id)
    WHERE t.status = 'approved'
    GROUP BY customer_id
  ),
  early_sessions AS (
    SELECT customer_id, count(*) AS sessions_by_d3
    FROM known('raw.sessions') AS s JOIN opened USING (customer_id)
    WHERE greatest(s.occurred_at, s.ingested_at) < early
    GROUP BY customer_id
  ),
  early_features AS (
    SELECT customer_id, count(DISTINCT feature) AS features_by_d3
    FROM known('raw.feature_uses') AS f JOIN opened USING (customer_id)
    WHERE greatest(f.occurred_at, f.ingested_at) < early
    GROUP BY customer_id
  ),
  early_contacts AS (
    SELECT customer_id, count(*) AS support_contacts_by_d3
    FROM known('raw.support_contacts') AS c JOIN opened USING (customer_id)
    WHERE greatest(c.occurred_at, c.ingested_at) < early
    GROUP BY customer_id
  ),
  early_profiles AS (
    SELECT customer_id, arg_max(push_opt_in, (p.occurred_at, p.ingested_at, p.event_id)) AS push_opt_in
    FROM known('raw.customer_profiles') AS p JOIN opened USING (customer_id)
    WHERE greatest(p.occurred_at, p.ingested_at) < early
    GROUP BY customer_id
  )
SELECT
  customer_id,
  opened_on,
  oldest.signup_channel AS signup_channel,
  oldest.region AS region,
  oldest.income_segment AS income_segment,
  submitted_at,
  kyc_approved_at,
  activated_at,
  funded_at,
  first_transaction_at,
  ((epoch_us(early_approved_at) - epoch_us(early_submitted_at)) // 60000000) / 60.0::DOUBLE AS kyc_hours,
  coalesce(funded_by_d3, false) AS funded_by_d3,
  coalesce(funded_minor_by_d3, 0) AS funded_minor_by_d3,
  coalesce(transactions_by_d3, 0) AS transactions_by_d3,
  coalesce(sessions_by_d3, 0) AS sessions_by_d3,
  coalesce(features_by_d3, 0) AS features_by_d3,
  coalesce(support_contacts_by_d3, 0) AS support_contacts_by_d3,
  coalesce(push_opt_in, false) AS push_opt_in,
  CASE
    WHEN is_mature THEN coalesce(funded_at < week, false) AND coalesce(transactions_by_d7, 0) >= 3
  END AS activated_d7,
  CASE
    WHEN is_mature AND funded_at < week AND third_transaction_at < week
    THEN ((epoch_us(greatest(funded_at, third_transaction_at)) - epoch_us(submitted_at)) // 60000000) / 60.0::DOUBLE
  END AS hours_to_activation,
  is_mature
FROM opened
LEFT JOIN profiles USING (customer_id)
LEFT JOIN steps USING (customer_id)
LEFT JOIN spending USING (customer_id)
LEFT JOIN early_sessions USING (customer_id)
LEFT JOIN early_features USING (customer_id)
LEFT JOIN early_contacts USING (customer_id)
LEFT JOIN early_profiles USING (customer_id);

CREATE VIEW marts.fct_activation AS
SELECT * FROM activation ORDER BY customer_id;

-- A later step implies those before it; all applicants have the same 30 days.
CREATE VIEW marts.fct_onboarding AS
WITH
  steps AS (
    SELECT
      customer_id,
      min(occurred_at) + INTERVAL 30 DAYS AS ends_at,
      min(occurred_at)::DATE AS started_on,
      min(occurred_at) FILTER (step = 'application_submitted') AS submitted_at,
      min(occurred_at) FILTER (step = 'kyc_decisioned') AS identity_checked_at,
      min(occurred_at) FILTER (step = 'kyc_decisioned' AND outcome = 'approved') AS approved_at,
      min(occurred_at) FILTER (step = 'account_activated') AS activated_at,
      min(occurred_at) FILTER (step = 'account_funded') AS funded_at
    FROM known('raw.onboarding_steps')
    GROUP BY customer_id
  ),
  purchases AS (
    SELECT customer_id, min(occurred_at) AS first_purchase_at
    FROM known('raw.transactions')
    WHERE status = 'approved'
    GROUP BY customer_id
  ),
  reached AS (
    SELECT
      *,
      CASE
        WHEN first_purchase_at < ends_at THEN 6
        WHEN funded_at < ends_at THEN 5
        WHEN activated_at < ends_at THEN 4
        WHEN approved_at < ends_at THEN 3
        WHEN identity_checked_at < ends_at THEN 2
        ELSE 1
      END AS steps_reached,
      [
        'application_submitted', 'identity_checked', 'approved', 'account_activated', 'account_funded', 'first_purchase'
      ] AS names
    FROM steps
    LEFT JOIN purchases USING (customer_id)
  )
SELECT
  customer_id,
  started_on,
  oldest.signup_channel AS signup_channel,
  oldest.region AS region,
  oldest.income_segment AS income_segment,
  submitted_at,
  identity_checked_at,
  approved_at,
  activated_at,
  funded_at,
  first_purchase_at,
  steps_reached,
  names[steps_reached] AS furthest_step,
  CASE WHEN ends_at <= as_of() THEN names[steps_reached + 1] END AS abandoned_step,
  ends_at <= as_of() AS is_mature,
  CASE
    WHEN oldest.vulnerable_customer OR oldest.accessibility_need OR oldest.digital_confidence < 0.5 THEN true
    WHEN oldest.digital_confidence IS NOT NULL OR oldest.accessibility_need IS NOT NULL THEN false
  END AS needs_assisted
FROM reached
LEFT JOIN profiles USING (customer_id)
ORDER BY customer_id;

-- Shares of the first step and of the one before, and the step that lost most.
CREATE MACRO funnel(reached) AS TABLE
WITH steps AS (
  SELECT *, lag(customers_reaching, 1, customers_reaching) OVER cell AS customers_entering
  FROM query_table(reached)
  WINDOW cell AS (PARTITION BY cohort_month, dimension, dimension_value ORDER BY step_number)
)
SELECT
  * EXCLUDE (has_shares),
  CASE WHEN has_shares THEN customers_reaching::DOUBLE / nullif(first_value(customers_reaching) OVER cell, 0) END
    AS share_of_first,
  CASE WHEN has_shares THEN customers_reaching::DOUBLE / nullif(customers_entering, 0) END AS share_of_previous,
  has_shares AND customers_entering > customers_reaching AND row_number() OVER (
    PARTITION BY cohort_month, dimension, dimension_value
    ORDER BY customers_entering - customers_reaching DESC, step_number) = 1 AS is_bottleneck
FROM steps
WINDOW cell AS (PARTITION BY cohort_month, dimension, dimension_value ORDER BY step_number);

CREATE TEMP TABLE applicants_reaching AS
SELECT
  cohort_month,
  CASE
    WHEN grouping(signup_channel) = 0 THEN 'signup_channel'
    WHEN grouping(region) = 0 THEN 'region'
    WHEN grouping(income_segment) = 0 THEN 'income_segment'
    ELSE 'all'
  END AS dimension,
  coalesce(signup_channel, region, income_segment, 'all') AS dimension_value,
  step_number,
  [
    'application_submitted', 'identity_checked', 'approved', 'account_activated', 'account_funded', 'first_purchase'
  ][step_number] AS step,
  count(*) FILTER (steps_reached >= step_number) AS customers_reaching,
  cohort_month + INTERVAL 1 MONTH + INTERVAL 30 DAYS <= as_of() AS is_mature,
  is_mature AS has_shares
FROM (
  SELECT
    month_of(started_on) AS cohort_month, steps_reached, coalesce(signup_channel, 'unknown') AS signup_channel,
    coalesce(region, 'unknown') AS region, coalesce(income_segment, 'unknown') AS income_segment
  FROM marts.fct_onboarding
), range(1, 7) AS numbers(step_number)
GROUP BY GROUPING SETS (
  (cohort_month, step_number), (cohort_month, step_number, signup_channel), (cohort_month, step_number, region),
  (cohort_month, step_number, income_segment));

CREATE VIEW marts.onboarding_funnel AS
SELECT * FROM funnel('applicants_reaching') ORDER BY ALL;

CREATE TEMP TABLE segments_reaching AS
WITH
  uses AS (
    SELECT customer_id, count(*) AS feature_uses
    FROM known('raw.feature_uses') JOIN activation USING (customer_id)
    WHERE occurred_at >= opened_on AND occurred_at < opened_on + 30
    GROUP BY customer_id
  ),
  paid AS (
    SELECT DISTINCT customer_id, true AS pays
    FROM known('raw.payments') JOIN activation USING (customer_id)
    WHERE status = 'succeeded' AND occurred_at >= opened_on AND occurred_at < opened_on + 30
  ),
  stayed AS (
    SELECT DISTINCT customer_id, true AS stays
    FROM active_days JOIN activation USING (customer_id)
    WHERE day >= opened_on + 30 AND day < opened_on + 60
  ),
  taken AS (
    SELECT
      coalesce(signup_channel, 'unknown') AS signup_channel, coalesce(region, 'unknown') AS region,
      coalesce(income_segment, 'unknown') AS income_segment,
      CASE
        WHEN opened_on + 60 > as_of()::DATE THEN 0
        WHEN NOT activated_d7 THEN 1
        WHEN coalesce(feature_uses, 0) <= 5 THEN 2
        WHEN pays IS NULL THEN 3
        WHEN stays IS NULL THEN 4
        ELSE 5
      END AS steps_taken
    FROM activation
    LEFT JOIN uses USING (customer_id)
    LEFT JOIN paid USING (customer_id)
    LEFT JOIN stayed USING (customer_id)
  )
SELECT
  NULL AS cohort_month,
  CASE
    WHEN grouping(signup_channel) = 0 THEN 'signup_channel'
    WHEN grouping(region) = 0 THEN 'region'
    WHEN grouping(income_segment) = 0 THEN 'income_segment'
    ELSE 'all'
  END AS dimension,
  coalesce(signup_channel, region, income_segment, 'all') AS dimension_value,
  step_number,
  ['signup', 'activation', 'key_action', 'paid', 'month_1'][step_number] AS step,
  count(*) FILTER (steps_taken >= step_number) AS customers_reaching,
  count(*) FILTER (steps_taken = 0) AS customers_too_new,
  count(*) FILTER (steps_taken > 0) > 0 AS is_mature,
  true AS has_shares
FROM taken, range(1, 6) AS numbers(step_number)
GROUP BY GROUPING SETS (
  (step_number), (step_number, signup_channel), (step_number, region), (step_number, income_segment));

CREATE VIEW marts.segment_funnel AS
SELECT * EXCLUDE (cohort_month) FROM funnel('segments_reaching') ORDER BY ALL;

-- Each customer is in one cohort of weeks and one of months. Weeks are followed for half a year.
CREATE VIEW marts.retention_cohorts AS
WITH
  cohorts AS (
    SELECT customer_id, grain, date_trunc(grain, opened_on)::DATE AS cohort_start
    FROM accounts, (VALUES ('week'), ('month')) AS grains(grain)
    WHERE opened_on < as_of()::DATE
  ),
  sizes AS (
    SELECT grain, cohort_start, count(*) AS cohort_size, datesub(grain, cohort_start, as_of()::DATE) AS complete
    FROM cohorts
    GROUP BY grain, cohort_start
  ),
  periods AS (
    SELECT
      grain, cohort_start, cohort_size,
      unnest(range(CASE grain WHEN 'week' THEN least(complete, 26) ELSE complete END)) AS since
    FROM sizes
  ),
  active AS (
    SELECT grain, cohort_start, datediff(grain, cohort_start, day) AS since, count(DISTINCT customer_id) AS customers
    FROM active_days JOIN cohorts USING (customer_id)
    GROUP BY ALL
  ),
  spent AS (
    SELECT grain, cohort_start, datediff(grain, cohort_start, day) AS since, sum(spend_minor) AS spend_minor
    FROM activity JOIN cohorts USING (customer_id)
    GROUP BY ALL
  ),
  paid AS (
    SELECT
      grain, cohort_start, datediff(grain, cohort_start, occurred_at::DATE) AS since,
      sum(CASE status WHEN 'succeeded' THEN amount_minor WHEN 'refunded' THEN -amount_minor END) AS revenue_minor
    FROM known('raw.payments') JOIN cohorts USING (customer_id)
    GROUP BY ALL
  ),
  sums AS (
    SELECT
      p.*,
      coalesce(customers, 0) AS active_customers,
      coalesce(revenue_minor, 0) AS revenue_minor,
      coalesce(spend_minor, 0) AS spend_minor
    FROM periods AS p
    LEFT JOIN active USING (grain, cohort_start, since)
    LEFT JOIN paid USING (grain, cohort_start, since)
    LEFT JOIN spent USING (grain, cohort_start, since)
  ),
  compared AS (
    SELECT *, max(CASE since WHEN 1 THEN revenue_minor END) OVER (PARTITION BY grain, cohort_start) AS base FROM sums
  )
SELECT
  grain,
  cohort_start,
  since AS periods_since_signup,
  cohort_size,
  active_customers,
  active_customers::DOUBLE / cohort_size AS retention_rate,
  revenue_minor,
  CASE WHEN grain = 'month' AND since >= 1 AND base > 0 THEN revenue_minor::DOUBLE / base END AS revenue_retention,
  spend_minor
FROM compared
ORDER BY ALL;

-- A customer counts under what was true at the end of the week, and in the four weeks from an active one on.
CREATE VIEW marts.weekly_engagement AS
WITH
  weeks AS (
    SELECT
      customer_id, date_trunc('week', day)::DATE AS week_start, count(DISTINCT day) AS active_days,
      sum(sessions) AS sessions, sum(transactions) AS transactions, sum(spend_minor) AS spend_minor
    FROM activity
    GROUP BY ALL
  ),
  counted AS (SELECT DISTINCT customer_id, week_start + unnest([0, 7, 14, 21]) AS week_start FROM weeks),
  described AS (
    SELECT
      c.week_start, w.* EXCLUDE (customer_id, week_start), coalesce(v.region, 'unknown') AS region,
      coalesce(v.income_segment, 'unknown') AS income_segment
    FROM counted AS c
    LEFT JOIN weeks AS w ON w.customer_id = c.customer_id AND w.week_start = c.week_start
    ASOF LEFT JOIN versions AS v
      ON v.customer_id = c.customer_id AND v.valid_from < c.week_start + INTERVAL 7 DAYS
    WHERE c.week_start + 7 <= as_of()::DATE
  )
SELECT
  week_start,
  CASE WHEN grouping(region) = 0 THEN 'region' WHEN grouping(income_segment) = 0 THEN 'income_segment' ELSE 'all' END
    AS dimension,
  coalesce(region, income_segment, 'all') AS dimension_value,
  count(active_days) AS weekly_active_customers,
  CASE WHEN week_start >= (SELECT min(week_start) FROM weeks) + 21 THEN count(*) END AS monthly_active_customers,
  coalesce(sum(active_days), 0) AS active_days,
  coalesce(sum(sessions), 0) AS sessions,
  coalesce(sum(transactions), 0) AS transactions,
  coalesce(sum(spend_minor), 0) AS spend_minor
FROM described
GROUP BY GROUPING SETS ((week_start), (week_start, region), (week_start, income_segment))
ORDER BY ALL;

CREATE VIEW marts.feature_adoption AS
WITH
  uses AS (
    SELECT
      customer_id, feature, month_of(occurred_at) AS month, count(*) AS events,
      count(DISTINCT occurred_at::DATE) AS days,
      row_number() OVER (PARTITION BY customer_id, feature ORDER BY month_of(occurred_at)) = 1 AS is_first
    FROM known('raw.feature_uses')
    GROUP BY customer_id, feature, month_of(occurred_at)
  ),
  active AS (
    SELECT month_of(day) AS month, count(DISTINCT customer_id) AS active_customers FROM active_days GROUP BY ALL
  )
SELECT
  month,
  feature,
  count(*) AS customers,
  sum(events) AS events,
  active_customers,
  count(*)::DOUBLE / active_customers AS share_of_active,
  count(*) FILTER (is_first) AS first_time_customers,
  count(*) FILTER (days > 1) AS repeat_customers,
  count(*) FILTER (days > 1)::DOUBLE / count(*) AS repeat_rate
FROM uses JOIN active USING (month)
WHERE month + INTERVAL 1 MONTH <= as_of()
GROUP BY month, feature, active_customers
ORDER BY ALL;

-- Recurring revenue of each customer at both ends of each month, by plan and income segment. A plan change after a
-- cancellation changes nothing.
CREATE TEMP TABLE recurring AS
WITH
  possible AS (
    FROM subscription_changes
    QUALIFY change IN ('start', 'cancel')
      OR coalesce(
        last_value(CASE WHEN change IN ('start', 'cancel') THEN change END IGNORE NULLS) OVER (
          PARTITION BY customer_id, subscription_id ORDER BY place), 'start') <> 'cancel'
  ),
  midnights AS (
    SELECT
      customer_id,
      unnest(generate_series(month_of(min(occurred_at)), month_of(as_of()), INTERVAL 1 MONTH))::DATE AS midnight
    FROM subscription_changes
    GROUP BY customer_id
  ),
  running AS (
    SELECT m.customer_id, m.midnight, p.plan, p.price_minor, p.place
    FROM midnights AS m
    JOIN possible AS p ON p.customer_id = m.customer_id AND p.occurred_at < m.midnight
    QUALIFY row_number() OVER (PARTITION BY m.customer_id, m.midnight, p.subscription_id ORDER BY p.place DESC) = 1
      AND p.change <> 'cancel'
  ),
  prices AS (
    SELECT customer_id, midnight, plan, sum(price_minor)::BIGINT AS minor, max(place) AS place
    FROM running
    GROUP BY ALL
  )
SELECT
  p.customer_id, p.midnight, p.plan, coalesce(v.income_segment, 'unknown') AS income_segment, p.minor,
  p.place = max(p.place) OVER (PARTITION BY p.customer_id, p.midnight) AS is_main
FROM prices AS p
ASOF LEFT JOIN versions AS v ON v.customer_id = p.customer_id AND v.valid_from < p.midnight;

CREATE VIEW marts.monthly_revenue AS
WITH
  places AS (
    SELECT
      customer_id, month, plan, income_segment,
      coalesce(sum(minor) FILTER (at_start), 0) AS opening,
      coalesce(sum(minor) FILTER (NOT at_start), 0) AS closing,
      coalesce(bool_or(is_main) FILTER (at_start), false) AS opens,
      coalesce(bool_or(is_main) FILTER (NOT at_start), false) AS closes
    FROM (
      SELECT *, midnight AS month, true AS at_start FROM recurring WHERE midnight < month_of(as_of())
      UNION ALL BY NAME
      SELECT *, (midnight - INTERVAL 1 MONTH)::DATE AS month, false AS at_start FROM recurring
    )
    GROUP BY ALL
  ),
  firsts AS (
    SELECT customer_id, month_of(min(occurred_at)) AS first_month FROM subscription_changes GROUP BY customer_id
  ),
  endings AS (
    SELECT
      customer_id, month_of(occurred_at) AS month,
      arg_max(row(cancel_reason), (occurred_at, ingested_at, event_id))[1] AS reason
    FROM known('raw.subscriptions')
    WHERE change = 'cancel'
    GROUP BY ALL
  ),
  moves AS (
    SELECT
      places.*,
      bool_or(opens) OVER customer AS ran,
      bool_or(closes) OVER customer AS runs,
      sum(closing - opening) OVER customer AS net,
      greatest(closing - opening, 0) AS more,
      greatest(opening - closing, 0) AS less,
      coalesce(sum(greatest(closing - opening, 0)) OVER earlier, 0) AS more_before,
      coalesce(sum(greatest(opening - closing, 0)) OVER earlier, 0) AS less_before,
      bool_or(opens AND closes) OVER customer AS same_main,
      month > first_month AS had_one,
      reason
    FROM places
    JOIN firsts USING (customer_id)
    LEFT JOIN endings USING (customer_id, month)
    WINDOW
      customer AS (PARTITION BY customer_id, month),
      earlier AS (
        PARTITION BY customer_id, month ORDER BY plan, income_segment
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  ),
  booked AS (
    SELECT
      *,
      CASE
        WHEN ran AND runs THEN 'moved'
        WHEN runs AND had_one THEN 'reactivated'
        WHEN runs THEN 'new'
        WHEN reason = 'chosen' THEN 'chosen'
        WHEN reason IS NULL THEN 'unknown'
        ELSE 'payment_failed'
      END AS what,
      CASE WHEN ran AND runs THEN least(more, greatest(net - more_before, 0)) ELSE 0 END AS expansion,
      CASE WHEN ran AND runs THEN least(less, greatest(-net - less_before, 0)) ELSE 0 END AS contraction
    FROM moves
  )
SELECT
  month, plan, income_segment,
  sum(opening)::BIGINT AS opening_minor,
  coalesce(sum(closing) FILTER (what = 'new'), 0)::BIGINT AS new_minor,
  sum(expansion)::BIGINT AS expansion_minor,
  coalesce(sum(closing) FILTER (what = 'reactivated'), 0)::BIGINT AS reactivation_minor,
  coalesce(sum(more - expansion) FILTER (what = 'moved'), 0)::BIGINT AS transfer_in_minor,
  sum(contraction)::BIGINT AS contraction_minor,
  coalesce(sum(opening) FILTER (what = 'chosen'), 0)::BIGINT AS churn_chosen_minor,
  coalesce(sum(opening) FILTER (what = 'payment_failed'), 0)::BIGINT AS churn_payment_failed_minor,
  coalesce(sum(opening) FILTER (what = 'unknown'), 0)::BIGINT AS churn_unknown_minor,
  coalesce(sum(less - contraction) FILTER (what = 'moved'), 0)::BIGINT AS transfer_out_minor,
  sum(closing)::BIGINT AS closing_minor,
  count(*) FILTER (opens) AS opening_customers,
  count(*) FILTER (closes AND what = 'new') AS new_customers,
  count(*) FILTER (closes AND what = 'reactivated') AS reactivated_customers,
  count(*) FILTER (closes AND what = 'moved' AND NOT same_main) AS customers_in,
  count(*) FILTER (opens AND what = 'chosen') AS churned_chosen_customers,
  count(*) FILTER (opens AND what = 'payment_failed') AS churned_payment_failed_customers,
  count(*) FILTER (opens AND what = 'unknown') AS churned_unknown_customers,
  count(*) FILTER (opens AND what = 'moved' AND NOT same_main) AS customers_out,
  count(*) FILTER (closes) AS closing_customers,
  count(*) FILTER (closes AND what = 'moved' AND net > 0) AS expanded_customers,
  count(*) FILTER (closes AND what = 'moved' AND net < 0) AS contracted_customers
FROM booked
GROUP BY ALL
ORDER BY month, plan, income_segment;

-- Each failed attempt until payments at or after it cover its amount; 60 days later what is open is written off.
CREATE VIEW marts.dunning AS
WITH
  payments AS (
    SELECT
      customer_id, invoice_id, occurred_at, status, amount_minor, failure_reason, attempt,
      row_number() OVER (
        PARTITION BY customer_id, invoice_id ORDER BY occurred_at, ingested_at, event_id) AS place
    FROM known('raw.payments')
  ),
  failures AS (
    FROM payments WHERE status = 'failed' AND occurred_at < month_of(as_of())
  ),
  others AS (
    SELECT
      f.customer_id, f.invoice_id, f.place, f.amount_minor AS due, o.occurred_at AS paid_at, o.occurred_at < f.occurred_at AS earlier,
      sum(o.amount_minor) FILTER (o.status = 'succeeded' AND o.occurred_at >= f.occurred_at) OVER (
        PARTITION BY f.customer_id, f.invoice_id, f.place ORDER BY o.place) AS paid
    FROM failures AS f
    JOIN payments AS o
      ON o.customer_id = f.customer_id AND o.invoice_id = f.invoice_id AND o.place <> f.place AND o.status <> 'refunded'
  ),
  followed AS (
    SELECT
      f.customer_id, f.invoice_id, f.place, f.amount_minor,
      month_of(f.occurred_at) AS month,
      coalesce(f.failure_reason, 'unknown') AS decline_reason,
      coalesce(f.attempt, 1 + count(*) FILTER (earlier)) AS attempt,
      coalesce(bool_or(NOT earlier), false) AS retried,
      least(coalesce(max(paid), 0), f.amount_minor) AS recovered_minor,
      days_between(f.occurred_at, min(paid_at) FILTER (paid >= due)) AS days,
      f.occurred_at::DATE + 60 <= as_of()::DATE AS old
    FROM failures AS f
    LEFT JOIN others AS o USING (customer_id, invoice_id, place)
    GROUP BY f.customer_id, f.invoice_id, f.place, f.amount_minor, f.occurred_at, f.failure_reason, f.attempt
  ),
  judged AS (
    SELECT
      *,
      days IS NULL AND NOT old AS open,
      CASE WHEN old THEN 0 ELSE amount_minor - recovered_minor END AS open_minor
    FROM followed
  )
SELECT
  month, decline_reason, attempt,
  count(*) AS failed,
  count(*) FILTER (retried) AS retried,
  count(days) AS recovered,
  count(*) FILTER (open) AS outstanding,
  count(*) FILTER (days IS NULL AND old) AS written_off,
  count(days) / count(*) AS recovery_rate,
  sum(amount_minor)::BIGINT AS failed_minor,
  sum(recovered_minor)::BIGINT AS recovered_minor,
  sum(open_minor)::BIGINT AS outstanding_minor,
  sum(amount_minor - recovered_minor - open_minor)::BIGINT AS written_off_minor,
  avg(days) AS mean_days_to_recover,
  median(days) AS median_days_to_recover
FROM judged
GROUP BY ALL
ORDER BY month, decline_reason, attempt;

-- What a signup month of a channel cost, and when it paid that back. A month of costs is shared by all who had signed up.
CREATE VIEW marts.acquisition_payback AS
WITH
  spend AS (
    SELECT month_of(spend_on) AS cohort_month, channel AS signup_channel, sum(spend_minor)::BIGINT AS spend_minor
    FROM (FROM known('raw.campaign_spend') UNION ALL FROM known_orphans('raw.campaign_spend'))
    GROUP BY ALL
  ),
  signups AS (
    SELECT
      customer_id, month_of(opened_on) AS cohort_month, coalesce(newest.signup_channel, 'unknown') AS signup_channel
    FROM accounts
    LEFT JOIN profiles USING (customer_id)
    WHERE opened_on < as_of()
  ),
  sizes AS (
    SELECT cohort_month, signup_channel, count(*) AS customers FROM signups GROUP BY ALL
  ),
  cohorts AS (
    SELECT
      cohort_month, signup_channel, coalesce(customers, 0) AS customers, coalesce(spend_minor, 0) AS spend_minor,
      date_diff('month', cohort_month, month_of(as_of())) AS months_observed
    FROM sizes
    FULL JOIN spend USING (cohort_month, signup_channel)
    WHERE cohort_month < month_of(as_of())
  ),
  costs AS (
    SELECT
      c.month, c.minor / nullif(sum(s.customers), 0) AS each
    FROM (
      SELECT month_of(month) AS month, sum(amount_minor)::DOUBLE AS minor
      FROM (FROM known('raw.costs') UNION ALL FROM known_orphans('raw.costs'))
      WHERE kind <> 'overhead'
      GROUP BY ALL
    ) AS c
    JOIN sizes AS s ON s.cohort_month <= c.month
    GROUP BY c.month, c.minor
  ),
  paid AS (
    SELECT
      cohort_month, signup_channel,
      greatest(0, date_diff('month', cohort_month, month_of(occurred_at))) AS since,
      sum(CASE status WHEN 'succeeded' THEN amount_minor WHEN 'refunded' THEN -amount_minor END) AS minor
    FROM signups
    JOIN known('raw.payments') USING (customer_id)
    GROUP BY ALL
  ),
  months AS (
    SELECT
      cohort_month, signup_channel, spend_minor, customers, since + 1 AS month,
      sum(coalesce(minor, 0)) OVER cohort AS revenue,
      sum(coalesce(minor, 0)) OVER cohort - customers * sum(each) OVER cohort AS margin,
      count(*) OVER (PARTITION BY cohort_month, signup_channel) = count(each) OVER (PARTITION BY cohort_month, signup_channel)
        AS costs_known
    FROM (SELECT *, unnest(range(months_observed)) AS since FROM cohorts)
    LEFT JOIN paid USING (cohort_month, signup_channel, since)
    LEFT JOIN costs ON costs.month = cohort_month + to_months(since::INTEGER)
    WINDOW cohort AS (PARTITION BY cohort_month, signup_channel ORDER BY since)
  ),
  totals AS (
    SELECT
      cohort_month, signup_channel, customers,
      arg_max(revenue, month)::BIGINT AS revenue_minor,
      max(revenue) FILTER (month = 1) / nullif(customers, 0) AS m1,
      max(revenue) FILTER (month = 3) / nullif(customers, 0) AS m3,
      max(revenue) FILTER (month = 6) / nullif(customers, 0) AS m6,
      max(revenue) FILTER (month = 12) / nullif(customers, 0) AS m12,
      bool_and(costs_known) AS costs_known,
      min(month) FILTER (
        spend_minor > 0 AND customers > 0
        AND CASE WHEN costs_known THEN margin ELSE revenue END >= spend_minor) AS payback_months
    FROM months
    GROUP BY cohort_month, signup_channel, customers
  )
SELECT
  cohort_month, signup_channel,
  customers AS new_customers,
  spend_minor,
  nullif(spend_minor, 0) / nullif(customers, 0) AS acquisition_cost_minor,
  months_observed,
  revenue_minor,
  m1 AS revenue_per_customer_m1_minor,
  m3 AS revenue_per_customer_m3_minor,
  m6 AS revenue_per_customer_m6_minor,
  m12 AS revenue_per_customer_m12_minor,
  CASE WHEN costs_known THEN 'margin' ELSE 'revenue' END AS payback_basis,
  CASE
    WHEN spend_minor = 0 THEN 'no_spend'
    WHEN customers = 0 THEN 'no_customers'
    WHEN payback_months IS NULL THEN 'not_yet'
    ELSE 'paid_back'
  END AS payback_status,
  payback_months
FROM cohorts
JOIN totals USING (cohort_month, signup_channel, customers)
ORDER BY cohort_month, signup_channel;

-- Rewards by the month of qualification, as referrals and the ledger know them.
CREATE VIEW marts.referral_economics AS
WITH
  referrals AS (
    SELECT
      coalesce(
        reward_id, min(reward_id) OVER (PARTITION BY referral_id), referral_id) AS reward_id,
      occurred_at, stage, reward_minor
    FROM (FROM known('raw.referrals') UNION ALL FROM known_orphans('raw.referrals'))
    WHERE stage <> 'invited' AND (reward_id IS NOT NULL OR referral_id IS NOT NULL)
  ),
  postings AS (
    FROM known('raw.reward_postings') UNION ALL FROM known_orphans('raw.reward_postings')
  ),
  journals AS (
    SELECT
      reward_id, journal_id, posting,
      coalesce(sum(amount_minor) FILTER (side = 'debit'), 0) AS debit,
      coalesce(sum(amount_minor) FILTER (side = 'credit'), 0) AS credit
    FROM postings
    GROUP BY ALL
  ),
  ledger AS (
    SELECT
      reward_id,
      sum(debit) FILTER (posting = 'booked') AS booked,
      sum(debit) FILTER (posting = 'settled') AS settled,
      sum(debit) FILTER (posting = 'reversed') AS reversed,
      sum(debit) AS debit,
      sum(credit) AS credit,
      count(*) FILTER (debit <> credit) AS unbalanced
    FROM journals
    GROUP BY reward_id
  ),
  rewards AS (
    SELECT
      reward_id,
      month_of(coalesce(min(occurred_at) FILTER (stage = 'qualified'), min(occurred_at))) AS month,
      bool_or(stage = 'qualified') IS TRUE AS qualified,
      arg_min(row(reward_minor), occurred_at) FILTER (stage = 'qualified') AS entitled
    FROM (
      FROM referrals
      UNION ALL BY NAME
      SELECT reward_id, occurred_at FROM postings
    )
    GROUP BY reward_id
  ),
  sums AS (
    SELECT
      month,
      count(*) FILTER (qualified) AS entitled_rewards,
      count(*) FILTER (NOT qualified) AS unqualified_rewards,
      coalesce(sum(entitled[1]), 0)::BIGINT AS entitled_minor,
      count(booked) AS booked_rewards,
      coalesce(sum(booked), 0)::BIGINT AS booked_minor,
      count(settled) AS settled_rewards,
      coalesce(sum(settled), 0)::BIGINT AS settled_minor,
      count(reversed) AS reversed_rewards,
      coalesce(sum(reversed), 0)::BIGINT AS reversed_minor,
      count(*) FILTER (coalesce(booked, 0) > coalesce(settled, 0) + coalesce(reversed, 0)) AS outstanding_rewards,
      coalesce(sum(debit), 0)::BIGINT AS debit_minor,
      coalesce(sum(credit), 0)::BIGINT AS credit_minor,
      coalesce(sum(unbalanced), 0)::BIGINT AS unbalanced_journals
    FROM rewards
    LEFT JOIN ledger USING (reward_id)
    GROUP BY month
  )
SELECT
  *,
  booked_minor - settled_minor - reversed_minor AS outstanding_minor,
  debit_minor - credit_minor AS difference_minor
FROM sums
ORDER BY month;

-- A month without purchases is 0, and months that have not ended are left out.
CREATE VIEW marts.metric_mom_spend_change AS
WITH
  months AS (
    SELECT
      customer_id, unnest(generate_series(min(month), month_of(as_of()) - INTERVAL 1 MONTH, INTERVAL 1 MONTH))::DATE AS month
    FROM marts.monthly_customer_spending
    GROUP BY customer_id
  ),
  spending AS (
    SELECT customer_id, month, coalesce(sum(spend_minor), 0)::BIGINT AS spend_minor
    FROM months
    LEFT JOIN marts.monthly_customer_spending USING (customer_id, month)
    GROUP BY ALL
  )
SELECT
  customer_id, month, spend_minor,
  lag(spend_minor) OVER customer AS previous_spend_minor,
  spend_minor - lag(spend_minor) OVER customer AS change_minor,
  CASE
    WHEN lag(spend_minor) OVER customer > 0
    THEN (spend_minor - lag(spend_minor) OVER customer) / lag(spend_minor) OVER customer
  END AS change_share
FROM spending
WINDOW customer AS (PARTITION BY customer_id ORDER BY month)
ORDER BY customer_id, month;

-- The start of every month with activity before it, and the as-of day itself for online scoring.
CREATE TEMP TABLE snapshots AS
SELECT unnest(range(
  month_of(min(day)) + INTERVAL 1 MONTH, as_of() + INTERVAL 1 DAY, INTERVAL 1 MONTH))::DATE AS day
FROM active_days
UNION
SELECT as_of()::DATE;

-- Customers at risk of leaving: active in the last 30 days. Those who have no account or have cancelled go below.
CREATE TEMP TABLE at_risk AS
SELECT
  customer_id,
  s.day AS as_of,
  coalesce(sum(transactions) FILTER (a.day >= s.day - 30), 0)::BIGINT AS transaction_count_30d,
  sum(transactions)::BIGINT AS transaction_count_90d,
  coalesce(sum(spend_minor) FILTER (a.day >= s.day - 30), 0)::BIGINT AS spend_minor_30d,
  sum(spend_minor)::BIGINT AS spend_minor_90d,
  days_between(max(last_active_at), s.day) AS days_since_active,
  coalesce(sum(declined) FILTER (a.day >= s.day - 30), 0)::BIGINT AS declined_30d,
  coalesce(sum(sessions) FILTER (a.day >= s.day - 30), 0)::BIGINT AS session_count_30d,
  coalesce(sum(crashes) FILTER (a.day >= s.day - 30), 0)::BIGINT AS crash_count_30d
FROM activity AS a
JOIN snapshots AS s ON a.known_on < s.day AND a.day >= s.day - 90
GROUP BY customer_id, s.day
HAVING days_between(max(last_active_at), s.day) < 30;

CREATE TEMP TABLE features AS
WITH
  customers AS (SELECT customer_id, as_of FROM at_risk),
  profile AS (
    SELECT customer_id, as_of, arg_max(p, (occurred_at, ingested_at, event_id)) AS newest
    FROM customers JOIN known('raw.customer_profiles') AS p USING (customer_id)
    WHERE known_on(occurred_at, ingested_at) < as_of
    GROUP BY ALL
  ),
  steps AS (
    SELECT
      customer_id,
      as_of,
      min(occurred_at::DATE) FILTER (step = 'account_activated') AS activated_on,
      min(occurred_at::DATE) FILTER (step = 'kyc_decisioned' AND outcome = 'approved') AS approved_on
    FROM customers JOIN known('raw.onboarding_steps') USING (customer_id)
    WHERE known_on(occurred_at, ingested_at) < as_of
    GROUP BY ALL
  ),
  subscription AS (
    SELECT
      customer_id,
      as_of,
      bool_or(change <> 'cancel') AS active,
      arg_max(price_minor, place) FILTER (change <> 'cancel') AS price_minor
    FROM (
      FROM customers JOIN subscription_changes USING (customer_id)
      WHERE known_on < as_of
      QUALIFY row_number() OVER (
        PARTITION BY customer_id, as_of, subscription_id ORDER BY place DESC) = 1
    )
    GROUP BY ALL
  ),
  -- Sources without profiles and steps: the account counts as opened on the first day of activity.
  first_day AS (
    SELECT customer_id, as_of, min(day) AS active_on
    FROM customers
    ANTI JOIN profile USING (customer_id, as_of)
    JOIN active_days USING (customer_id)
    WHERE known_on < as_of
    GROUP BY ALL
  ),
  opened AS (
    SELECT
      customer_id,
      as_of,
      newest,
      price_minor,
      coalesce(newest.account_opened_on, activated_on, approved_on, active_on) AS opened_on
    FROM customers
    LEFT JOIN profile USING (customer_id, as_of)
    LEFT JOIN steps USING (customer_id, as_of)
    LEFT JOIN first_day USING (customer_id, as_of)
    LEFT JOIN subscription USING (customer_id, as_of)
    WHERE coalesce(active, true)
  ),
  days AS (
    SELECT customer_id, s.day AS as_of, count(*) AS active_days_30d
    FROM active_days AS a JOIN snapshots AS s ON a.known_on < s.day AND a.day >= s.day - 30
    GROUP BY ALL
  ),
  -- Until a day on which a later one became known, this was the last approved transaction.
  last_transactions AS (
    SELECT customer_id, known_on, max(max(last_transaction_at)) OVER (
      PARTITION BY customer_id ORDER BY known_on) AS last_transaction_at
    FROM activity
    WHERE last_transaction_at IS NOT NULL
    GROUP BY customer_id, known_on
  ),
  used AS (
    SELECT customer_id, s.day AS as_of, count(DISTINCT feature) AS features_used_30d
    FROM known('raw.feature_uses')
    JOIN snapshots AS s
      ON known_on(occurred_at, ingested_at) < s.day AND occurred_at >= s.day - INTERVAL 30 DAYS
    GROUP BY ALL
  ),
  contacts AS (
    SELECT
      customer_id, s.day AS as_of, count(*) AS support_contacts_90d, count(*) FILTER (complaint) AS complaints_90d
    FROM known('raw.support_contacts')
    JOIN snapshots AS s
      ON known_on(occurred_at, ingested_at) < s.day AND occurred_at >= s.day - INTERVAL 90 DAYS
    GROUP BY ALL
  ),
  failures AS (
    SELECT customer_id, s.day AS as_of, count(*) AS failed_payments_90d
    FROM known('raw.payments')
    JOIN snapshots AS s
      ON known_on(occurred_at, ingested_at) < s.day AND occurred_at >= s.day - INTERVAL 90 DAYS
    WHERE status = 'failed'
    GROUP BY ALL
  ),
  downgrades AS (
    SELECT customer_id, s.day AS as_of, count(*) AS downgrades_90d
    FROM subscription_changes
    JOIN snapshots AS s ON known_on < s.day AND occurred_at >= s.day - INTERVAL 90 DAYS
    WHERE change = 'downgrade'
    GROUP BY ALL
  ),
  answers AS (
    SELECT customer_id, as_of, arg_max(score, (occurred_at, ingested_at, event_id)) AS last_nps
    FROM customers JOIN known('raw.nps_responses') USING (customer_id)
    WHERE known_on(occurred_at, ingested_at) < as_of
    GROUP BY ALL
  ),
  next_active AS (
    SELECT c.customer_id, c.as_of, a.day AS next_active_on
    FROM customers AS c
    ASOF JOIN active_days AS a ON a.customer_id = c.customer_id AND c.as_of <= a.day
  ),
  -- 30 days later, from what is known now.
  outcome AS (
    SELECT customer_id, as_of, NOT bool_or(change <> 'cancel') AS cancelled
    FROM (
      FROM customers JOIN subscription_changes USING (customer_id)
      WHERE occurred_at < as_of + INTERVAL 30 DAYS
      QUALIFY row_number() OVER (
        PARTITION BY customer_id, as_of, subscription_id ORDER BY place DESC) = 1
    )
    GROUP BY ALL
  )
SELECT
  r.customer_id,
  r.as_of,
  newest.region AS region,
  newest.income_segment AS income_segment,
  coalesce(newest.vulnerable_customer, false) AS vulnerable_customer,
  r.as_of - opened_on AS tenure_days,
  transaction_count_30d,
  transaction_count_90d,
  spend_minor_30d,
  spend_minor_90d,
  CASE WHEN spend_minor_90d > 0 THEN 3.0::DOUBLE * spend_minor_30d / spend_minor_90d ELSE 0 END AS spend_trend,
  least(coalesce(days_between(t.last_transaction_at, r.as_of), 365), 365) AS days_since_transaction,
  days_since_active,
  active_days_30d,
  declined_30d,
  session_count_30d,
  crash_count_30d,
  coalesce(features_used_30d, 0) AS features_used_30d,
  coalesce(support_contacts_90d, 0) AS support_contacts_90d,
  coalesce(complaints_90d, 0) AS complaints_90d,
  coalesce(failed_payments_90d, 0) AS failed_payments_90d,
  coalesce(price_minor, 0) AS plan_price_minor,
  coalesce(downgrades_90d, 0) AS downgrades_90d,
  last_nps,
  CASE
    WHEN r.as_of + 30 <= as_of()::DATE
    THEN coalesce(cancelled, false) OR coalesce(next_active_on >= r.as_of + 30, true)
  END AS churned_30d
FROM at_risk AS r
JOIN opened USING (customer_id, as_of)
LEFT JOIN days USING (customer_id, as_of)
ASOF LEFT JOIN last_transactions AS t ON t.customer_id = r.customer_id AND t.known_on < r.as_of
LEFT JOIN used ON used.customer_id = r.customer_id AND used.as_of = r.as_of
LEFT JOIN contacts ON contacts.customer_id = r.customer_id AND contacts.as_of = r.as_of
LEFT JOIN failures ON failures.customer_id = r.customer_id AND failures.as_of = r.as_of
LEFT JOIN downgrades ON downgrades.customer_id = r.customer_id AND downgrades.as_of = r.as_of
LEFT JOIN answers ON answers.customer_id = r.customer_id AND answers.as_of = r.as_of
LEFT JOIN next_active ON next_active.customer_id = r.customer_id AND next_active.as_of = r.as_of
LEFT JOIN outcome ON outcome.customer_id = r.customer_id AND outcome.as_of = r.as_of
WHERE opened_on < r.as_of;

CREATE VIEW marts.customer_month_features AS
SELECT * FROM features WHERE day(as_of) = 1 ORDER BY customer_id, as_of;

CREATE VIEW marts.customer_features_latest AS
SELECT * EXCLUDE (churned_30d) FROM features WHERE as_of = as_of()::DATE ORDER BY customer_id;

CREATE TEMP TABLE offers AS
WITH
  outcomes AS (
    FROM known('raw.offer_outcomes')
    QUALIFY row_number() OVER (
      PARTITION BY customer_id, exposure_id
      ORDER BY occurred_at DESC, accepted DESC, ingested_at DESC, event_id DESC) = 1
  ),
  shown AS (
    FROM known('raw.offer_exposures')
    QUALIFY row_number() OVER (PARTITION BY customer_id, exposure_id ORDER BY occurred_at, ingested_at, event_id) = 1
  )
SELECT
  s.exposure_id,
  s.customer_id,
  s.offer_id,
  s.campaign_id,
  s.product,
  s.offer_type,
  s.arm,
  s.occurred_at AS shown_at,
  s.occurred_at::DATE AS shown_on,
  coalesce(v.income_segment, 'unknown') AS segment,
  v.region,
  s.price_minor,
  s.incentive_minor,
  s.eligible,
  coalesce(newest.vulnerable_customer, false) AS vulnerable_customer,
  o.accepted,
  o.margin_minor,
  o.incentive_cost_minor,
  o.support_contact_14d,
  o.complaint_14d,
  s.understood,
  coalesce(v.vulnerable_customer, false) OR coalesce(NOT s.understood, false) OR coalesce(o.complaint_14d, false)
    AS human_review_required
FROM shown AS s
ASOF LEFT JOIN versions AS v ON v.customer_id = s.customer_id AND s.occurred_at >= v.valid_from
LEFT JOIN profiles AS p ON p.customer_id = s.customer_id
LEFT JOIN outcomes AS o ON o.customer_id = s.customer_id AND o.exposure_id = s.exposure_id;

CREATE VIEW marts.fct_offer_outcomes AS
SELECT * FROM offers ORDER BY customer_id, shown_at;

-- Metrics: what each customer contributes to each measure in each month, added up by what was true of the customer at
-- the end of the month.
CREATE TEMP TABLE sums AS
WITH
  months AS (
    SELECT unnest(range(month_of(min(occurred_at)), as_of(), INTERVAL 1 MONTH))::DATE AS month
    FROM subscription_changes
  ),
  monthly AS (
    SELECT customer_id, month_of(day) AS month, sum(transactions) AS transactions, sum(spend_minor) AS spend_minor
    FROM activity
    GROUP BY ALL
  ),
  recurring AS (
    SELECT
      customer_id,
      month,
      sum(price_minor) FILTER (change <> 'cancel') AS price_minor,
      arg_max(plan, place) FILTER (change <> 'cancel') AS plan
    FROM (
      FROM subscription_changes JOIN months ON occurred_at < month + INTERVAL 1 MONTH
      QUALIFY row_number() OVER (
        PARTITION BY customer_id, month, subscription_id ORDER BY place DESC) = 1
    )
    GROUP BY ALL
  ),
  payments AS (
    SELECT
      customer_id,
      month_of(occurred_at) AS month,
      count(*) FILTER (status <> 'refunded') AS attempts,
      count(*) FILTER (status = 'failed') AS failed,
      sum(CASE status WHEN 'succeeded' THEN amount_minor WHEN 'refunded' THEN -amount_minor END) AS paid_minor
    FROM known('raw.payments')
    GROUP BY ALL
  ),
  answers AS (
    SELECT
      customer_id,
      month_of(occurred_at) AS month,
      count(*) AS responses,
      count(*) FILTER (score >= 9) - count(*) FILTER (score <= 6) AS net
    FROM known('raw.nps_responses')
    GROUP BY ALL
  ),
  events_a_day AS (
    SELECT customer_id, occurred_at::DATE AS day, count(*) AS events
    FROM (
      SELECT customer_id, occurred_at FROM known('raw.transactions')
      UNION ALL SELECT customer_id, occurred_at FROM known('raw.sessions')
      UNION ALL SELECT customer_id, occurred_at FROM known('raw.feature_uses')
    )
    GROUP BY ALL
  ),
  -- Activity in a month, and in the 90 days before it.
  engagement AS (
    SELECT customer_id, month, sum(before) AS before, sum(during) AS during
    FROM (
      SELECT customer_id, month_of(day) AS month, 0 AS before, events AS during FROM events_a_day
      UNION ALL
      SELECT
        customer_id,
        unnest(range(month_of(day) + INTERVAL 1 MONTH, day + INTERVAL 91 DAY, INTERVAL 1 MONTH))::DATE,
        events, 0
      FROM events_a_day
    )
    WHERE month < as_of()
    GROUP BY ALL
  ),
  movements AS (
    SELECT customer_id, month, before, after, coalesce(month > first_paid, false) AS had_paid
    FROM (
      SELECT
        customer_id, month, sum(before) AS before, sum(after) AS after
      FROM (
        SELECT customer_id, month, 0 AS before, price_minor AS after FROM recurring WHERE price_minor IS NOT NULL
        UNION ALL
        SELECT customer_id, (month + INTERVAL 1 MONTH)::DATE, price_minor, 0 FROM recurring WHERE price_minor IS NOT NULL
      )
      WHERE month < as_of()
      GROUP BY ALL
    )
    LEFT JOIN (
      SELECT customer_id, min(occurred_at) AS first_paid
      FROM subscription_changes
      WHERE change <> 'cancel' AND price_minor > 0
      GROUP BY customer_id
    ) USING (customer_id)
  ),
  failed_invoices AS (
    SELECT
      customer_id, invoice_id, failed_at,
      bool_or(status = 'succeeded' AND occurred_at >= failed_at AND occurred_at < failed_at::DATE + 14) AS recovered
    FROM known('raw.payments')
    JOIN (
      SELECT customer_id, invoice_id, min(occurred_at) AS failed_at
      FROM known('raw.payments')
      WHERE status = 'failed'
      GROUP BY ALL
    ) USING (customer_id, invoice_id)
    GROUP BY ALL
  ),
  due_invoices AS (
    SELECT
      i.customer_id, i.event_id, i.due_on, i.amount_minor,
      coalesce(sum(p.amount_minor) FILTER (p.status = 'succeeded' AND p.occurred_at < i.due_on + 14), 0) AS paid
    FROM known('raw.invoices') AS i
    LEFT JOIN known('raw.payments') AS p ON p.customer_id = i.customer_id AND p.invoice_id = i.invoice_id
    WHERE i.due_on + 14 <= as_of()::DATE
    GROUP BY i.customer_id, i.event_id, i.due_on, i.amount_minor
  ),
  contributions AS (
    SELECT customer_id, month_of(opened_on) AS month, 'new_customers' AS measure, 1 AS amount
    FROM accounts
    WHERE opened_on < as_of()::DATE
    UNION ALL
    SELECT
      customer_id, month_of(opened_on), unnest(['mature_accounts', 'activated_accounts']),
      unnest([1, activated_d7::INT])
    FROM activation
    WHERE is_mature
    UNION ALL
    SELECT
      customer_id, month_of(as_of), unnest(['customers_at_risk', 'customers_churned']), unnest([1, churned_30d::INT])
    FROM features
    WHERE day(as_of) = 1 AND churned_30d IS NOT NULL
    UNION ALL
    SELECT
      customer_id, month_of(shown_at), unnest(['offers_decided', 'offers_accepted']), unnest([1, accepted::INT])
    FROM offers
    WHERE accepted IS NOT NULL
    UNION ALL
    SELECT
      customer_id, month, unnest(['active_customers', 'transactions', 'transaction_volume_minor']),
      unnest([1, transactions, spend_minor])
    FROM monthly
    UNION ALL
    SELECT customer_id, month, 'recurring_revenue_minor', price_minor FROM recurring WHERE price_minor IS NOT NULL
    UNION ALL
    SELECT
      customer_id, month, unnest(['payment_attempts', 'payments_failed', 'paid_revenue_minor']),
      unnest([attempts, failed, coalesce(paid_minor, 0)])
    FROM payments
    UNION ALL
    SELECT customer_id, month_of(occurred_at), 'complaints', 1 FROM known('raw.support_contacts') WHERE complaint
    UNION ALL
    SELECT customer_id, month, unnest(['nps_responses', 'nps_net']), unnest([responses, net]) FROM answers
    UNION ALL
    SELECT NULL, month_of(occurred_at), 'transaction_volume_minor', amount_minor
    FROM known_orphans('raw.transactions')
    WHERE status = 'approved'
    UNION ALL
    SELECT
      NULL, month_of(occurred_at), unnest(['payment_attempts', 'payments_failed']),
      unnest([(status <> 'refunded')::INT, (status = 'failed')::INT])
    FROM known_orphans('raw.payments')
    UNION ALL
    SELECT
      NULL, month_of(occurred_at), unnest(['nps_responses', 'nps_net']),
      unnest([1, (score >= 9)::INT - (score <= 6)::INT])
    FROM known_orphans('raw.nps_responses')
    UNION ALL
    SELECT
      customer_id, month_of(occurred_at),
      unnest(['applications', 'identity_decisions', 'identity_approvals', 'accounts_activated']),
      unnest([
        (step = 'application_submitted')::INT, (step = 'kyc_decisioned')::INT,
        (step = 'kyc_decisioned' AND outcome = 'approved')::INT, (step = 'account_activated')::INT])
    FROM (FROM known('raw.onboarding_steps') UNION ALL FROM known_orphans('raw.onboarding_steps'))
    UNION ALL
    SELECT
      customer_id, month_of(opened_on), unnest(['funded_accounts', 'timed_fundings', 'minutes_to_funding']),
      unnest([
        1, (submitted_at <= funded_at)::INT,
        CASE WHEN submitted_at <= funded_at THEN (epoch_us(funded_at) - epoch_us(submitted_at)) // 60000000 END])
    FROM activation
    WHERE is_mature AND funded_at < opened_on + 7
    UNION ALL
    SELECT
      customer_id, month, unnest(['active_days', 'days_of_active_customers']),
      unnest([count(*), least(month + INTERVAL 1 MONTH, as_of())::DATE - month])
    FROM (SELECT customer_id, month_of(day) AS month FROM active_days)
    GROUP BY customer_id, month
    UNION ALL
    SELECT customer_id, month_of(occurred_at), unnest(['sessions', 'sessions_crashed']), unnest([1, crashed::INT])
    FROM known('raw.sessions')
    UNION ALL
    SELECT customer_id, month_of(occurred_at), 'feature_uses', 1 FROM known('raw.feature_uses')
    UNION ALL
    SELECT DISTINCT customer_id, month_of(occurred_at), 'key_action_customers', 1
    FROM (
      SELECT customer_id, occurred_at FROM known('raw.feature_uses')
      UNION ALL SELECT customer_id, occurred_at FROM known('raw.transactions') WHERE status = 'approved' AND amount_minor >= 0
    )
    UNION ALL
    SELECT
      customer_id, month, unnest(['customers_engaged_before', 'customers_dropped']),
      unnest([1, (during * 90 * 5 < before * (least(month + INTERVAL 1 MONTH, as_of())::DATE - month))::INT])
    FROM engagement
    WHERE before > 0
    UNION ALL
    SELECT
      customer_id, month_of(occurred_at), unnest(['customer_spend_minor', 'purchases_minor']),
      unnest([amount_minor, greatest(amount_minor, 0)])
    FROM known('raw.transactions')
    WHERE status = 'approved'
    UNION ALL
    SELECT
      customer_id, month_of(occurred_at), unnest(['transactions_decided', 'transactions_declined']),
      unnest([1, (status = 'declined')::INT])
    FROM (FROM known('raw.transactions') UNION ALL FROM known_orphans('raw.transactions'))
    WHERE status IN ('approved', 'declined')
    UNION ALL
    SELECT
      customer_id, month,
      unnest([
        'subscribers', 'opening_revenue_minor', 'retained_revenue_minor', 'kept_revenue_minor', 'new_revenue_minor',
        'reactivated_revenue_minor', 'expansion_revenue_minor', 'contraction_revenue_minor', 'churned_revenue_minor']),
      unnest([
        (after > 0)::INT, before, least(before, after), CASE WHEN before > 0 THEN after ELSE 0 END,
        CASE WHEN before = 0 AND NOT had_paid THEN after ELSE 0 END,
        CASE WHEN before = 0 AND had_paid THEN after ELSE 0 END,
        CASE WHEN before > 0 THEN greatest(0, after - before) ELSE 0 END,
        CASE WHEN after > 0 THEN greatest(0, before - after) ELSE 0 END,
        CASE WHEN after = 0 THEN before ELSE 0 END])
    FROM movements
    UNION ALL
    SELECT
      customer_id, month_of(occurred_at), unnest(['payments_succeeded', 'payments_refunded']),
      unnest([(status = 'succeeded')::INT, (status = 'refunded')::INT])
    FROM (FROM known('raw.payments') UNION ALL FROM known_orphans('raw.payments'))
    UNION ALL
    SELECT customer_id, month_of(failed_at), unnest(['invoices_failed', 'invoices_recovered']), unnest([1, recovered::INT])
    FROM failed_invoices
    WHERE failed_at::DATE + 14 <= as_of()::DATE
    UNION ALL
    SELECT
      customer_id, month_of(due_on), unnest(['invoices_due_minor', 'invoices_unpaid_minor']),
      unnest([amount_minor, greatest(0, amount_minor - paid)])
    FROM due_invoices
    UNION ALL
    SELECT customer_id, month_of(occurred_at), 'support_contacts', 1 FROM known('raw.support_contacts')
    UNION ALL
    SELECT
      customer_id, month_of(occurred_at), unnest(['satisfaction_answers', 'satisfaction_points']), unnest([1, csat])
    FROM (FROM known('raw.support_contacts') UNION ALL FROM known_orphans('raw.support_contacts'))
    WHERE csat IS NOT NULL
    UNION ALL
    SELECT
      customer_id, month_of(occurred_at), unnest(['contacts_judged', 'contacts_resolved_at_once']),
      unnest([1, (coalesce(resolved_at <= occurred_at + INTERVAL 7 DAYS, false) AND NOT again)::INT])
    FROM (
      SELECT
        customer_id, occurred_at, resolved_at,
        coalesce(
          min(occurred_at) OVER (
            PARTITION BY customer_id ORDER BY epoch_us(occurred_at)
            RANGE BETWEEN 1 FOLLOWING AND 604800000000 FOLLOWING) IS NOT NULL, false) AS again
      FROM known('raw.support_contacts')
    )
    WHERE occurred_at::DATE + 8 <= as_of()::DATE
    UNION ALL
    SELECT
      customer_id, month_of(shown_at), unnest(['offers_shown', 'incentives_minor', 'offers_with_margin', 'offer_margin_minor']),
      unnest([
        1, CASE WHEN accepted THEN coalesce(incentive_cost_minor, 0) ELSE 0 END,
        (coalesce(accepted, false) AND margin_minor IS NOT NULL)::INT,
        CASE WHEN accepted THEN coalesce(margin_minor, 0) ELSE 0 END])
    FROM offers
    UNION ALL
    SELECT
      customer_id, month_of(occurred_at), unnest(['referral_invitations', 'referral_qualifications']),
      unnest([(stage = 'invited')::INT, (stage = 'qualified')::INT])
    FROM (FROM known('raw.referrals') UNION ALL FROM known_orphans('raw.referrals'))
    WHERE stage IN ('invited', 'qualified')
    UNION ALL
    -- Whoever contributes to any other measure gives every metric a value, if only 0.
    SELECT DISTINCT customer_id, month, 'anything', 0
    FROM (
      SELECT customer_id, month_of(occurred_at) AS month FROM known('raw.onboarding_steps')
      UNION ALL SELECT customer_id, month_of(occurred_at) FROM known('raw.support_contacts')
      UNION ALL SELECT customer_id, month_of(occurred_at) FROM known('raw.referrals') WHERE stage IN ('invited', 'qualified')
      UNION ALL SELECT customer_id, month_of(shown_at) FROM offers
      UNION ALL SELECT customer_id, month_of(due_on) FROM known('raw.invoices') WHERE due_on + 14 <= as_of()::DATE
      UNION ALL SELECT customer_id, (month + INTERVAL 1 MONTH)::DATE FROM recurring WHERE price_minor > 0
      -- Active in the 90 days before the month.
      UNION ALL
      SELECT
        customer_id,
        unnest(range(month_of(day) + INTERVAL 1 MONTH, day + INTERVAL 91 DAY, INTERVAL 1 MONTH))::DATE
      FROM active_days
    )
    WHERE month < as_of()
  ),
  described AS (
    SELECT
      c.month, measure, amount, coalesce(v.region, 'unknown') AS region,
      coalesce(v.income_segment, 'unknown') AS income_segment,
      coalesce(v.signup_channel, 'unknown') AS channel,
      CASE WHEN c.customer_id IS NULL THEN 'unknown' ELSE coalesce(at_end.plan, at_start.plan, 'none') END AS plan
    FROM contributions AS c
    ASOF LEFT JOIN versions AS v
      ON v.customer_id = c.customer_id AND v.valid_from < c.month + INTERVAL 1 MONTH
    LEFT JOIN recurring AS at_end ON at_end.customer_id = c.customer_id AND at_end.month = c.month
    LEFT JOIN recurring AS at_start
      ON at_start.customer_id = c.customer_id AND at_start.month = c.month - INTERVAL 1 MONTH
  )
SELECT
  month,
  CASE
    WHEN grouping(region) = 0 THEN 'region'
    WHEN grouping(income_segment) = 0 THEN 'income_segment'
    WHEN grouping(channel) = 0 THEN 'channel'
    WHEN grouping(plan) = 0 THEN 'plan'
    ELSE 'all'
  END AS dimension,
  coalesce(region, income_segment, channel, plan, 'all') AS dimension_value,
  measure,
  sum(amount)::DOUBLE AS total
FROM described
GROUP BY GROUPING SETS (
  (month, measure), (month, measure, region), (month, measure, income_segment), (month, measure, channel),
  (month, measure, plan));

-- A metric is withheld when the tables that it is counted from have no events: 0 complaints would mislead.
CREATE VIEW marts.kpi_values AS
WITH
  sources(source) AS (
    SELECT 'raw.onboarding_steps' WHERE EXISTS (FROM known('raw.onboarding_steps'))
    UNION ALL SELECT 'raw.transactions' WHERE EXISTS (FROM known('raw.transactions'))
    UNION ALL SELECT 'raw.sessions' WHERE EXISTS (FROM known('raw.sessions'))
    UNION ALL SELECT 'raw.feature_uses' WHERE EXISTS (FROM known('raw.feature_uses'))
    UNION ALL SELECT 'raw.support_contacts' WHERE EXISTS (FROM known('raw.support_contacts'))
    UNION ALL SELECT 'raw.nps_responses' WHERE EXISTS (FROM known('raw.nps_responses'))
    UNION ALL SELECT 'raw.subscriptions' WHERE EXISTS (FROM known('raw.subscriptions'))
    UNION ALL SELECT 'raw.payments' WHERE EXISTS (FROM known('raw.payments'))
    UNION ALL SELECT 'raw.offer_exposures' WHERE EXISTS (FROM known('raw.offer_exposures'))
    UNION ALL SELECT 'raw.offer_outcomes' WHERE EXISTS (FROM known('raw.offer_outcomes'))
    UNION ALL SELECT 'raw.invoices' WHERE EXISTS (FROM known('raw.invoices'))
    UNION ALL SELECT 'raw.referrals' WHERE EXISTS (FROM known('raw.referrals'))
  ),
  observed AS (
    FROM metrics
    -- Metrics of other measures are compared elsewhere, or not at all.
    WHERE numerator IN (SELECT measure FROM sums)
      AND (denominator IS NULL OR denominator IN (SELECT measure FROM sums))
      AND NOT EXISTS (
      SELECT 1 FROM (SELECT unnest(metrics.sources) AS any_of) AS needed
      WHERE NOT list_has_any(needed.any_of, (SELECT list(source) FROM sources)))
  ),
  months AS (SELECT unnest(range(min(month), as_of(), INTERVAL 1 MONTH))::DATE AS month FROM sums),
  begun AS (
    SELECT measure, dimension, dimension_value, min(month) AS month FROM sums WHERE total <> 0 GROUP BY ALL
  ),
  cells AS (
    SELECT o.metric, s.month, s.dimension, s.dimension_value
    FROM observed AS o
    JOIN (SELECT DISTINCT month, dimension, dimension_value FROM sums) AS s
      ON list_contains(o.dimensions, s.dimension)
    UNION
    -- From its first month on a sum is 0 where nothing happened.
    SELECT o.metric, months.month, b.dimension, b.dimension_value
    FROM observed AS o
    JOIN begun AS b ON b.measure = o.numerator AND list_contains(o.dimensions, b.dimension)
    JOIN months ON months.month >= b.month
    WHERE o.denominator IS NULL
  ),
  parts AS (
    SELECT
      m.*, c.* EXCLUDE (metric), coalesce(n.total, 0) AS upper,
      CASE WHEN m.denominator IS NOT NULL THEN coalesce(d.total, 0) END AS lower
    FROM observed AS m
    JOIN cells AS c ON c.metric = m.metric
    LEFT JOIN sums AS n
      ON n.measure = m.numerator AND n.month = c.month AND n.dimension = c.dimension
        AND n.dimension_value = c.dimension_value
    LEFT JOIN sums AS d
      ON d.measure = m.denominator AND d.month = c.month AND d.dimension = c.dimension
        AND d.dimension_value = c.dimension_value
  )
SELECT
  metric,
  'month' AS grain,
  month AS period_start,
  dimension,
  dimension_value,
  CASE WHEN denominator IS NULL THEN scale * upper ELSE scale * upper / nullif(lower, 0) END AS value,
  upper AS numerator,
  lower AS denominator,
  unit,
  month + INTERVAL 1 MONTH + to_days(maturity_days) <= as_of() AS is_complete
FROM parts
ORDER BY ALL;

CREATE VIEW marts.dim_date AS
WITH days AS (
  SELECT unnest(range(min(first_day), as_of(), INTERVAL 1 DAY))::DATE AS date
  FROM (
    SELECT min(day)::TIMESTAMP AS first_day FROM active_days
    UNION ALL SELECT min(occurred_at)::DATE FROM known('raw.customer_profiles')
    UNION ALL SELECT min(occurred_at)::DATE FROM known('raw.onboarding_steps')
    UNION ALL SELECT min(occurred_at)::DATE FROM known('raw.support_contacts')
    UNION ALL SELECT min(occurred_at)::DATE FROM known('raw.nps_responses')
    UNION ALL SELECT min(occurred_at)::DATE FROM known('raw.subscriptions')
    UNION ALL SELECT min(occurred_at)::DATE FROM known('raw.invoices')
    UNION ALL SELECT min(occurred_at)::DATE FROM known('raw.payments')
    UNION ALL SELECT min(occurred_at)::DATE FROM known('raw.offer_exposures')
    UNION ALL SELECT min(occurred_at)::DATE FROM known('raw.offer_outcomes')
    UNION ALL SELECT min(occurred_at)::DATE FROM known('raw.referrals')
    UNION ALL SELECT min(occurred_at)::DATE FROM known('raw.reward_postings')
    UNION ALL SELECT min(occurred_at)::DATE FROM known('raw.experiment_assignments')
    UNION ALL SELECT min(occurred_at)::DATE FROM known('raw.campaign_contacts')
    UNION ALL SELECT min(occurred_at)::DATE FROM known('raw.transfer_checks')
    UNION ALL SELECT min(occurred_at)::DATE FROM known('raw.campaign_spend')
    UNION ALL SELECT min(occurred_at)::DATE FROM known('raw.costs')
    UNION ALL SELECT min(occurred_at)::DATE FROM known('raw.undeclared_columns')
  )
)
SELECT
  date,
  year(date) AS year,
  quarter(date) AS quarter,
  month(date) AS month,
  month_of(date) AS month_start,
  date_trunc('week', date)::DATE AS iso_week_start,
  isoyear(date) AS iso_year,
  week(date) AS iso_week,
  isodow(date) AS day_of_week,
  isodow(date) >= 6 AS is_weekend,
  year(date - INTERVAL 3 MONTHS) + 1 AS fiscal_year,
  quarter(date - INTERVAL 3 MONTHS) AS fiscal_quarter
FROM days
ORDER BY date;

-- What happened in each region by day, where customers lived at its end; before their first profile, where that says.
-- Spending counts where they lived at the moment.
CREATE VIEW marts.region_daily AS
WITH
  moments AS (
    SELECT 'signups' AS metric, customer_id, opened_on AS day
    FROM accounts
    WHERE opened_on < as_of()::DATE
    UNION ALL
    SELECT 'activations', customer_id, min(occurred_at)::DATE
    FROM known('raw.onboarding_steps')
    WHERE step = 'account_activated'
    GROUP BY customer_id
  ),
  oldest AS (
    SELECT customer_id, region FROM versions
    QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY valid_from) = 1
  ),
  counted AS (
    SELECT
      m.metric,
      coalesce(CASE WHEN v.customer_id IS NULL THEN o.region ELSE v.region END, 'unknown') AS region,
      m.day,
      1 AS value
    FROM (SELECT *, (day + 1)::TIMESTAMP - INTERVAL 1 MICROSECOND AS day_end FROM moments) AS m
    ASOF LEFT JOIN versions AS v ON v.customer_id = m.customer_id AND m.day_end >= v.valid_from
    LEFT JOIN oldest AS o ON o.customer_id = m.customer_id
    UNION ALL
    SELECT 'spend_minor', coalesce(region, 'unknown'), occurred_on, amount_minor
    FROM marts.fct_transactions
    WHERE customer_id IS NOT NULL AND is_approved AND amount_minor <> 0
  )
SELECT metric, region, day, sum(value)::BIGINT AS value
FROM counted
GROUP BY metric, region, day
ORDER BY ALL;
