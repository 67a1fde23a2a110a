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
