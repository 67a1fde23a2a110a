-- Generated from the contracts. Run it again after an upgrade: what exists is kept.
-- bq --location=REGION query --use_legacy_sql=false < bigquery/ddl/create.sql

CREATE SCHEMA IF NOT EXISTS raw
OPTIONS (description = 'Events as they arrived, one table for each type.');

CREATE SCHEMA IF NOT EXISTS marts
OPTIONS (description = 'Customers, growth and pricing, derived from raw.');

CREATE SCHEMA IF NOT EXISTS scores
OPTIONS (description = 'Scores of customers with their reasons.');

CREATE SCHEMA IF NOT EXISTS monitoring
OPTIONS (description = 'Runs, rejected records, drift, calibration and release gates.');

CREATE SCHEMA IF NOT EXISTS staging
OPTIONS (description = 'Tables of runs that are not published yet.', default_table_expiration_days = 3);

CREATE TABLE IF NOT EXISTS raw.customer_profiles (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `full_name` STRING OPTIONS (description = 'Name of the customer.'),
  `email` STRING OPTIONS (description = 'E-mail address.'),
  `birth_year` INT64 OPTIONS (description = 'Year of birth.'),
  `region` STRING OPTIONS (description = 'Region of residence.'),
  `city` STRING OPTIONS (description = 'City of residence.'),
  `income_segment` STRING OPTIONS (description = 'Income band.'),
  `employment_status` STRING OPTIONS (description = 'Employment status.'),
  `signup_channel` STRING OPTIONS (description = 'Channel through which the customer came.'),
  `device_os` STRING OPTIONS (description = 'Operating system of the main device.'),
  `card_type` STRING OPTIONS (description = 'Kind of card held.'),
  `credit_limit_minor` INT64 OPTIONS (description = 'Credit limit. Unit: minor.'),
  `account_opened_on` DATE NOT NULL OPTIONS (description = 'Day the account was opened.'),
  `push_opt_in` BOOL NOT NULL OPTIONS (description = 'Whether push messages are allowed.'),
  `vulnerable_customer` BOOL NOT NULL OPTIONS (description = 'Whether the customer needs protection; never targeted by price or incentive.'),
  `business_account` BOOL NOT NULL OPTIONS (description = 'Whether the account is for a business.'),
  `digital_confidence` FLOAT64 OPTIONS (description = 'How sure the customer feels about banking in an app, from 0 for not at all to 1; absent where not asked. Since version 2. Unit: share.'),
  `accessibility_need` BOOL OPTIONS (description = 'Whether the customer needs the app or support to be accessible; absent where not asked. Since version 2.'),
  `new_to_country` BOOL OPTIONS (description = 'Whether the customer has come to the country within two years; absent where not asked. Since version 2.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'What the bank knows about a customer, one row for each change.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.onboarding_steps (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `step` STRING NOT NULL OPTIONS (description = 'Step of the onboarding.'),
  `outcome` STRING OPTIONS (description = 'Result of the step, for example approved or rejected.'),
  `amount_minor` INT64 OPTIONS (description = 'Amount funded. Unit: minor.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'A step that an applicant took or the bank decided.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.transactions (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `transaction_id` STRING NOT NULL OPTIONS (description = 'Identifies the transaction.'),
  `amount_minor` INT64 NOT NULL OPTIONS (description = 'Amount: positive for spending, negative for a refund. Unit: minor.'),
  `currency` STRING NOT NULL OPTIONS (description = 'ISO 4217 code.'),
  `merchant_name` STRING OPTIONS (description = 'Merchant as shown to the customer.'),
  `merchant_category` STRING OPTIONS (description = 'Merchant category.'),
  `channel` STRING OPTIONS (description = 'How it was made, for example card_present or online.'),
  `status` STRING NOT NULL OPTIONS (description = 'Whether the transaction went through; a reversed one takes back what its transaction_id names.'),
  `decline_reason` STRING OPTIONS (description = 'Why it was declined.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'Spending and other account movements of customers.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.sessions (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `session_id` STRING NOT NULL OPTIONS (description = 'Identifies the session.'),
  `duration_s` INT64 NOT NULL OPTIONS (description = 'Length. Unit: seconds.'),
  `screens` INT64 OPTIONS (description = 'Screens seen.'),
  `crashed` BOOL NOT NULL OPTIONS (description = 'Whether the session ended in a crash.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'A visit of the app or the web site.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.feature_uses (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `feature` STRING NOT NULL OPTIONS (description = 'Name of the feature.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'A product feature that a customer used.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.support_contacts (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `contact_id` STRING NOT NULL OPTIONS (description = 'Identifies the contact.'),
  `channel` STRING OPTIONS (description = 'Channel of the contact.'),
  `topic` STRING OPTIONS (description = 'What it was about.'),
  `complaint` BOOL NOT NULL OPTIONS (description = 'Whether it was a complaint.'),
  `resolved_at` TIMESTAMP OPTIONS (description = 'When it was resolved, UTC.'),
  `csat` INT64 OPTIONS (description = 'Satisfaction from 1 to 5.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'A contact of a customer with support.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.nps_responses (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `score` INT64 NOT NULL OPTIONS (description = 'Willingness to recommend.'),
  `channel` STRING OPTIONS (description = 'Where the customer was asked; since version 2.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'Answer to the recommendation question.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.subscriptions (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `subscription_id` STRING NOT NULL OPTIONS (description = 'Identifies the subscription.'),
  `plan` STRING NOT NULL OPTIONS (description = 'Plan after the change.'),
  `change` STRING NOT NULL OPTIONS (description = 'What happened.'),
  `price_minor` INT64 NOT NULL OPTIONS (description = 'Monthly price after the change. Unit: minor.'),
  `discount_minor` INT64 OPTIONS (description = 'How much less than the price each invoice asks for while the discount lasts. Since version 2. Unit: minor.'),
  `discount_ends_on` DATE OPTIONS (description = 'Last day of the discount; a period that begins later is invoiced in full. Since version 2.'),
  `cancel_reason` STRING OPTIONS (description = 'Why it was cancelled: by choice, or because payments failed. Since version 2.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'Start, change and end of paid plans.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.invoices (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `invoice_id` STRING NOT NULL OPTIONS (description = 'Identifies the invoice.'),
  `subscription_id` STRING NOT NULL OPTIONS (description = 'Subscription invoiced.'),
  `period_start` DATE NOT NULL OPTIONS (description = 'First day of the period invoiced.'),
  `due_on` DATE NOT NULL OPTIONS (description = 'Day payment is due.'),
  `amount_minor` INT64 NOT NULL OPTIONS (description = 'Amount due. Unit: minor.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'What a customer was asked to pay for a plan.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.payments (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `payment_id` STRING NOT NULL OPTIONS (description = 'Identifies the payment.'),
  `invoice_id` STRING NOT NULL OPTIONS (description = 'Invoice paid.'),
  `amount_minor` INT64 NOT NULL OPTIONS (description = 'Amount. Unit: minor.'),
  `status` STRING NOT NULL OPTIONS (description = 'Result.'),
  `failure_reason` STRING OPTIONS (description = 'Why it failed, for example insufficient_funds or expired_card.'),
  `attempt` INT64 OPTIONS (description = 'Which attempt to collect the invoice it was, from 1; absent for refunds. Since version 2.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'Payments of invoices and their result.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.offer_exposures (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `exposure_id` STRING NOT NULL OPTIONS (description = 'Identifies the exposure.'),
  `offer_id` STRING NOT NULL OPTIONS (description = 'Identifies the offer.'),
  `campaign_id` STRING OPTIONS (description = 'Campaign it belongs to.'),
  `price_minor` INT64 NOT NULL OPTIONS (description = 'Monthly price shown. Unit: minor.'),
  `incentive_minor` INT64 NOT NULL OPTIONS (description = 'One-off incentive shown. Unit: minor.'),
  `eligible` BOOL NOT NULL OPTIONS (description = 'Whether the customer was eligible.'),
  `eligibility_reason` STRING OPTIONS (description = 'Why or why not.'),
  `understood` BOOL OPTIONS (description = 'Whether the customer confirmed understanding the terms.'),
  `product` STRING OPTIONS (description = 'Product offered. Since version 2.'),
  `offer_type` STRING OPTIONS (description = 'Kind of offer, for example cashback or referral_reward. Since version 2.'),
  `arm` STRING OPTIONS (description = 'Arm to which chance assigned the customer: the holdout sees the product without an offer, incentive sees one with an incentive; absent where no trial ran. Since version 2.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'An offer that a customer was shown, with its price.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.offer_outcomes (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `exposure_id` STRING NOT NULL OPTIONS (description = 'Exposure concerned.'),
  `accepted` BOOL NOT NULL OPTIONS (description = 'Whether the offer was taken.'),
  `margin_minor` INT64 OPTIONS (description = 'Contribution margin over the first twelve months, after the incentive. Unit: minor.'),
  `incentive_cost_minor` INT64 OPTIONS (description = 'Incentive paid. Unit: minor.'),
  `support_contact_14d` BOOL OPTIONS (description = 'Whether support was contacted within 14 days.'),
  `complaint_14d` BOOL OPTIONS (description = 'Whether a complaint came within 14 days.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'What became of an offer.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.referrals (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `referral_id` STRING OPTIONS (description = 'Identifies the referral.'),
  `reward_id` STRING OPTIONS (description = 'Identifies the reward.'),
  `referred_customer_id` STRING OPTIONS (description = 'Customer who was referred.'),
  `stage` STRING NOT NULL OPTIONS (description = 'Stage reached.'),
  `reward_minor` INT64 OPTIONS (description = 'Reward; of a qualified referral what the referrer is entitled to. Unit: minor.'),
  `reason` STRING OPTIONS (description = 'Why the stage was reached.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'Invitations and rewards; some producers name only the reward.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.reward_postings (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `journal_id` STRING NOT NULL OPTIONS (description = 'Journal of the line; debits and credits of a journal are equal when it balances.'),
  `reward_id` STRING NOT NULL OPTIONS (description = 'Reward concerned.'),
  `posting` STRING NOT NULL OPTIONS (description = 'What the journal does: books, settles or reverses the reward.'),
  `account` STRING NOT NULL OPTIONS (description = 'Account of the line.'),
  `side` STRING NOT NULL OPTIONS (description = 'Side of the account.'),
  `amount_minor` INT64 NOT NULL OPTIONS (description = 'Amount. Unit: minor.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'What the ledger says about rewards, line by line; the customer is the one who is rewarded.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.experiment_assignments (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `experiment_id` STRING NOT NULL OPTIONS (description = 'Identifies the experiment.'),
  `variant` STRING NOT NULL OPTIONS (description = 'Variant assigned.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'Who saw which variant of an experiment.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.campaign_spend (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `campaign_id` STRING NOT NULL OPTIONS (description = 'Identifies the campaign.'),
  `region` STRING OPTIONS (description = 'Region addressed; absent for national campaigns.'),
  `channel` STRING NOT NULL OPTIONS (description = 'Marketing channel.'),
  `spend_on` DATE NOT NULL OPTIONS (description = 'Day of the spend.'),
  `spend_minor` INT64 NOT NULL OPTIONS (description = 'Amount spent. Unit: minor.'),
  `impressions` INT64 OPTIONS (description = 'Impressions.'),
  `clicks` INT64 OPTIONS (description = 'Clicks.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'Marketing spend by campaign, region and day; names no customer.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.costs (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `cost_id` STRING NOT NULL OPTIONS (description = 'Identifies the booking.'),
  `kind` STRING NOT NULL OPTIONS (description = 'What the money was spent on.'),
  `month` DATE NOT NULL OPTIONS (description = 'First day of the month of the costs.'),
  `plan` STRING OPTIONS (description = 'Plan that caused the costs; absent where none did.'),
  `region` STRING OPTIONS (description = 'Region that caused the costs; absent where none did.'),
  `amount_minor` INT64 NOT NULL OPTIONS (description = 'Amount. Unit: minor.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'What running the bank costs by month; names no customer.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.exchange_rates (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `currency` STRING NOT NULL OPTIONS (description = 'Currency whose unit has the rate, ISO 4217 code.'),
  `reporting_currency` STRING NOT NULL OPTIONS (description = 'Currency that the rate is in, ISO 4217 code.'),
  `rate_on` DATE NOT NULL OPTIONS (description = 'Day of the rate; it holds until the next, for 31 days at most.'),
  `rate` FLOAT64 NOT NULL OPTIONS (description = 'Units of the reporting currency for one of the currency: 0.0053 GBP for 1 JPY.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'What a unit of one currency is worth in another; names no customer.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.region_outcomes (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `metric` STRING NOT NULL OPTIONS (description = 'What was measured, for example sales.'),
  `region` STRING NOT NULL OPTIONS (description = 'Where it was measured.'),
  `measured_on` DATE NOT NULL OPTIONS (description = 'Day of the value.'),
  `value` FLOAT64 NOT NULL OPTIONS (description = 'Value of the day; a day without any is 0, not absent.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'What was measured in a region on a day elsewhere than in this platform; names no customer.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.geo_treatments (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `test_id` STRING NOT NULL OPTIONS (description = 'Identifies the test; that of a campaign is its campaign_id.'),
  `metric` STRING NOT NULL OPTIONS (description = 'What the test is to change: signups, activations or spend_minor of marts.region_daily, or a metric of raw.region_outcomes.'),
  `region` STRING NOT NULL OPTIONS (description = 'The region.'),
  `role` STRING NOT NULL OPTIONS (description = 'treated, or neighbour: not treated but in reach, so it is compared with nobody and looked at for spillover.'),
  `starts_on` DATE NOT NULL OPTIONS (description = 'First day of the treatment, the same for all regions of a test.'),
  `ends_on` DATE NOT NULL OPTIONS (description = 'Last day of the treatment, the same for all regions of a test.'),
  `spend_minor` INT64 OPTIONS (description = 'What the treatment costs in this region; where no region says, raw.campaign_spend of the campaign counts. Unit: minor.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'Which regions a test treats, and when; names no customer.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS raw.undeclared_columns (
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies one delivery of the event; the same delivery may arrive more than once.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event; redeliveries of it carry the same key.'),
  `customer_id` STRING OPTIONS (description = 'The customer concerned; absent where the producer names none.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC (business time).'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of it, UTC (system time).'),
  `schema_version` INT64 NOT NULL OPTIONS (description = 'Version of the event\'s schema at the producer.'),
  `source` STRING NOT NULL OPTIONS (description = 'Producing system.'),
  `table_name` STRING NOT NULL OPTIONS (description = 'Raw table of the event; its ids stand here after this name and a slash.'),
  `columns` STRING NOT NULL OPTIONS (description = 'The columns and their values, a JSON object.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY customer_id
OPTIONS (description = 'Columns that contracts do not declare, of events ingested with --unknown-columns=keep.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS marts.dim_customer (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `valid_from` TIMESTAMP NOT NULL OPTIONS (description = 'Start of validity, inclusive, UTC.'),
  `valid_to` TIMESTAMP OPTIONS (description = 'End of validity, exclusive, UTC; absent for the current version.'),
  `is_current` BOOL NOT NULL OPTIONS (description = 'Whether this is the newest version.'),
  `full_name` STRING OPTIONS (description = 'Name of the customer.'),
  `email` STRING OPTIONS (description = 'E-mail address.'),
  `birth_year` INT64 OPTIONS (description = 'Year of birth.'),
  `region` STRING OPTIONS (description = 'Region of residence.'),
  `city` STRING OPTIONS (description = 'City of residence.'),
  `income_segment` STRING OPTIONS (description = 'Income band.'),
  `employment_status` STRING OPTIONS (description = 'Employment status.'),
  `signup_channel` STRING OPTIONS (description = 'Channel through which the customer came.'),
  `device_os` STRING OPTIONS (description = 'Operating system of the main device.'),
  `card_type` STRING OPTIONS (description = 'Kind of card held.'),
  `credit_limit_minor` INT64 OPTIONS (description = 'Credit limit. Unit: minor.'),
  `account_opened_on` DATE NOT NULL OPTIONS (description = 'Day the account was opened.'),
  `push_opt_in` BOOL NOT NULL OPTIONS (description = 'Whether push messages are allowed.'),
  `vulnerable_customer` BOOL NOT NULL OPTIONS (description = 'Whether the customer needs protection.'),
  `business_account` BOOL NOT NULL OPTIONS (description = 'Whether the account is for a business.'),
  `digital_confidence` FLOAT64 OPTIONS (description = 'How sure the customer feels about banking in an app, from 0 for not at all to 1; absent where not asked. Unit: share.'),
  `accessibility_need` BOOL OPTIONS (description = 'Whether the customer needs the app or support to be accessible; absent where not asked.'),
  `new_to_country` BOOL OPTIONS (description = 'Whether the customer had come to the country within two years; absent where not asked.')
)
CLUSTER BY customer_id
OPTIONS (description = 'Customer attributes over time, SCD type 2.');

CREATE TABLE IF NOT EXISTS marts.fct_transactions (
  `event_id` STRING NOT NULL OPTIONS (description = 'Delivery that was kept.'),
  `transaction_id` STRING NOT NULL OPTIONS (description = 'The transaction.'),
  `customer_id` STRING OPTIONS (description = 'The customer.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC.'),
  `occurred_on` DATE NOT NULL OPTIONS (description = 'Day it happened, UTC.'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform knew, UTC.'),
  `amount_minor` INT64 NOT NULL OPTIONS (description = 'Amount: positive for spending, negative for a refund. Unit: minor.'),
  `currency` STRING NOT NULL OPTIONS (description = 'ISO 4217 code.'),
  `merchant_name` STRING OPTIONS (description = 'Merchant.'),
  `merchant_category` STRING OPTIONS (description = 'Merchant category.'),
  `channel` STRING OPTIONS (description = 'How it was made.'),
  `status` STRING NOT NULL OPTIONS (description = 'Whether it went through.'),
  `decline_reason` STRING OPTIONS (description = 'Why it was declined.'),
  `is_approved` BOOL NOT NULL OPTIONS (description = 'Whether the status is approved.'),
  `customer_valid_from` TIMESTAMP OPTIONS (description = 'Start of the version of the customer that was valid then: with customer_id the key of marts.dim_customer; absent before the first.'),
  `region` STRING OPTIONS (description = 'Region of the customer then.'),
  `income_segment` STRING OPTIONS (description = 'Income band of the customer then.'),
  `spend_minor` INT64 OPTIONS (description = 'What it adds to spending, in the reporting currency: 0 when declined or reversed, below 0 for a refund; absent without a rate. Unit: minor.')
)
PARTITION BY occurred_on
CLUSTER BY customer_id
OPTIONS (description = 'Deduplicated transactions with the attributes of the customer at the time.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS marts.customer_360_profile (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `region` STRING OPTIONS (description = 'Region of residence.'),
  `income_segment` STRING OPTIONS (description = 'Income band.'),
  `signup_channel` STRING OPTIONS (description = 'Channel through which the customer came.'),
  `account_opened_on` DATE OPTIONS (description = 'Day the account was opened.'),
  `tenure_days` INT64 OPTIONS (description = 'Days since the account was opened. Unit: days.'),
  `vulnerable_customer` BOOL NOT NULL OPTIONS (description = 'Whether the customer needs protection.'),
  `business_account` BOOL NOT NULL OPTIONS (description = 'Whether the account is for a business.'),
  `employment_status` STRING OPTIONS (description = 'Employment status.'),
  `card_type` STRING OPTIONS (description = 'Kind of card held.'),
  `credit_limit_minor` INT64 OPTIONS (description = 'Credit limit. Unit: minor.'),
  `push_opt_in` BOOL NOT NULL OPTIONS (description = 'Whether push messages are allowed.'),
  `onboarding_state` STRING NOT NULL OPTIONS (description = 'The furthest step of the application: rejected only where no approval followed; none without steps in the data.'),
  `plan` STRING OPTIONS (description = 'Current plan; absent without a subscription.'),
  `plan_price_minor` INT64 OPTIONS (description = 'Monthly price of the plan. Unit: minor.'),
  `subscription_status` STRING NOT NULL OPTIONS (description = 'State of the subscription.'),
  `paid_minor` INT64 NOT NULL OPTIONS (description = 'Subscription payments in all less those refunded. Unit: minor.'),
  `paid_minor_90d` INT64 NOT NULL OPTIONS (description = 'The same of the last 90 days. Unit: minor.'),
  `last_invoice_at` TIMESTAMP OPTIONS (description = 'When the newest invoice was made, UTC.'),
  `last_invoice_minor` INT64 OPTIONS (description = 'Its amount. Unit: minor.'),
  `last_invoice_status` STRING OPTIONS (description = 'What became of it: the first of refunded, paid and failed for which it has a payment, else open; absent without an invoice.'),
  `last_active_at` TIMESTAMP OPTIONS (description = 'Last transaction, session or feature use, UTC.'),
  `days_since_active` INT64 OPTIONS (description = 'Days since then. Unit: days.'),
  `recency_status` STRING NOT NULL OPTIONS (description = 'Days since then as a status: up to 30, 60, 90 and more.'),
  `transaction_count` INT64 NOT NULL OPTIONS (description = 'Purchases in all: approved transactions, neither reversed nor refunds.'),
  `spend_minor` INT64 OPTIONS (description = 'Purchases in all less refunds, in the reporting currency; absent where one has no rate. Unit: minor.'),
  `transaction_count_30d` INT64 NOT NULL OPTIONS (description = 'Purchases in the last 30 days.'),
  `spend_minor_30d` INT64 OPTIONS (description = 'The same of the last 30 days. Unit: minor.'),
  `transaction_count_90d` INT64 NOT NULL OPTIONS (description = 'Purchases in the last 90 days.'),
  `spend_minor_90d` INT64 OPTIONS (description = 'Spending of the last 90 days. Unit: minor.'),
  `spend_minor_prior_90d` INT64 OPTIONS (description = 'Spending of the 90 days before. Unit: minor.'),
  `spend_change_90d` FLOAT64 OPTIONS (description = 'Change between both over the earlier; absent where that is not above 0. Unit: share.'),
  `monthly_spend_minor` FLOAT64 OPTIONS (description = 'Spending of the last 90 days over 3. Unit: minor.'),
  `credit_utilisation` FLOAT64 OPTIONS (description = 'Monthly spending over the credit limit; absent without a limit or a rate, below 0 where refunds outweigh. Unit: share.'),
  `average_transaction_minor` FLOAT64 OPTIONS (description = 'Mean purchase, whatever was refunded. Unit: minor.'),
  `days_since_transaction` INT64 OPTIONS (description = 'Days since the last purchase. Unit: days.'),
  `top_merchant_category` STRING OPTIONS (description = 'Category with the highest purchases less refunds.'),
  `spending_profile` STRING OPTIONS (description = 'What purchases of the last 90 days are for: traveler by the share of travel, else necessity by that of necessities, else balanced; absent without any. Thresholds are in customer/segments.yaml.'),
  `behavioural_segment` STRING OPTIONS (description = 'How the customer spends, see marts.customer_segments.'),
  `revenue_tier` STRING NOT NULL OPTIONS (description = 'What the customer pays the bank, see marts.customer_segments.'),
  `usage_tier` STRING NOT NULL OPTIONS (description = 'How often the app is used, see marts.customer_segments.'),
  `nps_tier` STRING NOT NULL OPTIONS (description = 'Newest answer to the recommendation question, see marts.customer_segments.'),
  `session_count_30d` INT64 NOT NULL OPTIONS (description = 'App sessions in the last 30 days.'),
  `session_count_prior_30d` INT64 NOT NULL OPTIONS (description = 'App sessions in the 30 days before.'),
  `features_used_30d` INT64 NOT NULL OPTIONS (description = 'Different features used in the last 30 days.'),
  `engagement_trend` STRING NOT NULL OPTIONS (description = 'Sessions of the last 30 days against those of the 30 before; none without any in both. Thresholds are in customer/segments.yaml.'),
  `open_complaints` INT64 NOT NULL OPTIONS (description = 'Complaints not resolved.'),
  `support_contacts_90d` INT64 NOT NULL OPTIONS (description = 'Support contacts in the last 90 days.'),
  `failed_payments_90d` INT64 NOT NULL OPTIONS (description = 'Failed payments in the last 90 days.'),
  `last_nps` INT64 OPTIONS (description = 'Newest answer to the recommendation question.'),
  `referrals_qualified` INT64 NOT NULL OPTIONS (description = 'Referrals that qualified.'),
  `campaigns_allowed` BOOL NOT NULL OPTIONS (description = 'Whether campaigns may address the customer at all: has an account, has not cancelled, has no open complaint and needs no protection.'),
  `retention_eligible` BOOL NOT NULL OPTIONS (description = 'Whether a campaign that keeps customers may address this one; never who is protected.'),
  `retention_reason` STRING NOT NULL OPTIONS (description = 'Why, or why not.'),
  `onboarding_eligible` BOOL NOT NULL OPTIONS (description = 'Whether a campaign that helps new customers to begin may address this one; never who is protected.'),
  `onboarding_reason` STRING NOT NULL OPTIONS (description = 'Why, or why not.'),
  `premium_eligible` BOOL NOT NULL OPTIONS (description = 'Whether a better plan may be offered; never to who is protected.'),
  `premium_reason` STRING NOT NULL OPTIONS (description = 'Why, or why not.'),
  `ignored_subscription_changes` INT64 NOT NULL OPTIONS (description = 'Upgrades and downgrades after the end of their subscription; they change nothing.'),
  `transactions_without_rate` INT64 NOT NULL OPTIONS (description = 'Purchases and refunds in another than the reporting currency and without a rate.')
)
CLUSTER BY region, income_segment
OPTIONS (description = 'All that matters about a customer in one row.');

CREATE TABLE IF NOT EXISTS marts.customer_segments (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `behavioural_segment` STRING OPTIONS (description = 'How the customer spends; the first rule that holds, in this order. Absent where it cannot be known.'),
  `segment_reason` STRING NOT NULL OPTIONS (description = 'The rule that held with its values, or why none could be judged.'),
  `monthly_spend_minor` FLOAT64 OPTIONS (description = 'Purchases less refunds of the last 90 days over 3; absent without a rate. Unit: minor.'),
  `spend_minor_90d` INT64 OPTIONS (description = 'Purchases less refunds of the last 90 days; absent without a rate. Unit: minor.'),
  `spend_minor_prior_90d` INT64 OPTIONS (description = 'The same of the 90 days before, which may begin before the account does. Unit: minor.'),
  `spend_change_90d` FLOAT64 OPTIONS (description = 'Change between both over the earlier; absent where that is not above 0. Unit: share.'),
  `travel_share_90d` FLOAT64 OPTIONS (description = 'Share of travel in the purchases of the last 90 days; absent without any. Unit: share.'),
  `necessity_share_90d` FLOAT64 OPTIONS (description = 'Share of necessities in them, by marts.dim_merchant_category. Unit: share.'),
  `paid_minor_90d` INT64 NOT NULL OPTIONS (description = 'Subscription payments of the last 90 days less those refunded. Unit: minor.'),
  `revenue_tier` STRING NOT NULL OPTIONS (description = 'What the customer pays the bank, by these payments.'),
  `usage_tier` STRING NOT NULL OPTIONS (description = 'How often the app is used, by the sessions of the last 30 days.'),
  `nps_tier` STRING NOT NULL OPTIONS (description = 'Newest answer to the recommendation question: promoter from 9, detractor up to 6; none without an answer.')
)
CLUSTER BY behavioural_segment
OPTIONS (description = 'The segments and tiers of customers, with the values that decided. Thresholds are in customer/segments.yaml; life-cycle segments are in marts.customer_rfm.');

CREATE TABLE IF NOT EXISTS marts.monthly_customer_spending (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `month` DATE NOT NULL OPTIONS (description = 'First day of the month, UTC.'),
  `merchant_category` STRING NOT NULL OPTIONS (description = 'Merchant category; uncategorised where transactions name none.'),
  `purchases` INT64 NOT NULL OPTIONS (description = 'Purchases: approved transactions, neither reversed nor refunds.'),
  `purchased_minor` INT64 OPTIONS (description = 'Their amounts; absent where a purchase or refund has no rate. Unit: minor.'),
  `refunds` INT64 NOT NULL OPTIONS (description = 'Refunds.'),
  `refunded_minor` INT64 OPTIONS (description = 'What they gave back. Unit: minor.'),
  `spend_minor` INT64 OPTIONS (description = 'Purchases less refunds: the sum of spend_minor of marts.fct_transactions. Unit: minor.')
)
PARTITION BY month
CLUSTER BY customer_id
OPTIONS (description = 'What customers spend in each month and merchant category, in the reporting currency. The month of the as-of day is there so far.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS marts.metric_mom_spend_change (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `month` DATE NOT NULL OPTIONS (description = 'First day of the month, UTC.'),
  `spend_minor` INT64 OPTIONS (description = 'Purchases less refunds, in the reporting currency; absent where one has no rate. Unit: minor.'),
  `previous_spend_minor` INT64 OPTIONS (description = 'The same of the month before; absent in the first month. Unit: minor.'),
  `change_minor` INT64 OPTIONS (description = 'Change of spending. Unit: minor.'),
  `change_share` FLOAT64 OPTIONS (description = 'Change over the month before; absent where that is 0 or refunds outweigh purchases in it. Unit: share.')
)
PARTITION BY month
CLUSTER BY customer_id
OPTIONS (description = 'How the spending of customers changes from month to month. Months that have ended alone; a month without purchases is 0. The first month may be a part, as customers begin in it.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS marts.metric_avg_transaction_value (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `purchases` INT64 NOT NULL OPTIONS (description = 'Purchases: approved transactions, neither reversed nor refunds.'),
  `mean_minor` FLOAT64 OPTIONS (description = 'Mean purchase. Unit: minor.'),
  `median_minor` INT64 OPTIONS (description = 'Median purchase: the middle one; of two the mean, less the half that may remain. Unit: minor.'),
  `standard_deviation_minor` FLOAT64 OPTIONS (description = 'Standard deviation of the sample; absent for one purchase. Unit: minor.'),
  `smallest_minor` INT64 OPTIONS (description = 'Smallest purchase. Unit: minor.'),
  `largest_minor` INT64 OPTIONS (description = 'Largest purchase. Unit: minor.'),
  `consistency` STRING OPTIONS (description = 'How evenly the customer spends, by the standard deviation; limits are in customer/segments.yaml.')
)
CLUSTER BY customer_id
OPTIONS (description = 'What customers spend at a time, and how evenly. Amounts are in the reporting currency, and absent where a purchase has no rate.');

CREATE TABLE IF NOT EXISTS marts.fct_onboarding (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The applicant, who may not have become a customer.'),
  `started_on` DATE NOT NULL OPTIONS (description = 'Day of the first known step of onboarding, UTC.'),
  `signup_channel` STRING OPTIONS (description = 'Channel through which the customer came; absent for applicants without profile.'),
  `region` STRING OPTIONS (description = 'Region of residence at signup.'),
  `income_segment` STRING OPTIONS (description = 'Income band at signup.'),
  `submitted_at` TIMESTAMP OPTIONS (description = 'When the application came, UTC.'),
  `identity_checked_at` TIMESTAMP OPTIONS (description = 'When identity was first decided, approved or not, UTC.'),
  `approved_at` TIMESTAMP OPTIONS (description = 'When identity was approved, UTC.'),
  `activated_at` TIMESTAMP OPTIONS (description = 'When the account was activated, UTC.'),
  `funded_at` TIMESTAMP OPTIONS (description = 'When the account was first funded, UTC.'),
  `first_purchase_at` TIMESTAMP OPTIONS (description = 'First purchase, UTC.'),
  `steps_reached` INT64 NOT NULL OPTIONS (description = 'Number of the furthest step reached within 30 days of the first.'),
  `furthest_step` STRING NOT NULL OPTIONS (description = 'That step; one that was reached implies those before it.'),
  `abandoned_step` STRING OPTIONS (description = 'The step after it, which was not taken; absent while the 30 days last, and for those who took all.'),
  `is_mature` BOOL NOT NULL OPTIONS (description = 'Whether the 30 days have passed.'),
  `needs_assisted` BOOL OPTIONS (description = 'Whether help from a person may be needed, as the profile at signup says: protection, a need for accessibility, or a digital confidence below 0.5; absent where none is known.')
)
PARTITION BY started_on
OPTIONS (description = 'How far each applicant came within 30 days of the first step of onboarding, and where those who stopped did.');

CREATE TABLE IF NOT EXISTS marts.fct_activation (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `opened_on` DATE NOT NULL OPTIONS (description = 'Day the account was opened.'),
  `signup_channel` STRING OPTIONS (description = 'Channel through which the customer came.'),
  `region` STRING OPTIONS (description = 'Region of residence.'),
  `income_segment` STRING OPTIONS (description = 'Income band.'),
  `submitted_at` TIMESTAMP OPTIONS (description = 'When the application came, UTC.'),
  `kyc_approved_at` TIMESTAMP OPTIONS (description = 'When identity was approved, UTC.'),
  `activated_at` TIMESTAMP OPTIONS (description = 'When the account was activated, UTC.'),
  `funded_at` TIMESTAMP OPTIONS (description = 'When the account was first funded, UTC.'),
  `first_transaction_at` TIMESTAMP OPTIONS (description = 'First purchase, UTC.'),
  `kyc_hours` FLOAT64 OPTIONS (description = 'Time from application to approval, if approved by the end of day 3. Unit: hours.'),
  `funded_by_d3` BOOL NOT NULL OPTIONS (description = 'Funded by the end of day 3.'),
  `funded_minor_by_d3` INT64 NOT NULL OPTIONS (description = 'Amount funded by the end of day 3. Unit: minor.'),
  `transactions_by_d3` INT64 NOT NULL OPTIONS (description = 'Purchases by the end of day 3.'),
  `sessions_by_d3` INT64 NOT NULL OPTIONS (description = 'Sessions by the end of day 3.'),
  `features_by_d3` INT64 NOT NULL OPTIONS (description = 'Different features used by the end of day 3.'),
  `support_contacts_by_d3` INT64 NOT NULL OPTIONS (description = 'Support contacts by the end of day 3.'),
  `push_opt_in` BOOL NOT NULL OPTIONS (description = 'Whether push messages were allowed by the end of day 3.'),
  `activated_d7` BOOL OPTIONS (description = 'Funded and at least three purchases within 7 days; absent until day 7 has passed.'),
  `hours_to_activation` FLOAT64 OPTIONS (description = 'Time from application to the last of these; absent unless the customer was activated and the application is known. Unit: hours.'),
  `is_mature` BOOL NOT NULL OPTIONS (description = 'Whether 7 days have passed.')
)
PARTITION BY opened_on
OPTIONS (description = 'From application to first use: what was known by day 3, and whether day 7 found the customer active.');

CREATE TABLE IF NOT EXISTS marts.customer_month_features (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `region` STRING OPTIONS (description = 'Region of residence; for reporting, not a model input.'),
  `income_segment` STRING OPTIONS (description = 'Income band; for reporting, not a model input.'),
  `vulnerable_customer` BOOL NOT NULL OPTIONS (description = 'Whether the customer needs protection; a guardrail, not a model input.'),
  `tenure_days` INT64 NOT NULL OPTIONS (description = 'Days since the account was opened. Unit: days.'),
  `transaction_count_30d` INT64 NOT NULL OPTIONS (description = 'Purchases in the last 30 days: approved transactions, neither reversed nor refunds.'),
  `transaction_count_90d` INT64 NOT NULL OPTIONS (description = 'Purchases in the last 90 days.'),
  `spend_minor_30d` INT64 OPTIONS (description = 'Purchases in the last 30 days less refunds, in the reporting currency; absent where one has no rate. Unit: minor.'),
  `spend_minor_90d` INT64 OPTIONS (description = 'The same of the last 90 days. Unit: minor.'),
  `spend_trend` FLOAT64 OPTIONS (description = 'Spending of the last 30 days over a third of that of the last 90; 1 is steady, 0 without spending or where refunds outweigh it.'),
  `days_since_transaction` INT64 NOT NULL OPTIONS (description = 'Days since the last purchase, at most 365. Unit: days.'),
  `days_since_active` INT64 NOT NULL OPTIONS (description = 'Days since any activity, at most 365. Unit: days.'),
  `active_days_30d` INT64 NOT NULL OPTIONS (description = 'Days with activity in the last 30. Unit: days.'),
  `declined_30d` INT64 NOT NULL OPTIONS (description = 'Declined transactions in the last 30 days.'),
  `session_count_30d` INT64 NOT NULL OPTIONS (description = 'Sessions in the last 30 days.'),
  `crash_count_30d` INT64 NOT NULL OPTIONS (description = 'Sessions that crashed in the last 30 days.'),
  `features_used_30d` INT64 NOT NULL OPTIONS (description = 'Different features used in the last 30 days.'),
  `support_contacts_90d` INT64 NOT NULL OPTIONS (description = 'Support contacts in the last 90 days.'),
  `complaints_90d` INT64 NOT NULL OPTIONS (description = 'Complaints in the last 90 days.'),
  `failed_payments_90d` INT64 NOT NULL OPTIONS (description = 'Failed payments in the last 90 days.'),
  `plan_price_minor` INT64 NOT NULL OPTIONS (description = 'Monthly price of the current plan; 0 without one. Unit: minor.'),
  `downgrades_90d` INT64 NOT NULL OPTIONS (description = 'Downgrades in the last 90 days.'),
  `last_nps` INT64 OPTIONS (description = 'Newest answer to the recommendation question.'),
  `churned_30d` BOOL OPTIONS (description = 'Cancelled, or no activity, in the 30 days from the day on; absent until these have passed.')
)
PARTITION BY as_of
CLUSTER BY customer_id
OPTIONS (description = 'Point-in-time features, from what was known before the day, with the label that the next 30 days gave.', require_partition_filter = TRUE);

CREATE TABLE IF NOT EXISTS marts.customer_features_latest (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `region` STRING OPTIONS (description = 'Region of residence; for reporting, not a model input.'),
  `income_segment` STRING OPTIONS (description = 'Income band; for reporting, not a model input.'),
  `vulnerable_customer` BOOL NOT NULL OPTIONS (description = 'Whether the customer needs protection; a guardrail, not a model input.'),
  `tenure_days` INT64 NOT NULL OPTIONS (description = 'Days since the account was opened. Unit: days.'),
  `transaction_count_30d` INT64 NOT NULL OPTIONS (description = 'Purchases in the last 30 days: approved transactions, neither reversed nor refunds.'),
  `transaction_count_90d` INT64 NOT NULL OPTIONS (description = 'Purchases in the last 90 days.'),
  `spend_minor_30d` INT64 OPTIONS (description = 'Purchases in the last 30 days less refunds, in the reporting currency; absent where one has no rate. Unit: minor.'),
  `spend_minor_90d` INT64 OPTIONS (description = 'The same of the last 90 days. Unit: minor.'),
  `spend_trend` FLOAT64 OPTIONS (description = 'Spending of the last 30 days over a third of that of the last 90; 1 is steady, 0 without spending or where refunds outweigh it.'),
  `days_since_transaction` INT64 NOT NULL OPTIONS (description = 'Days since the last purchase, at most 365. Unit: days.'),
  `days_since_active` INT64 NOT NULL OPTIONS (description = 'Days since any activity, at most 365. Unit: days.'),
  `active_days_30d` INT64 NOT NULL OPTIONS (description = 'Days with activity in the last 30. Unit: days.'),
  `declined_30d` INT64 NOT NULL OPTIONS (description = 'Declined transactions in the last 30 days.'),
  `session_count_30d` INT64 NOT NULL OPTIONS (description = 'Sessions in the last 30 days.'),
  `crash_count_30d` INT64 NOT NULL OPTIONS (description = 'Sessions that crashed in the last 30 days.'),
  `features_used_30d` INT64 NOT NULL OPTIONS (description = 'Different features used in the last 30 days.'),
  `support_contacts_90d` INT64 NOT NULL OPTIONS (description = 'Support contacts in the last 90 days.'),
  `complaints_90d` INT64 NOT NULL OPTIONS (description = 'Complaints in the last 90 days.'),
  `failed_payments_90d` INT64 NOT NULL OPTIONS (description = 'Failed payments in the last 90 days.'),
  `plan_price_minor` INT64 NOT NULL OPTIONS (description = 'Monthly price of the current plan; 0 without one. Unit: minor.'),
  `downgrades_90d` INT64 NOT NULL OPTIONS (description = 'Downgrades in the last 90 days.'),
  `last_nps` INT64 OPTIONS (description = 'Newest answer to the recommendation question.')
)
CLUSTER BY customer_id
OPTIONS (description = 'The newest features of customers who have not left, for online scoring.');

CREATE TABLE IF NOT EXISTS marts.purchase_history (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `first_purchase_on` DATE OPTIONS (description = 'Day of the first purchase, UTC; absent without one.'),
  `last_purchase_on` DATE OPTIONS (description = 'Day of the last purchase, UTC; absent without one.'),
  `repeat_days` INT64 NOT NULL OPTIONS (description = 'Days with a purchase after the first such day. Unit: days.'),
  `repeat_value_minor` INT64 OPTIONS (description = 'Purchases of these days, whatever was refunded, in the reporting currency; absent where one has no rate. Unit: minor.'),
  `spend_minor` INT64 OPTIONS (description = 'Purchases in all less refunds, in the reporting currency; absent where one has no rate. Unit: minor.'),
  `paid_minor` INT64 NOT NULL OPTIONS (description = 'What the customer paid for plans, less refunds. Unit: minor.'),
  `calibration_last_purchase_on` DATE OPTIONS (description = 'Last day with a purchase before the 91 days up to as_of; absent for customers who had not bought before.'),
  `calibration_repeat_days` INT64 OPTIONS (description = 'Days with a purchase before those 91 days and after the first. Unit: days.'),
  `holdout_days` INT64 NOT NULL OPTIONS (description = 'Days with a purchase in the 91 days up to as_of. Unit: days.'),
  `account_opened_on` DATE OPTIONS (description = 'Day the account was opened; absent where none is known.'),
  `card_type` STRING OPTIONS (description = 'Kind of card held.'),
  `plan` STRING OPTIONS (description = 'Plan of the running subscription changed last.'),
  `monthly_price_minor` INT64 NOT NULL OPTIONS (description = 'Monthly price of all running subscriptions. Unit: minor.'),
  `ended_paid_minor` INT64 NOT NULL OPTIONS (description = 'What the customer paid for plans in months that have ended, less refunds. Unit: minor.'),
  `ended_spend_minor` INT64 OPTIONS (description = 'Purchases less refunds of months that have ended, in the reporting currency; absent where one has no rate. Unit: minor.')
)
CLUSTER BY customer_id
OPTIONS (description = 'When and for how much customers bought and what they paid: what customer value rests on.');

CREATE TABLE IF NOT EXISTS marts.fct_offer_outcomes (
  `exposure_id` STRING NOT NULL OPTIONS (description = 'The exposure.'),
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `offer_id` STRING NOT NULL OPTIONS (description = 'The offer.'),
  `campaign_id` STRING OPTIONS (description = 'The campaign.'),
  `product` STRING OPTIONS (description = 'Product offered.'),
  `offer_type` STRING OPTIONS (description = 'Kind of offer.'),
  `arm` STRING OPTIONS (description = 'Arm to which chance assigned the customer.'),
  `shown_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it was shown, UTC.'),
  `shown_on` DATE NOT NULL OPTIONS (description = 'Day it was shown, UTC.'),
  `segment` STRING NOT NULL OPTIONS (description = 'Income band then, or unknown.'),
  `region` STRING OPTIONS (description = 'Region then.'),
  `price_minor` INT64 NOT NULL OPTIONS (description = 'Monthly price shown. Unit: minor.'),
  `incentive_minor` INT64 NOT NULL OPTIONS (description = 'Incentive shown. Unit: minor.'),
  `eligible` BOOL NOT NULL OPTIONS (description = 'Whether the customer was eligible.'),
  `vulnerable_customer` BOOL NOT NULL OPTIONS (description = 'Whether the customer needs protection.'),
  `accepted` BOOL OPTIONS (description = 'Whether it was taken; absent until an outcome is known.'),
  `margin_minor` INT64 OPTIONS (description = 'Margin over twelve months, after the incentive. Unit: minor.'),
  `incentive_cost_minor` INT64 OPTIONS (description = 'Incentive paid. Unit: minor.'),
  `support_contact_14d` BOOL OPTIONS (description = 'Whether support was contacted within 14 days; absent until it is known.'),
  `complaint_14d` BOOL OPTIONS (description = 'Whether a complaint came within 14 days; absent until it is known.'),
  `understood` BOOL OPTIONS (description = 'Whether the customer confirmed understanding the terms; absent where not asked.'),
  `human_review_required` BOOL NOT NULL OPTIONS (description = 'Whether a person must look at the offer: the customer was vulnerable when it was shown, was asked and did not confirm understanding, or complained within 14 days. What is not known asks for no review.')
)
PARTITION BY shown_on
CLUSTER BY segment
OPTIONS (description = 'Offers shown, joined with what became of them.');

CREATE TABLE IF NOT EXISTS marts.fct_offer_features (
  `exposure_id` STRING NOT NULL OPTIONS (description = 'The exposure.'),
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `offer_id` STRING NOT NULL OPTIONS (description = 'The offer.'),
  `arm` STRING OPTIONS (description = 'Arm to which chance assigned the customer.'),
  `shown_on` DATE NOT NULL OPTIONS (description = 'Day it was shown, UTC; everything before it, and nothing of it, is reflected.'),
  `segment` STRING NOT NULL OPTIONS (description = 'Income band then, or unknown; for reporting, not a model input.'),
  `sample_key` INT64 NOT NULL OPTIONS (description = 'Place of the customer in an order by chance, the same in every run, from 0 to 4294967295; analyses that need few rows take the first.'),
  `in_trial` BOOL NOT NULL OPTIONS (description = 'Whether the row counts in the trial of its offer: chance chose the arm, the customer was eligible, and had not been shown the offer before.'),
  `price_minor` INT64 NOT NULL OPTIONS (description = 'Monthly price shown. Unit: minor.'),
  `incentive_minor` INT64 NOT NULL OPTIONS (description = 'Incentive shown. Unit: minor.'),
  `offers_seen_90d` INT64 NOT NULL OPTIONS (description = 'Offers shown to the customer in the 90 days before.'),
  `offers_taken` INT64 NOT NULL OPTIONS (description = 'Offers that the customer is known to have taken before.'),
  `tenure_days` INT64 OPTIONS (description = 'Days since the account was opened; absent without an account. Unit: days.'),
  `transaction_count_30d` INT64 NOT NULL OPTIONS (description = 'Purchases in the last 30 days.'),
  `spend_minor_90d` INT64 OPTIONS (description = 'Purchases in the last 90 days less refunds, in the reporting currency; absent where one has no rate. Unit: minor.'),
  `days_since_active` INT64 NOT NULL OPTIONS (description = 'Days since any activity, at most 365. Unit: days.'),
  `active_days_30d` INT64 NOT NULL OPTIONS (description = 'Days with activity in the last 30. Unit: days.'),
  `session_count_30d` INT64 NOT NULL OPTIONS (description = 'Sessions in the last 30 days.'),
  `features_used_30d` INT64 NOT NULL OPTIONS (description = 'Different features used in the last 30 days.'),
  `support_contacts_90d` INT64 NOT NULL OPTIONS (description = 'Support contacts in the last 90 days.'),
  `plan_price_minor` INT64 NOT NULL OPTIONS (description = 'Monthly price of the current plan; 0 without one. Unit: minor.'),
  `last_nps` INT64 OPTIONS (description = 'Newest answer to the recommendation question.'),
  `responded` BOOL OPTIONS (description = 'Whether the offer was taken by a customer who was active and had not left; absent for the holdout, for others, and until the outcome is known and 14 days have passed.'),
  `taken` BOOL OPTIONS (description = 'Whether the product was taken, in any arm; absent until the outcome is known and 14 days have passed.')
)
PARTITION BY shown_on
CLUSTER BY offer_id
OPTIONS (description = 'What was known before the day on which an offer was shown, with what became of it; customers who need protection are left out.');

CREATE TABLE IF NOT EXISTS marts.customer_offer_latest (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `offer_id` STRING NOT NULL OPTIONS (description = 'The offer.'),
  `vulnerable_customer` BOOL NOT NULL OPTIONS (description = 'Whether the customer needs protection: no, since such customers are left out.'),
  `price_minor` INT64 NOT NULL OPTIONS (description = 'Monthly price shown. Unit: minor.'),
  `incentive_minor` INT64 NOT NULL OPTIONS (description = 'Incentive shown. Unit: minor.'),
  `offers_seen_90d` INT64 NOT NULL OPTIONS (description = 'Offers shown to the customer in the 90 days before.'),
  `offers_taken` INT64 NOT NULL OPTIONS (description = 'Offers that the customer is known to have taken before.'),
  `tenure_days` INT64 OPTIONS (description = 'Days since the account was opened; absent without an account. Unit: days.'),
  `transaction_count_30d` INT64 NOT NULL OPTIONS (description = 'Purchases in the last 30 days.'),
  `spend_minor_90d` INT64 OPTIONS (description = 'Purchases in the last 90 days less refunds, in the reporting currency; absent where one has no rate. Unit: minor.'),
  `days_since_active` INT64 NOT NULL OPTIONS (description = 'Days since any activity, at most 365. Unit: days.'),
  `active_days_30d` INT64 NOT NULL OPTIONS (description = 'Days with activity in the last 30. Unit: days.'),
  `session_count_30d` INT64 NOT NULL OPTIONS (description = 'Sessions in the last 30 days.'),
  `features_used_30d` INT64 NOT NULL OPTIONS (description = 'Different features used in the last 30 days.'),
  `support_contacts_90d` INT64 NOT NULL OPTIONS (description = 'Support contacts in the last 90 days.'),
  `plan_price_minor` INT64 NOT NULL OPTIONS (description = 'Monthly price of the current plan; 0 without one. Unit: minor.'),
  `last_nps` INT64 OPTIONS (description = 'Newest answer to the recommendation question.')
)
CLUSTER BY customer_id
OPTIONS (description = 'What is known of customers who can be made an offer, beside the terms of the newest offer that they were shown: a response score says how likely they would take it if it was shown again.');

CREATE TABLE IF NOT EXISTS marts.revenue_leakage (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `finding_id` STRING NOT NULL OPTIONS (description = 'Kind and invoice, or kind, subscription and first day of the period.'),
  `kind` STRING NOT NULL OPTIONS (description = 'What went wrong.'),
  `subscription_id` STRING OPTIONS (description = 'Subscription concerned.'),
  `invoice_id` STRING OPTIONS (description = 'Invoice concerned.'),
  `payment_id` STRING OPTIONS (description = 'Last payment that shows it.'),
  `found_on` DATE NOT NULL OPTIONS (description = 'Day of the payment or invoice that is wrong; of money that is missing the day on which its 14 days had passed.'),
  `amount_minor` INT64 NOT NULL OPTIONS (description = 'Money concerned. Unit: minor.'),
  `explanation` STRING NOT NULL OPTIONS (description = 'What the finding rests on, as one sentence; amounts have two decimals.')
)
CLUSTER BY customer_id
OPTIONS (description = 'Money of plans that a customer should have paid and did not, or that had to be given back. Of an invoice 14 days past its due day whose payments do not cover it, what is missing: unpaid_active_subscription while its subscription runs, failed_never_recovered when the subscription has ended and an attempt failed (not judged where no payment of the customer is known). refund: what was given back of an invoice, beyond what had been charged too much. duplicate_charge: two or more payments of an invoice succeeded and exceed it; what was not given back yet. under_billed_plan_change: an invoice asks for a lower price that the subscription had before a change. discount_past_end: an invoice still deducts a discount whose last day was before its period. usage_without_billing: of a running subscription a month has no invoice 14 days after it began, and the customer used the bank in it (not judged where no invoice of the customer is known); between invoices it takes a gap of more than half a month. Prices in question are the lower of those in force when the invoice was issued and at the end of the first day of its period.');

CREATE TABLE IF NOT EXISTS marts.dim_date (
  `date` DATE NOT NULL OPTIONS (description = 'The day.'),
  `year` INT64 NOT NULL OPTIONS (description = 'Year.'),
  `quarter` INT64 NOT NULL OPTIONS (description = 'Quarter of the year.'),
  `month` INT64 NOT NULL OPTIONS (description = 'Month of the year.'),
  `month_start` DATE NOT NULL OPTIONS (description = 'First day of the month.'),
  `iso_week_start` DATE NOT NULL OPTIONS (description = 'Monday of the ISO week.'),
  `iso_year` INT64 NOT NULL OPTIONS (description = 'Year to which ISO 8601 counts the week: that of its Thursday.'),
  `iso_week` INT64 NOT NULL OPTIONS (description = 'Week of the ISO year.'),
  `day_of_week` INT64 NOT NULL OPTIONS (description = 'ISO day of the week, Monday is 1.'),
  `is_weekend` BOOL NOT NULL OPTIONS (description = 'Saturday or Sunday.'),
  `fiscal_year` INT64 NOT NULL OPTIONS (description = 'Financial year from April to March, named by the year in which it ends.'),
  `fiscal_quarter` INT64 NOT NULL OPTIONS (description = 'Quarter of the financial year; the first begins in April.'),
  `is_bank_holiday` BOOL OPTIONS (description = 'Whether banks in England and Wales are closed by law; absent before 1978, when today\'s rules began.'),
  `bank_holiday` STRING OPTIONS (description = 'Name of the bank holiday.'),
  `is_working_day` BOOL OPTIONS (description = 'Monday to Friday without bank holidays; absent before 1978.')
)
OPTIONS (description = 'Calendar days covered by the data.');

CREATE TABLE IF NOT EXISTS marts.dim_merchant_category (
  `merchant_category` STRING NOT NULL OPTIONS (description = 'The category; uncategorised stands for transactions that name none, as in marts.monthly_customer_spending.'),
  `category_group` STRING NOT NULL OPTIONS (description = 'What it belongs to; other when the platform does not list it.'),
  `spending_type` STRING NOT NULL OPTIONS (description = 'Kind of spending; other when the category does not tell.'),
  `is_discretionary` BOOL OPTIONS (description = 'Whether one could do without it; absent when the category does not tell.')
)
OPTIONS (description = 'What merchant categories are: those that the platform lists, and all others that transactions name.');

CREATE TABLE IF NOT EXISTS marts.dim_currency (
  `currency` STRING NOT NULL OPTIONS (description = 'ISO 4217 code, as transactions name it.'),
  `is_reporting` BOOL NOT NULL OPTIONS (description = 'Whether amounts in minor units are in this currency.'),
  `minor_digits` INT64 NOT NULL OPTIONS (description = 'Minor digits of a major unit: 2 for EUR, 0 for JPY.'),
  `transactions` INT64 NOT NULL OPTIONS (description = 'Transactions in this currency, whatever became of them.')
)
OPTIONS (description = 'The currencies of transactions, and the one that amounts of all other tables are in: the reporting currency, which has a row whether or not a transaction is in it.');

CREATE TABLE IF NOT EXISTS marts.onboarding_funnel (
  `cohort_month` DATE NOT NULL OPTIONS (description = 'First day of the month of the first step.'),
  `dimension` STRING NOT NULL OPTIONS (description = 'What the applicants are broken down by.'),
  `dimension_value` STRING NOT NULL OPTIONS (description = 'Value at signup; unknown without a profile, so of applicants who never became customers.'),
  `step_number` INT64 NOT NULL OPTIONS (description = 'Place of the step, from 1.'),
  `step` STRING NOT NULL OPTIONS (description = 'The step.'),
  `customers_entering` INT64 NOT NULL OPTIONS (description = 'Applicants who reached the step before; at the first step its own.'),
  `customers_reaching` INT64 NOT NULL OPTIONS (description = 'Applicants who reached this step or a later one within 30 days of the first.'),
  `share_of_first` FLOAT64 OPTIONS (description = 'Share of the applicants of the first step; absent until the cohort is mature. Unit: share.'),
  `share_of_previous` FLOAT64 OPTIONS (description = 'Share of the applicants of the step before; absent until the cohort is mature, and where nobody reached that. Unit: share.'),
  `median_hours_from_previous` FLOAT64 OPTIONS (description = 'Median time since the step before, to within a tenth, of those for whom both times are known and in order; absent until the cohort is mature. Unit: hours.'),
  `is_bottleneck` BOOL NOT NULL OPTIONS (description = 'Whether this step lost most applicants of a mature cohort, the first of equal ones.'),
  `is_mature` BOOL NOT NULL OPTIONS (description = 'Whether 30 days have passed for all applicants of the month.')
)
OPTIONS (description = 'Where applicants of a month stop on the way to the first purchase, within 30 days of their first step.');

CREATE TABLE IF NOT EXISTS marts.segment_funnel (
  `dimension` STRING NOT NULL OPTIONS (description = 'What the customers are broken down by.'),
  `dimension_value` STRING NOT NULL OPTIONS (description = 'Value at signup; unknown without a profile.'),
  `step_number` INT64 NOT NULL OPTIONS (description = 'Place of the step, from 1. A step whose raw tables have no events is left out.'),
  `step` STRING NOT NULL OPTIONS (description = 'The step: signup is an opened account; activation is funding and three purchases within 7 days; key_action is more than five feature uses, paid is a payment that succeeded, both within 30 days; month_1 is activity on one of the days 31 to 60.'),
  `customers_entering` INT64 NOT NULL OPTIONS (description = 'Customers who took all steps before; at the first step its own.'),
  `customers_reaching` INT64 NOT NULL OPTIONS (description = 'Customers who took this step and all before.'),
  `share_of_first` FLOAT64 OPTIONS (description = 'Share of the customers of the first step; absent while none is mature. Unit: share.'),
  `share_of_previous` FLOAT64 OPTIONS (description = 'Share of the customers of the step before; absent where there are none. Unit: share.'),
  `is_bottleneck` BOOL NOT NULL OPTIONS (description = 'Whether this step lost most customers, the first of equal ones.'),
  `customers_too_new` INT64 NOT NULL OPTIONS (description = 'Customers whose 60 days have not passed yet; they are in no other column.'),
  `is_mature` BOOL NOT NULL OPTIONS (description = 'Whether the 60 days of any customer have passed.')
)
OPTIONS (description = 'From signup to staying: how far customers of a segment came in their first 60 days. Only those whose 60 days have passed are counted.');

CREATE TABLE IF NOT EXISTS marts.retention_cohorts (
  `grain` STRING NOT NULL OPTIONS (description = 'Length of the periods: week is ISO, from Monday, and followed for 26 weeks. Name one, or customers count twice.'),
  `cohort_start` DATE NOT NULL OPTIONS (description = 'First day of the week or month of signup.'),
  `periods_since_signup` INT64 NOT NULL OPTIONS (description = 'Whole calendar periods since signup; at 0 customers have a part of the period.'),
  `cohort_size` INT64 NOT NULL OPTIONS (description = 'Customers who signed up in the period.'),
  `active_customers` INT64 NOT NULL OPTIONS (description = 'Of these, customers with activity in that period.'),
  `retention_rate` FLOAT64 NOT NULL OPTIONS (description = 'Active over size. Unit: share.'),
  `revenue_minor` INT64 OPTIONS (description = 'Payments of these customers that succeeded in that period less those refunded in it; absent where no payments are known. Unit: minor.'),
  `revenue_retention` FLOAT64 OPTIONS (description = 'Revenue over that of the first full period, 1; above 1 where those who stay pay more. Absent at 0, without revenue to compare with, and for weeks: plans are paid by the month. Unit: share.'),
  `spend_minor` INT64 OPTIONS (description = 'Purchases of these customers less refunds, in the reporting currency; absent where one has no rate, or no transactions are known. Unit: minor.')
)
OPTIONS (description = 'Share of those who signed up in the same week or month still active, and what they pay and spend, by weeks or months since signup.');

CREATE TABLE IF NOT EXISTS marts.weekly_engagement (
  `week_start` DATE NOT NULL OPTIONS (description = 'Monday of the ISO week.'),
  `dimension` STRING NOT NULL OPTIONS (description = 'What the customers are broken down by.'),
  `dimension_value` STRING NOT NULL OPTIONS (description = 'Value at the end of the week; unknown without a profile.'),
  `weekly_active_customers` INT64 NOT NULL OPTIONS (description = 'Customers active in the week.'),
  `monthly_active_customers` INT64 OPTIONS (description = 'Customers active in the four weeks that end with this one; absent in the first three weeks of activity.'),
  `active_days` INT64 NOT NULL OPTIONS (description = 'Days on which each customer was active, added up.'),
  `mean_daily_active_customers` FLOAT64 NOT NULL OPTIONS (description = 'Customers active on a day, mean of the seven days. Unit: customers.'),
  `daily_over_weekly` FLOAT64 OPTIONS (description = 'Mean daily over weekly active customers, from 1/7 for one day a week; absent without any. Unit: share.'),
  `weekly_over_monthly` FLOAT64 OPTIONS (description = 'Weekly over monthly active customers, from 1/4 for one week in four; absent with these. Unit: share.'),
  `sessions` INT64 NOT NULL OPTIONS (description = 'App sessions.'),
  `transactions` INT64 NOT NULL OPTIONS (description = 'Purchases: approved transactions, neither reversed nor refunds.'),
  `spend_minor` INT64 OPTIONS (description = 'Purchases less refunds, in the reporting currency; absent where one has no rate. Unit: minor.'),
  `transactions_per_active` FLOAT64 OPTIONS (description = 'Purchases over customers active in the week; absent without any.'),
  `spend_per_active_minor` FLOAT64 OPTIONS (description = 'Spend over customers active in the week; absent without any, or without spend. Unit: minor.'),
  `transactions_without_rate` INT64 NOT NULL OPTIONS (description = 'Purchases and refunds in another than the reporting currency and without a rate.')
)
OPTIONS (description = 'How often customers come and what they do, in ISO weeks that have ended. A customer is active with a transaction, session or feature use.');

CREATE TABLE IF NOT EXISTS marts.feature_adoption (
  `month` DATE NOT NULL OPTIONS (description = 'First day of the month.'),
  `feature` STRING NOT NULL OPTIONS (description = 'The feature.'),
  `customers` INT64 NOT NULL OPTIONS (description = 'Customers who used it in the month.'),
  `events` INT64 NOT NULL OPTIONS (description = 'Uses by customers in the month.'),
  `active_customers` INT64 NOT NULL OPTIONS (description = 'Customers with activity in the month: a transaction, session or feature use.'),
  `share_of_active` FLOAT64 NOT NULL OPTIONS (description = 'Customers who used it over active customers. Unit: share.'),
  `first_time_customers` INT64 NOT NULL OPTIONS (description = 'Customers whose first known use of it falls into the month.'),
  `repeat_customers` INT64 NOT NULL OPTIONS (description = 'Customers who used it on more than one day of the month.'),
  `repeat_rate` FLOAT64 NOT NULL OPTIONS (description = 'These over the customers who used it. Unit: share.')
)
OPTIONS (description = 'Who uses which feature of the product, in months that have ended.');

CREATE TABLE IF NOT EXISTS marts.kpi_values (
  `metric` STRING NOT NULL OPTIONS (description = 'Name in the metric catalogue.'),
  `grain` STRING NOT NULL OPTIONS (description = 'Length of the period.'),
  `period_start` DATE NOT NULL OPTIONS (description = 'First day of the period; weeks begin on Monday.'),
  `dimension` STRING NOT NULL OPTIONS (description = 'Dimension broken down by, or all.'),
  `dimension_value` STRING NOT NULL OPTIONS (description = 'Value of the dimension, or all.'),
  `value` FLOAT64 OPTIONS (description = 'Value in the unit of the metric; absent when the denominator is 0, an input is absent, amounts of other currencies have no rate, or it is withheld.'),
  `numerator` FLOAT64 OPTIONS (description = 'Numerator of a ratio, or a sum itself; absent for a derived metric and where amounts have no rate.'),
  `denominator` FLOAT64 OPTIONS (description = 'Denominator of a ratio.'),
  `unit` STRING NOT NULL OPTIONS (description = 'Unit of the value.'),
  `is_complete` BOOL NOT NULL OPTIONS (description = 'Whether the period had ended.'),
  `rows_left_out` INT64 OPTIONS (description = 'Rows of the period that the numerator leaves out because they name no customer; absent for a derived metric.'),
  `withheld_because` STRING OPTIONS (description = 'Why no data can give the value; absent when they can.')
)
PARTITION BY period_start
OPTIONS (description = 'Values of the metrics that the catalogue defines.');

CREATE TABLE IF NOT EXISTS marts.monthly_revenue (
  `month` DATE NOT NULL OPTIONS (description = 'First day of the month.'),
  `plan` STRING NOT NULL OPTIONS (description = 'The plan.'),
  `income_segment` STRING NOT NULL OPTIONS (description = 'Income segment at the end that is looked at; unknown where none is known.'),
  `opening_minor` INT64 NOT NULL OPTIONS (description = 'Recurring revenue at the start. Unit: minor.'),
  `new_minor` INT64 NOT NULL OPTIONS (description = 'Of customers who never had a subscription before. Unit: minor.'),
  `expansion_minor` INT64 NOT NULL OPTIONS (description = 'What customers pay more than before. Unit: minor.'),
  `reactivation_minor` INT64 NOT NULL OPTIONS (description = 'Of customers who had a subscription once, but none at the start. Unit: minor.'),
  `transfer_in_minor` INT64 NOT NULL OPTIONS (description = 'Came from other plans and segments. Unit: minor.'),
  `contraction_minor` INT64 NOT NULL OPTIONS (description = 'What customers pay less than before. Unit: minor.'),
  `churn_chosen_minor` INT64 NOT NULL OPTIONS (description = 'Of customers without a subscription at the end who chose so. Unit: minor.'),
  `churn_payment_failed_minor` INT64 NOT NULL OPTIONS (description = 'Of customers whose last subscription ended because payments failed. Unit: minor.'),
  `churn_unknown_minor` INT64 NOT NULL OPTIONS (description = 'Of customers without a subscription at the end, for reasons not known. Unit: minor.'),
  `transfer_out_minor` INT64 NOT NULL OPTIONS (description = 'Went to other plans and segments. Unit: minor.'),
  `closing_minor` INT64 NOT NULL OPTIONS (description = 'Recurring revenue at the end. Unit: minor.'),
  `opening_customers` INT64 NOT NULL OPTIONS (description = 'Customers at the start. Opening + new + reactivated + in - churned - out = closing.'),
  `new_customers` INT64 NOT NULL OPTIONS (description = 'Customers who never had a subscription before.'),
  `reactivated_customers` INT64 NOT NULL OPTIONS (description = 'Customers who had one once, but none at the start.'),
  `customers_in` INT64 NOT NULL OPTIONS (description = 'Customers who came from another plan or segment.'),
  `churned_chosen_customers` INT64 NOT NULL OPTIONS (description = 'Customers who chose to have none any more.'),
  `churned_payment_failed_customers` INT64 NOT NULL OPTIONS (description = 'Customers whose last one ended because payments failed.'),
  `churned_unknown_customers` INT64 NOT NULL OPTIONS (description = 'Customers without one any more, for reasons not known.'),
  `customers_out` INT64 NOT NULL OPTIONS (description = 'Customers who went to another plan or segment.'),
  `closing_customers` INT64 NOT NULL OPTIONS (description = 'Customers at the end.'),
  `expanded_customers` INT64 NOT NULL OPTIONS (description = 'Of these, customers who pay more than before.'),
  `contracted_customers` INT64 NOT NULL OPTIONS (description = 'Of these, customers who pay less than before.')
)
OPTIONS (description = 'How recurring revenue moved in a month, by plan and income segment: monthly prices of running subscriptions, before discounts, at the end of the month and of the one before. In each row and in total, opening + new + expansion + reactivation + transfers in - contraction - churn - transfers out = closing, and closing is the opening of the next month. Movements are those of customers: who begins and ends the same month moves nothing. Money that goes with a customer to another plan or segment is a transfer, which cancels out in total; what a customer pays more than before is an expansion of the plan that gained, what a customer pays less a contraction of the plan that lost. A customer counts once, under the plan changed last. Only months that have ended.');

CREATE TABLE IF NOT EXISTS marts.dunning (
  `month` DATE NOT NULL OPTIONS (description = 'First day of the month.'),
  `decline_reason` STRING NOT NULL OPTIONS (description = 'Why the payment failed; unknown where the source does not say.'),
  `attempt` INT64 NOT NULL OPTIONS (description = 'Which attempt to collect the invoice it was; counted where the source does not say.'),
  `failed` INT64 NOT NULL OPTIONS (description = 'Attempts that failed.'),
  `retried` INT64 NOT NULL OPTIONS (description = 'Of these, attempts that another one followed.'),
  `recovered` INT64 NOT NULL OPTIONS (description = 'Of these, attempts whose amount was paid later in full.'),
  `outstanding` INT64 NOT NULL OPTIONS (description = 'Of these, attempts of the last 60 days that are not.'),
  `written_off` INT64 NOT NULL OPTIONS (description = 'Of these, older attempts that are not.'),
  `recovery_rate` FLOAT64 NOT NULL OPTIONS (description = 'Recovered over failed. Unit: share.'),
  `failed_minor` INT64 NOT NULL OPTIONS (description = 'Amount of the failed attempts. Unit: minor.'),
  `recovered_minor` INT64 NOT NULL OPTIONS (description = 'Paid later, in part or in full. Unit: minor.'),
  `outstanding_minor` INT64 NOT NULL OPTIONS (description = 'Not paid, of attempts of the last 60 days. Unit: minor.'),
  `written_off_minor` INT64 NOT NULL OPTIONS (description = 'Not paid, of older attempts. Unit: minor.'),
  `mean_days_to_recover` FLOAT64 OPTIONS (description = 'Mean whole days until recovered; absent when none was. Unit: days.'),
  `median_days_to_recover` FLOAT64 OPTIONS (description = 'Median of these days, of an even number the mean of the two in the middle; absent when none was. Unit: days.')
)
OPTIONS (description = 'What becomes of payments that fail, by the month of the failed attempt. An invoice counts in each attempt that failed, so only rows of one attempt number add up to invoices. Failed = recovered + outstanding + written off, in attempts and in money. Recovered: payments at or after the failed attempt, as far as they cover it. Written off: what is not recovered 60 days after it. Outstanding: the rest. Only months that have ended.');

CREATE TABLE IF NOT EXISTS marts.referral_economics (
  `month` DATE NOT NULL OPTIONS (description = 'First day of the month.'),
  `entitled_rewards` INT64 NOT NULL OPTIONS (description = 'Rewards of qualified referrals.'),
  `unqualified_rewards` INT64 NOT NULL OPTIONS (description = 'Rewards that are not known to be of a qualified referral.'),
  `entitled_minor` INT64 NOT NULL OPTIONS (description = 'What qualified referrals entitle to. Unit: minor.'),
  `booked_rewards` INT64 OPTIONS (description = 'Rewards booked.'),
  `booked_minor` INT64 OPTIONS (description = 'Booked for them. Unit: minor.'),
  `settled_rewards` INT64 OPTIONS (description = 'Rewards settled.'),
  `settled_minor` INT64 OPTIONS (description = 'Settled for them. Unit: minor.'),
  `reversed_rewards` INT64 OPTIONS (description = 'Rewards reversed.'),
  `reversed_minor` INT64 OPTIONS (description = 'Reversed for them. Unit: minor.'),
  `outstanding_rewards` INT64 OPTIONS (description = 'Rewards of which more is booked than settled and reversed.'),
  `outstanding_minor` INT64 OPTIONS (description = 'Booked less settled and reversed; below 0 where the ledger is wrong, see marts.referral_exceptions. Unit: minor.'),
  `debit_minor` INT64 OPTIONS (description = 'Debits of all journals. Unit: minor.'),
  `credit_minor` INT64 OPTIONS (description = 'Credits of all journals. Unit: minor.'),
  `difference_minor` INT64 OPTIONS (description = 'Debits less credits; 0 when the ledger is right. Unit: minor.'),
  `unbalanced_journals` INT64 OPTIONS (description = 'Journals whose debits and credits differ, even where these cancel out.')
)
OPTIONS (description = 'What rewards of referrals cost, by the month in which the referral qualified; one that is not known to have qualified counts in the month in which it was first heard of. Entitled is what referrals say; all other amounts are debits of the ledger, absent without raw.reward_postings. The newest month is not complete.');

CREATE TABLE IF NOT EXISTS marts.referral_exceptions (
  `exception_id` STRING NOT NULL OPTIONS (description = 'Kind, reward and, where one is concerned, journal and what it does.'),
  `kind` STRING NOT NULL OPTIONS (description = 'What does not agree.'),
  `reward_id` STRING NOT NULL OPTIONS (description = 'The reward, or the referral of one that has no name yet.'),
  `journal_id` STRING OPTIONS (description = 'Journal concerned.'),
  `customer_id` STRING OPTIONS (description = 'The customer who is rewarded, where known.'),
  `found_on` DATE NOT NULL OPTIONS (description = 'Day on which it began to be so.'),
  `amount_minor` INT64 OPTIONS (description = 'The reward, or the difference of what should be equal; absent where neither is known. Unit: minor.'),
  `explanation` STRING NOT NULL OPTIONS (description = 'What the exception rests on, as one sentence; amounts have two decimals.')
)
OPTIONS (description = 'Where referrals and the ledger of rewards do not agree. missing_posting: referrals say since a day or longer that the reward was booked, settled or reversed, and no journal does so (not judged without raw.reward_postings). duplicate_posting: a second journal books or settles the reward at the same amount. amount_mismatch: a journal that balances books another amount than the qualified referral entitles to. settlement_without_booking: a journal settles the reward and none books it. reversal_beyond_booked: journals reverse more than was booked. unbalanced_journal: debits and credits of a journal differ. pending_beyond_limit: booked more than 14 days ago, neither settled nor reversed.');

CREATE TABLE IF NOT EXISTS marts.acquisition_payback (
  `cohort_month` DATE NOT NULL OPTIONS (description = 'First day of the signup month.'),
  `signup_channel` STRING NOT NULL OPTIONS (description = 'Channel through which customers came; unknown where none is known.'),
  `new_customers` INT64 NOT NULL OPTIONS (description = 'Customers who signed up.'),
  `spend_minor` INT64 NOT NULL OPTIONS (description = 'Campaign spend of the channel for days of the month. Unit: minor.'),
  `acquisition_cost_minor` FLOAT64 OPTIONS (description = 'Spend over new customers; absent without either. Unit: minor.'),
  `months_observed` INT64 NOT NULL OPTIONS (description = 'Months that have ended, the signup month among them.'),
  `revenue_minor` INT64 NOT NULL OPTIONS (description = 'Revenue of these months. Unit: minor.'),
  `revenue_per_customer_m1_minor` FLOAT64 OPTIONS (description = 'Revenue a customer in the signup month. Unit: minor.'),
  `revenue_per_customer_m3_minor` FLOAT64 OPTIONS (description = 'The same of 3 months; absent before. Unit: minor.'),
  `revenue_per_customer_m6_minor` FLOAT64 OPTIONS (description = 'The same of 6 months; absent before. Unit: minor.'),
  `revenue_per_customer_m12_minor` FLOAT64 OPTIONS (description = 'The same of 12 months; absent before. Unit: minor.'),
  `margin_per_customer_m1_minor` FLOAT64 OPTIONS (description = 'Margin a customer in the signup month; absent without costs. Unit: minor.'),
  `margin_per_customer_m3_minor` FLOAT64 OPTIONS (description = 'The same of 3 months; absent before. Unit: minor.'),
  `margin_per_customer_m6_minor` FLOAT64 OPTIONS (description = 'The same of 6 months; absent before. Unit: minor.'),
  `margin_per_customer_m12_minor` FLOAT64 OPTIONS (description = 'The same of 12 months; absent before. Unit: minor.'),
  `payback_basis` STRING NOT NULL OPTIONS (description = 'What is set against the spend.'),
  `payback_status` STRING NOT NULL OPTIONS (description = 'Whether the spend is paid back: not_yet says nothing about later months, and without spend or customers there is nothing to pay back or nobody to do it.'),
  `payback_months` INT64 OPTIONS (description = 'Months after which the spend was first covered; absent while it is not. Unit: months.')
)
OPTIONS (description = 'What customers of a channel cost to win, and how soon they pay it back. Revenue is payments of plans less refunds, by calendar months from the signup month on; what was paid before it counts in it. Margin is revenue less costs to serve, of support and of payment processing: the bookings of a month over all customers who had signed up by its end, for each customer of the cohort. Without such bookings of every month of the cohort there is no margin, and payback is of revenue. Only months that have ended.');

CREATE TABLE IF NOT EXISTS marts.monthly_margin (
  `month` DATE NOT NULL OPTIONS (description = 'First day of the month.'),
  `customers` INT64 NOT NULL OPTIONS (description = 'Customers who had signed up by its end.'),
  `plan_revenue_minor` INT64 NOT NULL OPTIONS (description = 'Payments of plans less refunds. Unit: minor.'),
  `purchase_revenue_minor` INT64 OPTIONS (description = 'What the bank keeps of purchases less refunds, as assumed; absent where one has no rate. Unit: minor.'),
  `cost_to_serve_minor` INT64 OPTIONS (description = 'Costs to serve; absent where no costs of the month but overhead are booked. Unit: minor.'),
  `support_cost_minor` INT64 OPTIONS (description = 'Costs of support; absent likewise. Unit: minor.'),
  `processing_cost_minor` INT64 OPTIONS (description = 'Costs of payment processing; absent likewise. Unit: minor.'),
  `overhead_minor` INT64 OPTIONS (description = 'Overhead; absent where none is booked. Unit: minor.'),
  `cost_per_customer_minor` FLOAT64 OPTIONS (description = 'Costs without overhead for each customer; absent without costs or customers. Unit: minor.'),
  `gross_margin_minor` INT64 OPTIONS (description = 'Revenue of plans and of purchases less costs without overhead; absent where one of these is. Unit: minor.')
)
OPTIONS (description = 'What customers brought and cost in a month that has ended. Costs of a customer are the bookings of the month over all who had signed up by its end; overhead is shown and is no part of the margin. What the bank keeps of purchases is an assumption of customer/value.yaml.');

CREATE TABLE IF NOT EXISTS marts.plan_retention (
  `plan` STRING NOT NULL OPTIONS (description = 'Plan at the month\'s start; all for all plans together.'),
  `subscriber_months` INT64 NOT NULL OPTIONS (description = 'Months that subscribers began with the plan.'),
  `months_left` INT64 NOT NULL OPTIONS (description = 'Of these, months at whose end no subscription with a price ran.'),
  `churn` FLOAT64 NOT NULL OPTIONS (description = 'Share that leaves in a month; that of a plan is drawn towards all plans, the more the fewer its months. Unit: share.'),
  `churn_lower` FLOAT64 NOT NULL OPTIONS (description = 'Lower end of its 90 % credible interval. Unit: share.'),
  `churn_upper` FLOAT64 NOT NULL OPTIONS (description = 'Upper end of that interval. Unit: share.'),
  `price_minor` INT64 NOT NULL OPTIONS (description = 'Prices of the months in which they did not change. Unit: minor.'),
  `paid_minor` INT64 NOT NULL OPTIONS (description = 'What was paid in these months less refunds. Unit: minor.'),
  `paid_share` FLOAT64 OPTIONS (description = 'Share of prices that is paid: discounts, failed payments and refunds lower it. That of a plan is drawn towards all plans likewise. Absent where no price stayed for a month. Unit: share.')
)
OPTIONS (description = 'How many subscribers of a plan leave in a month, and what of its price they pay, over the last whole months that customer/value.yaml names. A subscriber has running subscriptions with a price; who changes the plan stays.');

CREATE TABLE IF NOT EXISTS marts.value_model_parameters (
  `model` STRING NOT NULL OPTIONS (description = 'bg_nbd says when customers buy, in weeks; geometric_nbd does instead of it where one chance p to leave for all fits as well; gamma_gamma says for how much, in units of 100 minor.'),
  `parameter` STRING NOT NULL OPTIONS (description = 'Parameter, named as in the papers.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `value` FLOAT64 OPTIONS (description = 'Estimate; absent when the model cannot be fitted.'),
  `standard_error` FLOAT64 OPTIONS (description = 'Standard error of the estimate.'),
  `customers` INT64 NOT NULL OPTIONS (description = 'Customers to whom the model is fitted.'),
  `log_likelihood` FLOAT64 OPTIONS (description = 'Logarithm of the likelihood of the whole model.'),
  `withheld_reason` STRING OPTIONS (description = 'Why the model cannot be fitted.')
)
OPTIONS (description = 'What the models of customer value learnt from all customers.');

CREATE TABLE IF NOT EXISTS marts.value_model_holdout (
  `repeat_days` STRING NOT NULL OPTIONS (description = 'Days with repeat purchases before the 13 weeks: a number, a range like 4-7, or all.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `holdout_from` DATE NOT NULL OPTIONS (description = 'First day of the 13 weeks; the model is fitted to purchases before it.'),
  `customers` INT64 NOT NULL OPTIONS (description = 'Customers who had bought before.'),
  `actual_purchases` INT64 NOT NULL OPTIONS (description = 'Days with their purchases in the 13 weeks. Unit: days.'),
  `expected_purchases` FLOAT64 OPTIONS (description = 'What the model expects; absent when it cannot be fitted. Unit: days.'),
  `error` FLOAT64 OPTIONS (description = 'Expected over actual, less 1; absent without actual purchases. Unit: share.'),
  `verdict` STRING OPTIONS (description = 'Of all: failed when expected purchases are more than 20 % off, which withholds expectations of customers; not_checked when there is too little to tell, which does so too.'),
  `verdict_reason` STRING OPTIONS (description = 'Why it is not ok.')
)
OPTIONS (description = 'Whether the model of purchases would have told those of the last 13 weeks.');

CREATE TABLE IF NOT EXISTS marts.region_daily (
  `metric` STRING NOT NULL OPTIONS (description = 'signups: accounts opened. activations: accounts activated. spend_minor: purchases less refunds, in minor units.'),
  `region` STRING NOT NULL OPTIONS (description = 'Region of residence of the customers then; unknown where no profile says.'),
  `day` DATE NOT NULL OPTIONS (description = 'The day, UTC.'),
  `value` INT64 OPTIONS (description = 'What happened; absent when some amount has no rate of its currency.')
)
OPTIONS (description = 'What happened in each region on each day. A day without a row had nothing: it counts as 0.');

CREATE TABLE IF NOT EXISTS marts.experiments (
  `experiment_id` STRING NOT NULL OPTIONS (description = 'The experiment.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `hypothesis` STRING OPTIONS (description = 'What it is to show.'),
  `owner` STRING NOT NULL OPTIONS (description = 'Team that answers for it.'),
  `primary_metric` STRING NOT NULL OPTIONS (description = 'Metric that decides.'),
  `arms` STRING NOT NULL OPTIONS (description = 'Names of the arms, the control first, separated by commas.'),
  `allocation` STRING NOT NULL OPTIONS (description = 'Declared share of each, in the same order.'),
  `exposed_by_arm` STRING NOT NULL OPTIONS (description = 'Customers of each, in the same order.'),
  `exposed` INT64 NOT NULL OPTIONS (description = 'Customers of all arms.'),
  `in_no_arm` INT64 NOT NULL OPTIONS (description = 'Customers who saw several arms, or one that is not declared: they are not analysed.'),
  `first_exposure_on` DATE OPTIONS (description = 'Day of the first exposure; absent where nobody was exposed.'),
  `last_exposure_on` DATE OPTIONS (description = 'Day of the last one.'),
  `sample_ratio_p` FLOAT64 OPTIONS (description = 'Chance of such numbers of customers with the declared shares; below 0.001 every effect is invalid. Absent where nobody was exposed.'),
  `sample_ratio_fault` STRING OPTIONS (description = 'Values of segments whose arms do not have their shares.'),
  `days_run` INT64 NOT NULL OPTIONS (description = 'Days since the first exposure. Unit: days.'),
  `minimum_days` INT64 NOT NULL OPTIONS (description = 'Days before which nothing is decided. Unit: days.'),
  `customers_needed` INT64 OPTIONS (description = 'Customers of control and arm with whom the smallest effect worth seeing is seen with power 0.8; absent where none is declared.'),
  `days_left` INT64 OPTIONS (description = 'Days until the primary metric can be decided; absent where the customers that it takes do not come. Unit: days.'),
  `memo` STRING OPTIONS (description = 'What to do; absent where nobody was exposed.'),
  `memo_arm` STRING OPTIONS (description = 'The arm that the memo speaks of.'),
  `memo_reason` STRING NOT NULL OPTIONS (description = 'Why, for people.')
)
OPTIONS (description = 'Declared experiments: who is in them, how long they still take, and what to do.');

CREATE TABLE IF NOT EXISTS marts.experiment_results (
  `experiment_id` STRING NOT NULL OPTIONS (description = 'The experiment.'),
  `metric` STRING NOT NULL OPTIONS (description = 'Name of the metric in the declaration.'),
  `arm` STRING NOT NULL OPTIONS (description = 'Arm of the experiment.'),
  `dimension` STRING NOT NULL OPTIONS (description = 'Attribute of customers at their exposure, or all.'),
  `value` STRING NOT NULL OPTIONS (description = 'Its value, or all.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `control_arm` STRING NOT NULL OPTIONS (description = 'Arm compared with.'),
  `role` STRING NOT NULL OPTIONS (description = 'What the metric decides.'),
  `kind` STRING NOT NULL OPTIONS (description = 'How the numbers of customers are summed up.'),
  `direction` STRING NOT NULL OPTIONS (description = 'Which change is good.'),
  `window_days` INT64 NOT NULL OPTIONS (description = 'Days after the exposure that count. Unit: days.'),
  `confidence` FLOAT64 NOT NULL OPTIONS (description = 'Coverage of the intervals. Unit: share.'),
  `exposed` INT64 NOT NULL OPTIONS (description = 'Customers of both arms who were exposed.'),
  `customers` INT64 NOT NULL OPTIONS (description = 'Customers of the arm whose days are over and whose number is known.'),
  `control_customers` INT64 NOT NULL OPTIONS (description = 'The same of the arm compared with.'),
  `mean` FLOAT64 OPTIONS (description = 'Mean, share or ratio of the arm; absent without customers.'),
  `control_mean` FLOAT64 OPTIONS (description = 'The same of the arm compared with.'),
  `effect` FLOAT64 OPTIONS (description = 'Mean of the arm less that of the control; absent where it is withheld.'),
  `lower` FLOAT64 OPTIONS (description = 'Lower end of the interval of the effect for one look (Welch 1947).'),
  `upper` FLOAT64 OPTIONS (description = 'Upper end.'),
  `relative_effect` FLOAT64 OPTIONS (description = 'The effect as a share of the mean of the control; absent where that cannot be told from 0. Unit: share.'),
  `relative_lower` FLOAT64 OPTIONS (description = 'Lower end of its interval (delta method). Unit: share.'),
  `relative_upper` FLOAT64 OPTIONS (description = 'Upper end. Unit: share.'),
  `standard_error` FLOAT64 OPTIONS (description = 'Standard error of the effect.'),
  `p_value` FLOAT64 OPTIONS (description = 'Chance of at least such a difference without an effect, for one look.'),
  `q_value` FLOAT64 OPTIONS (description = 'The same, corrected for all comparisons as declared; that of a guardrail is not corrected.'),
  `always_lower` FLOAT64 OPTIONS (description = 'Lower end of the interval that holds however often one looks (Waudby-Smith et al. 2024).'),
  `always_upper` FLOAT64 OPTIONS (description = 'Upper end.'),
  `always_p` FLOAT64 OPTIONS (description = 'P value that holds however often one looks.'),
  `adjusted_effect` FLOAT64 OPTIONS (description = 'The effect, adjusted by the days before exposure (CUPED, Deng et al. 2013).'),
  `adjusted_lower` FLOAT64 OPTIONS (description = 'Lower end of its interval.'),
  `adjusted_upper` FLOAT64 OPTIONS (description = 'Upper end.'),
  `variance_removed` FLOAT64 OPTIONS (description = 'Share of the variance that the adjustment took away; below 0 where it added some. Unit: share.'),
  `segment_p` FLOAT64 OPTIONS (description = 'Chance of effects that differ at least so much between the values of the dimension (Cochran 1954), corrected for the dimensions.'),
  `detectable_effect` FLOAT64 OPTIONS (description = 'Smallest effect that is seen with power 0.8.'),
  `power` FLOAT64 OPTIONS (description = 'Chance of seeing the smallest effect worth seeing; absent where none is declared.'),
  `bound` FLOAT64 OPTIONS (description = 'Most that a guardrail may get worse.'),
  `guardrail` STRING OPTIONS (description = 'Whether a guardrail keeps within its bound.'),
  `verdict` STRING NOT NULL OPTIONS (description = 'Whether the effect can be used.'),
  `verdict_reason` STRING OPTIONS (description = 'Why not, for people; absent for ok.'),
  `warning` STRING OPTIONS (description = 'What to keep in mind all the same: looking often, an effect that fades, segments that differ.')
)
OPTIONS (description = 'What an arm of an experiment changed compared with the control, for all customers and by segment; docs/experiments.md says how it is judged.');

CREATE TABLE IF NOT EXISTS marts.experiment_series (
  `experiment_id` STRING NOT NULL OPTIONS (description = 'The experiment.'),
  `metric` STRING NOT NULL OPTIONS (description = 'Name of the metric in the declaration.'),
  `arm` STRING NOT NULL OPTIONS (description = 'Arm of the experiment.'),
  `measured_on` DATE NOT NULL OPTIONS (description = 'Customers count whose days were over before this day, UTC.'),
  `customers` INT64 NOT NULL OPTIONS (description = 'Customers of the arm so far.'),
  `control_customers` INT64 NOT NULL OPTIONS (description = 'The same of the control.'),
  `mean` FLOAT64 OPTIONS (description = 'Mean, share or ratio of the arm; absent without customers.'),
  `control_mean` FLOAT64 OPTIONS (description = 'The same of the control.'),
  `effect` FLOAT64 OPTIONS (description = 'Mean of the arm less that of the control; absent with fewer than two customers of each, or where nothing varies.'),
  `lower` FLOAT64 OPTIONS (description = 'Lower end of the interval for one look.'),
  `upper` FLOAT64 OPTIONS (description = 'Upper end.'),
  `always_lower` FLOAT64 OPTIONS (description = 'Lower end of the interval that holds however often one looks; absent with fewer than 30 customers of each.'),
  `always_upper` FLOAT64 OPTIONS (description = 'Upper end.')
)
OPTIONS (description = 'The effects of an experiment as they were known on each day, to be drawn over time. Fixed intervals are those of one look: of many days, only the always-valid ones hold together.');

CREATE TABLE IF NOT EXISTS marts.customer_rfm (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `recency_days` INT64 OPTIONS (description = 'Days since the last purchase. Unit: days.'),
  `frequency` INT64 NOT NULL OPTIONS (description = 'Purchases in all.'),
  `monetary_minor` INT64 OPTIONS (description = 'Purchases in all less refunds. Unit: minor.'),
  `recency_score` INT64 OPTIONS (description = 'Fifth by recency; 5 is the most recent.'),
  `frequency_score` INT64 OPTIONS (description = 'Fifth by frequency; 5 is the most frequent.'),
  `monetary_score` INT64 OPTIONS (description = 'Fifth by spending; 5 is the highest.'),
  `cell` STRING OPTIONS (description = 'The three scores in this order, from 111 to 555.'),
  `lifecycle_segment` STRING OPTIONS (description = 'The first that holds. prospect: never bought; lost: not active for more than 90 days; vip: all scores 4 or 5; at_risk: not active for more than 30 days, or recency 1 or 2 with frequency and spending 3 or more; regular: all others. Absent where scores are needed and absent.')
)
CLUSTER BY customer_id
OPTIONS (description = 'Recency, frequency and monetary value of customers, scored by fifths of those who have bought, and where they are in their life cycle. Scores are absent for customers who never bought, and for those with amounts without a rate.');

CREATE TABLE IF NOT EXISTS marts.metric_customer_ltv (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `purchases` INT64 NOT NULL OPTIONS (description = 'Days with a purchase after the first such day, which are repeat purchases. Unit: days.'),
  `recency_weeks` FLOAT64 OPTIONS (description = 'From the first day with a purchase to the last; 0 for who never came back, absent without a purchase. Unit: weeks.'),
  `age_weeks` FLOAT64 OPTIONS (description = 'From the first day with a purchase to the day before as_of; absent without one. Unit: weeks.'),
  `mean_purchase_minor` FLOAT64 OPTIONS (description = 'Mean repeat purchase, whatever was refunded; absent without one, and where one has no rate. Unit: minor.'),
  `historic_value_minor` INT64 OPTIONS (description = 'Purchases in all less refunds; absent where one has no rate. Unit: minor.'),
  `historic_revenue_minor` INT64 NOT NULL OPTIONS (description = 'What the customer paid for plans, less refunds; nothing of it is in expected values. Unit: minor.'),
  `historic_margin_minor` INT64 OPTIONS (description = 'What the customer brought less the customer\'s share of costs, over the months since signup that have ended: payments for plans less refunds, and what the bank keeps of purchases as assumed; costs of each month over all who had signed up, without overhead. Unit: minor.'),
  `historic_margin_reason` STRING OPTIONS (description = 'Why this margin is absent.'),
  `p_alive` FLOAT64 OPTIONS (description = 'Chance that the customer still buys; 1 for who never came back, as the model lets nobody leave before a second purchase. Unit: share.'),
  `expected_purchases` FLOAT64 OPTIONS (description = 'Days with a purchase expected in the next 52 weeks. Unit: days.'),
  `expected_value_minor` INT64 OPTIONS (description = 'Value of these purchases; revenue, not margin, and not discounted. Unit: minor.'),
  `expected_value_lower_minor` INT64 OPTIONS (description = 'Lower end of the 90 % interval of that expectation: what is uncertain of the parameters, not what chance does to one customer, which is much more. Unit: minor.'),
  `expected_value_upper_minor` INT64 OPTIONS (description = 'Upper end of that interval. Unit: minor.'),
  `band` STRING OPTIONS (description = 'Expected value beside that of the average customer: high from twice as much on, low below half.'),
  `withheld_reason` STRING OPTIONS (description = 'Why expectations of purchases are absent.'),
  `expected_margin_minor` INT64 OPTIONS (description = 'Margin expected in the next 52 weeks: what the bank keeps of expected purchases, and the plan\'s price as far as it is paid for the months the customer is expected to stay, less costs. Nothing is expected of purchases before the first one. Not discounted. Unit: minor.'),
  `expected_margin_lower_minor` INT64 OPTIONS (description = 'Lower end of the 90 % interval of that expectation: what is uncertain of purchases and churn, not what chance does to one customer. Unit: minor.'),
  `expected_margin_upper_minor` INT64 OPTIONS (description = 'Upper end of that interval. Unit: minor.'),
  `margin_horizon_weeks` INT64 NOT NULL OPTIONS (description = 'How far expectations go. Unit: weeks.'),
  `expected_margin_reason` STRING OPTIONS (description = 'Why the expected margin is absent.'),
  `simple_value_minor` INT64 OPTIONS (description = 'The simple value beside it: revenue a month so far, times 1 over monthly churn as lifetime with a longest, times the margin share of all customers. Absent without a month that has ended, costs or subscribers. Unit: minor.'),
  `value_band` STRING NOT NULL OPTIONS (description = 'Expected margin beside that of all customers with one above 0, by the shares of customer/value.yaml; none for no expected margin above 0.')
)
CLUSTER BY customer_id
OPTIONS (description = 'What customers bought and earned, and are expected to in the next 52 weeks. For helpful prioritisation only, never for credit, eligibility or punishment.');

CREATE TABLE IF NOT EXISTS marts.campaign_performance (
  `campaign_id` STRING NOT NULL OPTIONS (description = 'The campaign.'),
  `month` DATE NOT NULL OPTIONS (description = 'First day of the month.'),
  `spend_minor` INT64 NOT NULL OPTIONS (description = 'Booked for days of the month. Unit: minor.'),
  `impressions` INT64 NOT NULL OPTIONS (description = 'Impressions of these bookings.'),
  `clicks` INT64 NOT NULL OPTIONS (description = 'Clicks of these bookings.'),
  `exposures` INT64 NOT NULL OPTIONS (description = 'Offers shown in the month.'),
  `decided` INT64 NOT NULL OPTIONS (description = 'Of these, offers with a known outcome.'),
  `acceptances` INT64 NOT NULL OPTIONS (description = 'Of these, offers taken.'),
  `incentive_cost_minor` INT64 NOT NULL OPTIONS (description = 'Incentives paid for these. Unit: minor.'),
  `cost_per_click_minor` FLOAT64 OPTIONS (description = 'Spend over clicks. Unit: minor.'),
  `cost_per_acceptance_minor` FLOAT64 OPTIONS (description = 'Spend and incentives over offers taken. Unit: minor.')
)
OPTIONS (description = 'What campaigns cost and what came of them.');

CREATE TABLE IF NOT EXISTS marts.metric_changes (
  `metric` STRING NOT NULL OPTIONS (description = 'Name in the metric catalogue.'),
  `grain` STRING NOT NULL OPTIONS (description = 'Length of the period.'),
  `period_start` DATE NOT NULL OPTIONS (description = 'First day of the newest complete period.'),
  `previous_period_start` DATE NOT NULL OPTIONS (description = 'First day of the period before.'),
  `dimension` STRING NOT NULL OPTIONS (description = 'Dimension broken down by.'),
  `dimension_value` STRING NOT NULL OPTIONS (description = 'Value of the dimension: the group.'),
  `kind` STRING NOT NULL OPTIONS (description = 'What the metric is: a sum, or a ratio of sums.'),
  `previous_value` FLOAT64 OPTIONS (description = 'Value of the group in the period before.'),
  `value` FLOAT64 OPTIONS (description = 'Value of the group.'),
  `previous_share` FLOAT64 OPTIONS (description = 'Share of the group in the denominator of a ratio, in the period before. Unit: share.'),
  `share` FLOAT64 OPTIONS (description = 'Share of the group in the denominator of a ratio. Unit: share.'),
  `mix_effect` FLOAT64 OPTIONS (description = 'What the group adds to the change because its share in the denominator changed; all that a group adds which has no denominator in one of the periods.'),
  `rate_effect` FLOAT64 OPTIONS (description = 'What the group adds to the change because its own ratio changed.'),
  `effect` FLOAT64 OPTIONS (description = 'What the group adds to the change in all; absent unless adds_up.'),
  `total_change` FLOAT64 NOT NULL OPTIONS (description = 'Change of the metric over all customers.'),
  `adds_up` BOOL NOT NULL OPTIONS (description = 'Whether the groups of the dimension add up to all customers in both periods.')
)
OPTIONS (description = 'Why metrics moved between their last two complete periods: what each group of a dimension adds to the change.');

CREATE TABLE IF NOT EXISTS marts.offer_effects (
  `offer_id` STRING NOT NULL OPTIONS (description = 'The offer.'),
  `arm` STRING NOT NULL OPTIONS (description = 'Arm of the trial.'),
  `control_arm` STRING NOT NULL OPTIONS (description = 'Arm compared with: holdout tells what the offer changes, standard what its incentive adds.'),
  `segment` STRING NOT NULL OPTIONS (description = 'Income band then, unknown, or all.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `treated` INT64 NOT NULL OPTIONS (description = 'Customers in the arm whose outcome is known.'),
  `treated_taken` INT64 NOT NULL OPTIONS (description = 'Those of them who took the product.'),
  `control` INT64 NOT NULL OPTIONS (description = 'Customers in the arm compared with whose outcome is known.'),
  `control_taken` INT64 NOT NULL OPTIONS (description = 'Those of them who took the product.'),
  `effect` FLOAT64 OPTIONS (description = 'Share who took it less that of the arm compared with; absent when either is empty. Unit: share.'),
  `lower` FLOAT64 OPTIONS (description = 'Lower end of the 90 % interval (Newcombe 1998, method 10). Unit: share.'),
  `upper` FLOAT64 OPTIONS (description = 'Upper end of the 90 % interval. Unit: share.'),
  `verdict` STRING NOT NULL OPTIONS (description = 'Whether the effect may be used: only when its interval excludes 0.'),
  `verdict_reason` STRING NOT NULL OPTIONS (description = 'Why, for people.')
)
OPTIONS (description = 'What an arm of the trial of an offer changed on average: the share of customers who took the product, less that of the arm compared with. Only the first time that a customer was shown the offer counts.');

CREATE TABLE IF NOT EXISTS marts.uplift_quality (
  `offer_id` STRING NOT NULL OPTIONS (description = 'The offer.'),
  `arm` STRING NOT NULL OPTIONS (description = 'Arm of the trial.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `treated` INT64 NOT NULL OPTIONS (description = 'Customers of the arm that were used: all, or 20,000 that chance chose.'),
  `control` INT64 NOT NULL OPTIONS (description = 'Customers of the holdout that were used.'),
  `qini` FLOAT64 OPTIONS (description = 'Area between the Qini curve and a random order, in takers for each treated customer (Radcliffe 2007); absent with too few customers.'),
  `qini_lower` FLOAT64 OPTIONS (description = 'Lower end of its 90 % interval.'),
  `qini_upper` FLOAT64 OPTIONS (description = 'Upper end of its 90 % interval.'),
  `qini_coefficient` FLOAT64 OPTIONS (description = 'The same area as a share of that of the best order there could be; 0 is random.'),
  `qini_coefficient_lower` FLOAT64 OPTIONS (description = 'Lower end of its 90 % interval.'),
  `qini_coefficient_upper` FLOAT64 OPTIONS (description = 'Upper end of its 90 % interval.'),
  `auuc` FLOAT64 OPTIONS (description = 'Area under the uplift curve (Jaskowski and Jaroszewicz 2012); a random order gives half the average effect.'),
  `auuc_lower` FLOAT64 OPTIONS (description = 'Lower end of its 90 % interval.'),
  `auuc_upper` FLOAT64 OPTIONS (description = 'Upper end of its 90 % interval.'),
  `verdict` STRING NOT NULL OPTIONS (description = 'Whether customers may be ordered: only when the interval of qini is above 0.'),
  `verdict_reason` STRING NOT NULL OPTIONS (description = 'Why, for people.')
)
OPTIONS (description = 'Whether an uplift model can tell for whom an offer works: the Qini curve of a cross-fitted T-learner against the holdout. Where it cannot, everybody counts with the average effect of offer_effects.');

CREATE TABLE IF NOT EXISTS marts.offer_fair_values (
  `offer_id` STRING NOT NULL OPTIONS (description = 'The offer.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `exposures` INT64 NOT NULL OPTIONS (description = 'How often it was shown.'),
  `complaint_rate` FLOAT64 OPTIONS (description = 'Share of those shown with a complaint within 14 days. Unit: share.'),
  `support_rate` FLOAT64 OPTIONS (description = 'Share with a support contact within 14 days. Unit: share.'),
  `review_rate` FLOAT64 OPTIONS (description = 'Share that a person must look at. Unit: share.'),
  `acceptance_rate` FLOAT64 OPTIONS (description = 'Share that was taken. Unit: share.'),
  `margin_minor` FLOAT64 OPTIONS (description = 'Mean margin of those taken, after the incentive. Unit: minor.'),
  `fair_value` FLOAT64 OPTIONS (description = 'Fair value; absent until outcomes are known.'),
  `lower` FLOAT64 OPTIONS (description = 'Lower end of its interval, of the exact intervals of the three shares (Clopper and Pearson 1934); wrong by chance in at most 3 %.'),
  `upper` FLOAT64 OPTIONS (description = 'Upper end of the interval.'),
  `demand_says_scale` BOOL NOT NULL OPTIONS (description = 'Whether demand and margin alone say that the offer should grow.'),
  `action` STRING NOT NULL OPTIONS (description = 'human_review, hold_fair_value or scale where the intervals say so; monitor where they do not.'),
  `downgraded` BOOL NOT NULL OPTIONS (description = 'Whether fair value overrules demand and margin.'),
  `reason` STRING NOT NULL OPTIONS (description = 'Why, for people.')
)
OPTIONS (description = 'Whether an offer is fair to those who see it: 1 less 0.40 × complaints over 2.5 %, 0.30 × support over 20 % and 0.30 × reviews over 25 %, each at most 1.');

CREATE TABLE IF NOT EXISTS marts.geo_incrementality (
  `test_id` STRING NOT NULL OPTIONS (description = 'The test.'),
  `metric` STRING NOT NULL OPTIONS (description = 'What it was to change.'),
  `method` STRING NOT NULL OPTIONS (description = 'did: difference in differences with fixed effects of regions and days. synthetic_control: weighted controls with fixed effects of regions.'),
  `starts_on` DATE NOT NULL OPTIONS (description = 'First day of the treatment.'),
  `ends_on` DATE NOT NULL OPTIONS (description = 'Last day of the treatment.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `treated_regions` INT64 NOT NULL OPTIONS (description = 'Regions treated.'),
  `control_regions` INT64 NOT NULL OPTIONS (description = 'Regions compared with.'),
  `pre_days` INT64 NOT NULL OPTIONS (description = 'Days before the treatment that are used, a year at most.'),
  `post_days` INT64 NOT NULL OPTIONS (description = 'Days under treatment.'),
  `att` FLOAT64 OPTIONS (description = 'Average effect on a treated region and day; absent when the verdict is invalid.'),
  `att_lower` FLOAT64 OPTIONS (description = 'Lower end of its 90 % interval; absent without a limit.'),
  `att_upper` FLOAT64 OPTIONS (description = 'Upper end of its 90 % interval; absent without a limit.'),
  `lift` FLOAT64 OPTIONS (description = 'Effect over what was expected without the treatment. Unit: share.'),
  `lift_lower` FLOAT64 OPTIONS (description = 'Lower end of its 90 % interval. Unit: share.'),
  `lift_upper` FLOAT64 OPTIONS (description = 'Upper end of its 90 % interval. Unit: share.'),
  `incremental` FLOAT64 OPTIONS (description = 'Effect on all treated regions and days together.'),
  `incremental_lower` FLOAT64 OPTIONS (description = 'Lower end of its 90 % interval.'),
  `incremental_upper` FLOAT64 OPTIONS (description = 'Upper end of its 90 % interval.'),
  `p_value` FLOAT64 OPTIONS (description = 'Probability of an effect as large by chance, if there is none. Unit: share.'),
  `standard_error` FLOAT64 OPTIONS (description = 'Standard error of att clustered by region; of did alone, too small where few regions are treated.'),
  `pre_rmse` FLOAT64 OPTIONS (description = 'Root mean square of actual less expected before the treatment.'),
  `pre_l2` FLOAT64 OPTIONS (description = 'Euclidean norm of actual less expected before the treatment.'),
  `pre_l2_scaled` FLOAT64 OPTIONS (description = 'The norm over that of controls with equal weights. Unit: share.'),
  `placebo_p` FLOAT64 OPTIONS (description = 'Share of sets of regions that stand out as much, the treated ones as one of them. Unit: share.'),
  `pre_trend_p` FLOAT64 OPTIONS (description = 'Probability of a drift as steep before the treatment by chance. Unit: share.'),
  `in_time_att` FLOAT64 OPTIONS (description = 'Effect of a treatment that never was, just before the real one.'),
  `in_time_p` FLOAT64 OPTIONS (description = 'Its probability by chance. Unit: share.'),
  `spillover_att` FLOAT64 OPTIONS (description = 'Average effect on a declared neighbour and day; absent without neighbours.'),
  `spillover_p` FLOAT64 OPTIONS (description = 'Its probability by chance. Unit: share.'),
  `cost_minor` INT64 OPTIONS (description = 'What the treatment cost; absent when not known. Unit: minor.'),
  `cost_per_incremental_minor` FLOAT64 OPTIONS (description = 'Cost over incremental; absent unless that is above 0. Unit: minor.'),
  `cost_per_incremental_lower` FLOAT64 OPTIONS (description = 'Lower end of its 90 % interval: cost over the upper end of incremental. Unit: minor.'),
  `cost_per_incremental_upper` FLOAT64 OPTIONS (description = 'Upper end of its 90 % interval; absent without a limit. Unit: minor.'),
  `verdict` STRING NOT NULL OPTIONS (description = 'ok: interval, placebos and checks agree. inconclusive: the evidence does not settle it. invalid: the effect is withheld.'),
  `verdict_reason` STRING NOT NULL OPTIONS (description = 'Why, for people.')
)
OPTIONS (description = 'What tests of regions changed, by difference in differences and by synthetic control, with checks, cost and a verdict. Without a verdict of ok or inconclusive there is no effect to read.');

CREATE TABLE IF NOT EXISTS marts.geo_series (
  `test_id` STRING NOT NULL OPTIONS (description = 'The test.'),
  `metric` STRING NOT NULL OPTIONS (description = 'What it was to change.'),
  `method` STRING NOT NULL OPTIONS (description = 'As in marts.geo_incrementality.'),
  `day` DATE NOT NULL OPTIONS (description = 'The day.'),
  `under_treatment` BOOL NOT NULL OPTIONS (description = 'Whether the treatment had begun.'),
  `actual` FLOAT64 NOT NULL OPTIONS (description = 'Mean of the treated regions.'),
  `counterfactual` FLOAT64 NOT NULL OPTIONS (description = 'Expected mean without the treatment.'),
  `gap` FLOAT64 NOT NULL OPTIONS (description = 'Actual less expected.'),
  `lower` FLOAT64 NOT NULL OPTIONS (description = 'Gap less the error that nine of ten days before the treatment kept within.'),
  `upper` FLOAT64 NOT NULL OPTIONS (description = 'Gap plus that error.')
)
OPTIONS (description = 'What treated regions showed by day, on average, beside what was expected without the treatment.');

CREATE TABLE IF NOT EXISTS marts.geo_placebos (
  `test_id` STRING NOT NULL OPTIONS (description = 'The test.'),
  `metric` STRING NOT NULL OPTIONS (description = 'What it was to change.'),
  `method` STRING NOT NULL OPTIONS (description = 'As in marts.geo_incrementality.'),
  `region` STRING NOT NULL OPTIONS (description = 'The region, or several joined by +.'),
  `treated` BOOL NOT NULL OPTIONS (description = 'Whether these are the treated regions.'),
  `effect` FLOAT64 NOT NULL OPTIONS (description = 'Average effect on a region and day.'),
  `lift` FLOAT64 OPTIONS (description = 'Effect over what was expected. Unit: share.'),
  `ratio` FLOAT64 NOT NULL OPTIONS (description = 'Size of the effect over the error before the treatment: what is ranked.')
)
OPTIONS (description = 'Effects that a method finds in sets of regions that were not treated, as many as were, and in the treated ones.');

CREATE TABLE IF NOT EXISTS marts.price_elasticity (
  `segment` STRING NOT NULL OPTIONS (description = 'Income band, or all.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `exposures` INT64 NOT NULL OPTIONS (description = 'Offers that count.'),
  `prices` INT64 NOT NULL OPTIONS (description = 'Different prices seen.'),
  `min_price_minor` INT64 OPTIONS (description = 'Lowest price seen. Unit: minor.'),
  `max_price_minor` INT64 OPTIONS (description = 'Highest price seen. Unit: minor.'),
  `elasticity` FLOAT64 OPTIONS (description = 'Change of acceptance in percent for one percent of price.'),
  `standard_error` FLOAT64 OPTIONS (description = 'Standard error.'),
  `lower` FLOAT64 OPTIONS (description = 'Lower end of the 90 % interval.'),
  `upper` FLOAT64 OPTIONS (description = 'Upper end of the 90 % interval.'),
  `verdict` STRING NOT NULL OPTIONS (description = 'Whether the result can be used.'),
  `verdict_reason` STRING OPTIONS (description = 'Why it cannot.')
)
OPTIONS (description = 'Own-price elasticity of offer acceptance.');

CREATE TABLE IF NOT EXISTS marts.pricing_scenarios (
  `segment` STRING NOT NULL OPTIONS (description = 'Income band, or all.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `price_minor` INT64 NOT NULL OPTIONS (description = 'Monthly price. Unit: minor.'),
  `incentive_minor` INT64 NOT NULL OPTIONS (description = 'One-off incentive. Unit: minor.'),
  `audience` INT64 NOT NULL OPTIONS (description = 'Customers the scenario addresses.'),
  `excluded_vulnerable` INT64 NOT NULL OPTIONS (description = 'Customers left out to protect them.'),
  `conversion` FLOAT64 OPTIONS (description = 'Expected acceptance. Unit: share.'),
  `conversion_lower` FLOAT64 OPTIONS (description = 'Lower end of the 90 % interval. Unit: share.'),
  `conversion_upper` FLOAT64 OPTIONS (description = 'Upper end of the 90 % interval. Unit: share.'),
  `revenue_minor` FLOAT64 OPTIONS (description = 'Expected revenue of twelve months. Unit: minor.'),
  `revenue_lower_minor` FLOAT64 OPTIONS (description = 'Lower end of the 90 % interval. Unit: minor.'),
  `revenue_upper_minor` FLOAT64 OPTIONS (description = 'Upper end of the 90 % interval. Unit: minor.'),
  `margin_minor` FLOAT64 OPTIONS (description = 'Expected margin of twelve months after incentive. Unit: minor.'),
  `margin_lower_minor` FLOAT64 OPTIONS (description = 'Lower end of the 90 % interval. Unit: minor.'),
  `margin_upper_minor` FLOAT64 OPTIONS (description = 'Upper end of the 90 % interval. Unit: minor.'),
  `churn_rate` FLOAT64 OPTIONS (description = 'Expected churn in 30 days. Unit: share.'),
  `churn_lower` FLOAT64 OPTIONS (description = 'Lower end of the 90 % interval. Unit: share.'),
  `churn_upper` FLOAT64 OPTIONS (description = 'Upper end of the 90 % interval. Unit: share.'),
  `guardrails` STRING OPTIONS (description = 'Guardrails that fired, separated by commas.'),
  `verdict` STRING NOT NULL OPTIONS (description = 'Whether the result can be used.'),
  `verdict_reason` STRING OPTIONS (description = 'Why it cannot.')
)
OPTIONS (description = 'Scenario analysis of plan price and incentive; never a decision by itself.');

CREATE TABLE IF NOT EXISTS scores.customer_scores (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `model` STRING NOT NULL OPTIONS (description = 'Name of the model.'),
  `model_version` STRING NOT NULL OPTIONS (description = 'Version in the model registry.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `score` FLOAT64 NOT NULL OPTIONS (description = 'Calibrated probability. Unit: share.'),
  `band` STRING NOT NULL OPTIONS (description = 'Band for display.'),
  `vulnerable_customer` BOOL NOT NULL OPTIONS (description = 'Route to help, never target by price or incentive.')
)
CLUSTER BY customer_id
OPTIONS (description = 'Calibrated scores, for helpful prioritisation only.');

CREATE TABLE IF NOT EXISTS scores.score_reasons (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `model` STRING NOT NULL OPTIONS (description = 'Name of the model.'),
  `model_version` STRING NOT NULL OPTIONS (description = 'Version in the model registry.'),
  `position` INT64 NOT NULL OPTIONS (description = '1 is the strongest.'),
  `feature` STRING NOT NULL OPTIONS (description = 'Feature concerned.'),
  `value` FLOAT64 OPTIONS (description = 'Value of the feature; absent when missing.'),
  `contribution` FLOAT64 NOT NULL OPTIONS (description = 'Contribution to the log odds (SHAP).'),
  `text` STRING NOT NULL OPTIONS (description = 'The reason for people.')
)
CLUSTER BY customer_id
OPTIONS (description = 'Why a score is what it is.');

CREATE TABLE IF NOT EXISTS scores.shadow_scores (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `model` STRING NOT NULL OPTIONS (description = 'Name of the model.'),
  `model_version` STRING NOT NULL OPTIONS (description = 'Version in the model registry.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `score` FLOAT64 NOT NULL OPTIONS (description = 'Calibrated probability. Unit: share.'),
  `band` STRING NOT NULL OPTIONS (description = 'Band for display.')
)
CLUSTER BY customer_id
OPTIONS (description = 'Scores of versions in shadow, to be compared with production; nobody acts on them.');

CREATE TABLE IF NOT EXISTS scores.action_plan (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `plan_id` STRING NOT NULL OPTIONS (description = 'The plan: policy and day.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `policy` STRING NOT NULL OPTIONS (description = 'Name of the policy.'),
  `action` STRING NOT NULL OPTIONS (description = 'The action that was chosen.'),
  `kind` STRING NOT NULL OPTIONS (description = 'What it does to the customer.'),
  `owner` STRING NOT NULL OPTIONS (description = 'Who does it.'),
  `channel` STRING NOT NULL OPTIONS (description = 'How the customer is reached.'),
  `arm` STRING NOT NULL OPTIONS (description = 'Whether the customer is contacted, or held out to measure the effect.'),
  `propensity` FLOAT64 NOT NULL OPTIONS (description = 'Chance that who is chosen is contacted: 1 less the share held out. Unit: share.'),
  `priority` INT64 OPTIONS (description = 'Place in the list of the owner, from 1, by expected value; absent for who is held out.'),
  `segment` STRING NOT NULL OPTIONS (description = 'Segment of the policy; unknown where its column is absent.'),
  `value_band` STRING NOT NULL OPTIONS (description = 'Band of expected margin.'),
  `vulnerable_customer` BOOL NOT NULL OPTIONS (description = 'Whether the customer needs protection; then the action is help.'),
  `churn` FLOAT64 NOT NULL OPTIONS (description = 'Chance of leaving without the action. Unit: share.'),
  `churn_evidence` STRING NOT NULL OPTIONS (description = 'Whether a model measured it, or rules assume it.'),
  `baseline_retention` FLOAT64 NOT NULL OPTIONS (description = 'Chance of staying without the action. Unit: share.'),
  `value_minor` INT64 NOT NULL OPTIONS (description = 'What is lost when the customer leaves: the expected margin. Unit: minor.'),
  `success` FLOAT64 NOT NULL OPTIONS (description = 'Share of those who would leave that the action keeps. Unit: share.'),
  `success_evidence` STRING NOT NULL OPTIONS (description = 'Whether that share was measured or is assumed.'),
  `kept` FLOAT64 NOT NULL OPTIONS (description = 'Chance that the customer would leave and is kept. Unit: share.'),
  `value_saved_minor` INT64 NOT NULL OPTIONS (description = 'Value not lost, less the incentive of those kept. Unit: minor.'),
  `contact_cost_minor` INT64 NOT NULL OPTIONS (description = 'Cost of the contact. Unit: minor.'),
  `stayer_incentive_minor` INT64 NOT NULL OPTIONS (description = 'Expected incentive to those who would have stayed anyway. Unit: minor.'),
  `expected_value_minor` INT64 NOT NULL OPTIONS (description = 'value_saved_minor less contact_cost_minor and stayer_incentive_minor. Unit: minor.'),
  `expected_value_lower_minor` INT64 NOT NULL OPTIONS (description = 'Lower end of its 90 % interval. Unit: minor.'),
  `expected_value_upper_minor` INT64 NOT NULL OPTIONS (description = 'Upper end of that interval. Unit: minor.'),
  `expected_cost_minor` INT64 NOT NULL OPTIONS (description = 'What is paid in expectation, incentives of those kept included. Unit: minor.')
)
CLUSTER BY owner, action
OPTIONS (description = 'What is to be done for whom, or is held out to measure the effect. For helpful prioritisation only, never for credit, eligibility or punishment.');

CREATE TABLE IF NOT EXISTS scores.action_rejections (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `plan_id` STRING NOT NULL OPTIONS (description = 'The plan: policy and day.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `reason` STRING NOT NULL OPTIONS (description = 'The first reason that applies, in the order of docs/decisions-on-customers.md.'),
  `detail` STRING OPTIONS (description = 'The rule or limit behind the reason.'),
  `action` STRING OPTIONS (description = 'The action of most expected value among those considered; absent where nothing says which is best.'),
  `expected_value_minor` INT64 OPTIONS (description = 'What it was expected to bring. Unit: minor.'),
  `churn` FLOAT64 NOT NULL OPTIONS (description = 'Chance of leaving. Unit: share.'),
  `churn_evidence` STRING NOT NULL OPTIONS (description = 'Whether a model measured it, or rules assume it.'),
  `value_minor` INT64 OPTIONS (description = 'What is lost when the customer leaves; absent where it is not known. Unit: minor.')
)
CLUSTER BY reason
OPTIONS (description = 'For whom nothing is done, and why. With scores.action_plan it holds each customer with a chance of leaving once.');

CREATE TABLE IF NOT EXISTS scores.plan_totals (
  `plan_id` STRING NOT NULL OPTIONS (description = 'The plan: policy and day.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `action` STRING NOT NULL OPTIONS (description = 'The action.'),
  `segment` STRING NOT NULL OPTIONS (description = 'Segment of the policy.'),
  `customers` INT64 NOT NULL OPTIONS (description = 'Customers who are contacted.'),
  `held_out` INT64 NOT NULL OPTIONS (description = 'Customers who were chosen and held out.'),
  `baseline_stayers` FLOAT64 NOT NULL OPTIONS (description = 'Of those contacted, how many are expected to stay without the action. Unit: customers.'),
  `kept` FLOAT64 NOT NULL OPTIONS (description = 'Of those contacted, how many are expected to be kept by the action. Unit: customers.'),
  `value_saved_minor` INT64 NOT NULL OPTIONS (description = 'Value not lost, less the incentive of those kept. Unit: minor.'),
  `contact_cost_minor` INT64 NOT NULL OPTIONS (description = 'Cost of contacts. Unit: minor.'),
  `stayer_incentive_minor` INT64 NOT NULL OPTIONS (description = 'Expected incentive to those who would have stayed anyway. Unit: minor.'),
  `net_minor` INT64 NOT NULL OPTIONS (description = 'value_saved_minor less contact_cost_minor and stayer_incentive_minor. Unit: minor.'),
  `expected_cost_minor` INT64 NOT NULL OPTIONS (description = 'What is paid in expectation, incentives of those kept included. Unit: minor.')
)
OPTIONS (description = 'What the plan is expected to bring and cost, of those contacted: value saved less contact cost and incentive to stayers is the net, to the penny.');

CREATE TABLE IF NOT EXISTS scores.profit_curve (
  `plan_id` STRING NOT NULL OPTIONS (description = 'The plan: policy and day.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `threshold` FLOAT64 NOT NULL OPTIONS (description = 'Lowest chance of leaving. Unit: share.'),
  `customers` INT64 NOT NULL OPTIONS (description = 'Customers at or above it whom an action fits.'),
  `contacted_value_minor` INT64 NOT NULL OPTIONS (description = 'What would be lost if all of them left. Unit: minor.'),
  `expected_cost_minor` INT64 NOT NULL OPTIONS (description = 'What contacting them is expected to cost. Unit: minor.'),
  `net_minor` INT64 NOT NULL OPTIONS (description = 'What it is expected to bring. Unit: minor.'),
  `marginal_net_minor` INT64 NOT NULL OPTIONS (description = 'What those below the next higher threshold add. Unit: minor.'),
  `return_on_cost` FLOAT64 OPTIONS (description = 'Net over cost; absent without cost. Unit: ratio.'),
  `is_optimum` BOOL NOT NULL OPTIONS (description = 'Whether no threshold brings more; the highest of equals.')
)
OPTIONS (description = 'What contacting everybody whose chance of leaving is not below a threshold would bring, each by the action of most expected value, without shared limits.');

CREATE TABLE IF NOT EXISTS scores.budget_curve (
  `plan_id` STRING NOT NULL OPTIONS (description = 'The plan: policy and day.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `budget_minor` INT64 NOT NULL OPTIONS (description = 'The budget. Unit: minor.'),
  `is_policy` BOOL NOT NULL OPTIONS (description = 'Whether it is the budget of the policy.'),
  `net_minor` INT64 NOT NULL OPTIONS (description = 'What the best plan would bring. Unit: minor.'),
  `shadow_price` FLOAT64 NOT NULL OPTIONS (description = 'What one more minor unit would bring while shares of the budget stay as they are; 0 where the budget does not bind. Unit: ratio.')
)
OPTIONS (description = 'What the plan would bring with another budget, within all other limits: the bound of the Lagrangian dual on cells of alike customers.');

CREATE TABLE IF NOT EXISTS scores.break_even (
  `plan_id` STRING NOT NULL OPTIONS (description = 'The plan: policy and day.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `action` STRING NOT NULL OPTIONS (description = 'The action.'),
  `value_band` STRING NOT NULL OPTIONS (description = 'Band of expected margin.'),
  `customers` INT64 NOT NULL OPTIONS (description = 'Customers who could have the action.'),
  `mean_value_minor` FLOAT64 NOT NULL OPTIONS (description = 'Mean of what is lost when they leave. Unit: minor.'),
  `mean_churn` FLOAT64 NOT NULL OPTIONS (description = 'Mean chance of leaving. Unit: share.'),
  `churn_at_zero` FLOAT64 OPTIONS (description = 'Chance of leaving at which the expected value is 0; absent when no chance is high enough. Unit: share.'),
  `success_at_zero` FLOAT64 OPTIONS (description = 'Share of success at which it is 0 for the mean chance; absent when no share is high enough. Unit: share.'),
  `success` FLOAT64 NOT NULL OPTIONS (description = 'Share of success that the plan takes. Unit: share.')
)
OPTIONS (description = 'From which chance of leaving, or share of success, an action brings more than it costs, at the mean value of customers whom it fits.');

CREATE TABLE IF NOT EXISTS scores.audience_changes (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `plan_id` STRING NOT NULL OPTIONS (description = 'The plan.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Day of the plan, UTC.'),
  `previous_as_of` DATE OPTIONS (description = 'Day of the plan before; absent for the first plan.'),
  `change` STRING NOT NULL OPTIONS (description = 'moved is contacted in both, with another action.'),
  `action` STRING OPTIONS (description = 'The action now; absent for who left.'),
  `previous_action` STRING OPTIONS (description = 'The action before; absent for who joined.'),
  `reason` STRING OPTIONS (description = 'Why who left is left out now; absent also for who has no score any more.')
)
CLUSTER BY change
OPTIONS (description = 'Who is contacted now and was not by the newest plan of an earlier day, and the other way round.');

CREATE TABLE IF NOT EXISTS scores.action_log (
  `as_of` DATE NOT NULL OPTIONS (description = 'Day of the plan, UTC.'),
  `policy` STRING NOT NULL OPTIONS (description = 'Name of the policy.'),
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `plan_id` STRING NOT NULL OPTIONS (description = 'The plan.'),
  `action` STRING NOT NULL OPTIONS (description = 'The action that was chosen.'),
  `owner` STRING NOT NULL OPTIONS (description = 'Who does it.'),
  `channel` STRING NOT NULL OPTIONS (description = 'How the customer is reached.'),
  `arm` STRING NOT NULL OPTIONS (description = 'Whether the customer was to be contacted, or held out to measure the effect.'),
  `propensity` FLOAT64 NOT NULL OPTIONS (description = 'Chance that who is chosen was to be contacted. Unit: share.'),
  `expected_value_minor` INT64 NOT NULL OPTIONS (description = 'What the action was expected to bring. Unit: minor.')
)
CLUSTER BY customer_id
OPTIONS (description = 'What was decided on each as-of day. A rerun of a day replaces that day; others are kept. Later days take cool-downs, contact caps and changes of the audience from it.');

CREATE TABLE IF NOT EXISTS scores.decision_traces (
  `trace_id` STRING NOT NULL OPTIONS (description = 'SHA-256 of kind and identifier of the entity, decision, rule, policy with version and day: the same decision has the same trace.'),
  `entity_type` STRING NOT NULL OPTIONS (description = 'What was decided on.'),
  `entity_id` STRING NOT NULL OPTIONS (description = 'Identifier of the customer.'),
  `plan_id` STRING NOT NULL OPTIONS (description = 'The plan: policy and day.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `decision` STRING NOT NULL OPTIONS (description = 'What was decided: to contact, to hold out to measure the effect, or nothing.'),
  `action` STRING OPTIONS (description = 'The action chosen, or else the best considered.'),
  `rule` STRING NOT NULL OPTIONS (description = 'What decided: chosen, or the first reason against, and the rule or limit behind it.'),
  `policy_version` STRING NOT NULL OPTIONS (description = 'Version of the policy.'),
  `model` STRING NOT NULL OPTIONS (description = 'What gave the chance of leaving.'),
  `model_version` STRING NOT NULL OPTIONS (description = 'Its version.'),
  `seen` STRING NOT NULL OPTIONS (description = 'What was seen, as JSON whose members stand in a fixed order.'),
  `change` STRING NOT NULL OPTIONS (description = 'What would have to change: churn and value_minor by the least that makes the decision another, days to wait, a condition that is no number, or the room that others leave of a limit.'),
  `change_from` FLOAT64 OPTIONS (description = 'What it was; absent where it is no number.'),
  `change_to` FLOAT64 OPTIONS (description = 'What it would have to be; absent where it is no number.'),
  `counterfactual` STRING NOT NULL OPTIONS (description = 'The same in words.'),
  `impact_minor` INT64 OPTIONS (description = 'Expected value of the action: brought by a contact, forgone otherwise; absent without an action. Unit: minor.'),
  `price_minor` FLOAT64 NOT NULL OPTIONS (description = 'What the action would use of shared limits, at their prices. Unit: minor.'),
  `confidence` FLOAT64 OPTIONS (description = 'Chance that the decision is right as to expected value, by its interval, taken as normal: above 0 for who was chosen, not above 0 or not above the price for who was not. 1 where a rule decided; absent where the chance of leaving lies outside a range. Unit: share.')
)
CLUSTER BY entity_id
OPTIONS (description = 'How each decision of the plan came about, and the smallest change that would have changed it. Holds each customer with a chance of leaving once.');

CREATE TABLE IF NOT EXISTS scores.recommendations (
  `recommendation` STRING NOT NULL OPTIONS (description = 'Name of the rule.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `version` STRING NOT NULL OPTIONS (description = 'Version of the rules.'),
  `action` STRING NOT NULL OPTIONS (description = 'What to do.'),
  `owner` STRING NOT NULL OPTIONS (description = 'Who does it.'),
  `evidence` STRING NOT NULL OPTIONS (description = 'What it rests on.'),
  `customers` INT64 NOT NULL OPTIONS (description = 'Customers for whom the condition holds.'),
  `all_customers` INT64 NOT NULL OPTIONS (description = 'Customers with a chance of leaving in all.'),
  `valued_customers` INT64 NOT NULL OPTIONS (description = 'Of the group, those whose value is known.'),
  `at_stake_minor` INT64 OPTIONS (description = 'Value at stake in the group: chance of leaving times expected margin, rounded half even by customer; an expected margin below 0 loses nothing. Absent where there are customers and no value is known. Unit: minor.'),
  `all_at_stake_minor` INT64 NOT NULL OPTIONS (description = 'The same of all customers. Unit: minor.'),
  `severity` INT64 NOT NULL OPTIONS (description = '1 low, 2 medium, 3 high.'),
  `impact` FLOAT64 OPTIONS (description = 'Severity times at_stake_minor over all_at_stake_minor; absent where either is not known, or nothing is at stake.'),
  `confidence` FLOAT64 NOT NULL OPTIONS (description = 'How sure it is that the action helps; assumed. Unit: share.'),
  `effort` INT64 NOT NULL OPTIONS (description = '1 low, 2 medium, 3 high; assumed.'),
  `priority` FLOAT64 OPTIONS (description = 'Impact times confidence over effort; absent without impact.'),
  `band` STRING NOT NULL OPTIONS (description = 'Band of priority, by decision/recommendations.yaml; none for a priority of 0, unknown without one.')
)
OPTIONS (description = 'What the bank may change for groups of customers, and how urgent it is. A customer may be in several groups, so customers and values of rows do not add up.');

CREATE TABLE IF NOT EXISTS scores.churn_rule_scores (
  `customer_id` STRING NOT NULL OPTIONS (description = 'The customer.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `version` STRING NOT NULL OPTIONS (description = 'Version of the rules.'),
  `score` FLOAT64 NOT NULL OPTIONS (description = 'Sum of the weights of the rules that hold, at most 1. Unit: share.'),
  `band` STRING NOT NULL OPTIONS (description = 'Band of the score; its ends are in decision/churn_rules.yaml.'),
  `rules` INT64 NOT NULL OPTIONS (description = 'Rules that hold.'),
  `reasons` STRING NOT NULL OPTIONS (description = 'These rules with weight and the values they saw, as JSON in the order of the file.'),
  `model_score` FLOAT64 OPTIONS (description = 'The model\'s chance of leaving; absent where the model has none. Unit: share.'),
  `model_band` STRING OPTIONS (description = 'Band of that chance.')
)
CLUSTER BY customer_id
OPTIONS (description = 'What weighted rules say of leaving, beside the model: a score of experts, no measured chance. Decisions use it where the model has none.');

CREATE TABLE IF NOT EXISTS scores.churn_rule_agreement (
  `model_band` STRING NOT NULL OPTIONS (description = 'Band of the model.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `version` STRING NOT NULL OPTIONS (description = 'Version of the rules.'),
  `customers` INT64 NOT NULL OPTIONS (description = 'Customers of the band.'),
  `critical` INT64 NOT NULL OPTIONS (description = 'Of these, critical by the rules.'),
  `high` INT64 NOT NULL OPTIONS (description = 'Of these, high by the rules.'),
  `medium` INT64 NOT NULL OPTIONS (description = 'Of these, medium by the rules.'),
  `low` INT64 NOT NULL OPTIONS (description = 'Of these, low by the rules.'),
  `mean_rule_score` FLOAT64 OPTIONS (description = 'Mean score of the rules; absent without customers. Unit: share.'),
  `auc` FLOAT64 OPTIONS (description = 'Chance that the rules score a customer of this band or a higher one above one of a lower band, ties counting half (Mann and Whitney, 1947); absent for low, or where either side has nobody. Unit: share.')
)
OPTIONS (description = 'How well churn rules agree with the churn model, over customers who have both scores. It compares two opinions; neither is the outcome.');

CREATE TABLE IF NOT EXISTS monitoring.run_manifests (
  `run_id` STRING NOT NULL OPTIONS (description = 'The run.'),
  `started_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the run began, UTC.'),
  `status` STRING NOT NULL OPTIONS (description = 'Result.'),
  `as_of` DATE OPTIONS (description = 'As-of day of the run.'),
  `kind` STRING NOT NULL OPTIONS (description = 'What the row tells of.'),
  `name` STRING NOT NULL OPTIONS (description = 'Stage or table; source/table of an account; table and days of rebuilt partitions.'),
  `row_count` INT64 NOT NULL OPTIONS (description = 'Rows of the stage or table, records read of an account, days of partitions.'),
  `written` INT64 OPTIONS (description = 'Rows written.'),
  `duplicates` INT64 OPTIONS (description = 'Rows dropped as duplicates.'),
  `dead_lettered` INT64 OPTIONS (description = 'Rows rejected.'),
  `filtered` INT64 OPTIONS (description = 'Rows that the mapping leaves out.'),
  `late` INT64 OPTIONS (description = 'Rows ingested more than 24 hours after they occurred.'),
  `seconds` FLOAT64 OPTIONS (description = 'Time of the stage. Unit: seconds.')
)
PARTITION BY DATE(started_at)
OPTIONS (description = 'What each run did, one row a fact.');

CREATE TABLE IF NOT EXISTS monitoring.landing_files (
  `path` STRING NOT NULL OPTIONS (description = 'Path below the landing place.'),
  `size_bytes` INT64 NOT NULL OPTIONS (description = 'Size. Unit: bytes.'),
  `checksum` STRING NOT NULL OPTIONS (description = 'MD5 of the bytes that were read, in base64.'),
  `changed_at` TIMESTAMP OPTIONS (description = 'When its file system last changed the file, UTC; absent where that is not known for sure.'),
  `records` INT64 NOT NULL OPTIONS (description = 'Records read.'),
  `dead_lettered` INT64 NOT NULL OPTIONS (description = 'Records rejected.'),
  `run_id` STRING NOT NULL OPTIONS (description = 'Run that read it.'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When that run began, UTC.')
)
OPTIONS (description = 'The ledger of ingest: files that later runs need not read again.');

CREATE TABLE IF NOT EXISTS monitoring.customer_groups (
  `customer_group` INT64 NOT NULL OPTIONS (description = 'Number of the group.'),
  `changed_by` STRING NOT NULL OPTIONS (description = 'The run that changed raw rows of the group last.')
)
OPTIONS (description = 'Which run of ingest changed raw rows of a group of customers last.');

CREATE TABLE IF NOT EXISTS monitoring.mart_groups (
  `customer_group` INT64 NOT NULL OPTIONS (description = 'Number of the group.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'The day that the marts reflect.'),
  `built_from` STRING NOT NULL OPTIONS (description = 'The run that had changed raw rows of the group last.'),
  `code` STRING NOT NULL OPTIONS (description = 'Fingerprint of the code that built them.'),
  `totals` STRING NOT NULL OPTIONS (description = 'What the group adds to counts over all customers, JSON.')
)
OPTIONS (description = 'From what the marts of a group of customers were built, and what it adds to the totals. A group whose raw rows have not changed since is not built again.');

CREATE TABLE IF NOT EXISTS monitoring.source_accounts (
  `source` STRING NOT NULL OPTIONS (description = 'Landing source: a folder of the landing place.'),
  `table_name` STRING NOT NULL OPTIONS (description = 'Raw table; \'unassigned\' for records that were meant for none.'),
  `read` INT64 NOT NULL OPTIONS (description = 'Records that entered.'),
  `written` INT64 NOT NULL OPTIONS (description = 'Records that were kept.'),
  `duplicates` INT64 NOT NULL OPTIONS (description = 'Records dropped because the event was known.'),
  `dead_lettered` INT64 NOT NULL OPTIONS (description = 'Records rejected.'),
  `filtered` INT64 NOT NULL OPTIONS (description = 'Records that the source mapping, or the range of days asked for, leaves out.'),
  `late` INT64 NOT NULL OPTIONS (description = 'Kept records that were ingested more than 24 hours after they occurred.')
)
OPTIONS (description = 'What became of all records that are in the landing place.');

CREATE TABLE IF NOT EXISTS monitoring.dead_letters (
  `error_id` STRING NOT NULL OPTIONS (description = 'Deterministic id of the rejection.'),
  `code` STRING NOT NULL OPTIONS (description = 'Why, from a closed list.'),
  `retryable` BOOL NOT NULL OPTIONS (description = 'Whether trying again unchanged may help.'),
  `stage` STRING NOT NULL OPTIONS (description = 'Stage that rejected it.'),
  `source` STRING NOT NULL OPTIONS (description = 'Source it came from.'),
  `file` STRING NOT NULL OPTIONS (description = 'File it came from.'),
  `line` INT64 OPTIONS (description = 'Line or row in the file, from 1.'),
  `table_name` STRING OPTIONS (description = 'Table it was meant for.'),
  `column_name` STRING OPTIONS (description = 'Column that is wrong.'),
  `contract_version` INT64 OPTIONS (description = 'Version of the contract applied.'),
  `payload` STRING NOT NULL OPTIONS (description = 'The record as it came; text, or base64 when not text.'),
  `preview` STRING NOT NULL OPTIONS (description = 'The record without values that identify people, shortened.'),
  `cause` STRING NOT NULL OPTIONS (description = 'What is wrong, for people.'),
  `run_id` STRING NOT NULL OPTIONS (description = 'Run that saw it first.'),
  `code_version` STRING NOT NULL OPTIONS (description = 'Version of the software.'),
  `attempt` INT64 NOT NULL OPTIONS (description = 'Attempts so far.'),
  `first_seen_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it was first seen, UTC.'),
  `status` STRING NOT NULL OPTIONS (description = 'Whether the record is still missing or a replay has taken it.'),
  `can_be_replayed` BOOL NOT NULL OPTIONS (description = 'Whether a replay can try it: not a whole file, and not cut because of its size.')
)
PARTITION BY DATE(first_seen_at)
CLUSTER BY source, code
OPTIONS (description = 'Records that could not be taken, whole, with the reason.');

CREATE TABLE IF NOT EXISTS monitoring.duplicate_deliveries (
  `duplicate_id` STRING NOT NULL OPTIONS (description = 'Deterministic id of source, table and row.'),
  `source` STRING NOT NULL OPTIONS (description = 'Landing source that delivered it.'),
  `table_name` STRING NOT NULL OPTIONS (description = 'Raw table.'),
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies the delivery.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event.'),
  `kept_event_id` STRING NOT NULL OPTIONS (description = 'The delivery of the same event that was kept.'),
  `occurred_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it happened, UTC.'),
  `ingested_at` TIMESTAMP NOT NULL OPTIONS (description = 'When the platform first knew of this delivery, UTC.'),
  `copies` INT64 NOT NULL OPTIONS (description = 'How often this very row was delivered.'),
  `payload` STRING NOT NULL OPTIONS (description = 'The row as JSON.')
)
PARTITION BY DATE(occurred_at)
CLUSTER BY source, table_name
OPTIONS (description = 'Deliveries dropped because another one of the same event came first. Kept so that a later, still earlier delivery is judged as if all had come together.');

CREATE TABLE IF NOT EXISTS monitoring.streamed_files (
  `path` STRING NOT NULL OPTIONS (description = 'Path below the landing place.'),
  `records` INT64 NOT NULL OPTIONS (description = 'Records read.'),
  `dead_lettered` INT64 NOT NULL OPTIONS (description = 'Records rejected.'),
  `run_id` STRING NOT NULL OPTIONS (description = 'Streaming job that read it.'),
  `streamed_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it was read, UTC.')
)
PARTITION BY DATE(streamed_at)
OPTIONS (description = 'Landing files whose rows a streaming job has appended. Files that are not in landing_files yet wait for the next batch run, which settles their accounts.', partition_expiration_days = 30);

CREATE TABLE IF NOT EXISTS monitoring.streamed_duplicates (
  `drop_id` STRING NOT NULL OPTIONS (description = 'Identifies the row.'),
  `path` STRING NOT NULL OPTIONS (description = 'Landing file that it came in.'),
  `table_name` STRING NOT NULL OPTIONS (description = 'Raw table.'),
  `event_id` STRING NOT NULL OPTIONS (description = 'Identifies the delivery.'),
  `idempotency_key` STRING NOT NULL OPTIONS (description = 'Identifies the business event.'),
  `dropped_at` TIMESTAMP NOT NULL OPTIONS (description = 'When it was dropped, UTC.'),
  `payload` STRING NOT NULL OPTIONS (description = 'The row as JSON.')
)
PARTITION BY DATE(dropped_at)
OPTIONS (description = 'Deliveries that a streaming job has dropped because it knew the event. They tell the next batch run which rows of streamed files are in the raw tables.', partition_expiration_days = 30);

CREATE TABLE IF NOT EXISTS monitoring.arrivals (
  `window_start` TIMESTAMP NOT NULL OPTIONS (description = 'Begin of the minute in which the events occurred, UTC.'),
  `source` STRING NOT NULL OPTIONS (description = 'Landing source.'),
  `table_name` STRING NOT NULL OPTIONS (description = 'Raw table.'),
  `records` INT64 NOT NULL OPTIONS (description = 'Events of the minute seen so far.'),
  `timing` STRING NOT NULL OPTIONS (description = 'Whether the minute was still open, was just complete, or events came after that.'),
  `pane` INT64 NOT NULL OPTIONS (description = 'Number of the sight, from 0.'),
  `run_id` STRING NOT NULL OPTIONS (description = 'Streaming job.')
)
PARTITION BY DATE(window_start)
OPTIONS (description = 'How many events of each minute a streaming job had appended, before the minute was expected to be complete, when it was, and after. A later sight counts all again.', partition_expiration_days = 400);

CREATE TABLE IF NOT EXISTS monitoring.data_quality_results (
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `table_name` STRING NOT NULL OPTIONS (description = 'Table.'),
  `column_name` STRING NOT NULL OPTIONS (description = 'Column, or * for the whole table.'),
  `check_name` STRING NOT NULL OPTIONS (description = 'Check.'),
  `row_count` INT64 NOT NULL OPTIONS (description = 'Rows checked.'),
  `failures` INT64 NOT NULL OPTIONS (description = 'Rows that fail.'),
  `status` STRING NOT NULL OPTIONS (description = 'Result.'),
  `checked_from` DATE OPTIONS (description = 'First day of the partition column that was checked; absent when all rows were.')
)
OPTIONS (description = 'What the contracts say, checked against the tables.');

CREATE TABLE IF NOT EXISTS monitoring.data_quality_scores (
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `table_name` STRING NOT NULL OPTIONS (description = 'Table.'),
  `row_count` INT64 NOT NULL OPTIONS (description = 'Rows checked.'),
  `duplicates` INT64 OPTIONS (description = 'Deliveries of this raw table that were dropped as duplicates.'),
  `rejected` INT64 OPTIONS (description = 'Records meant for this raw table that are rejected and still missing.'),
  `completeness` FLOAT64 OPTIONS (description = 'Share of rows that have a value, in the required column where fewest do.'),
  `uniqueness` FLOAT64 OPTIONS (description = 'Share of rows that do not repeat the key of another.'),
  `validity` FLOAT64 OPTIONS (description = 'Share of rows with an allowed value, in the column where fewest have one; of a raw table at most the share of its records that were not rejected.'),
  `integrity` FLOAT64 OPTIONS (description = 'Share of rows whose reference exists, in the column where fewest do; of a raw table at most the share of records read that its account explains.'),
  `freshness` FLOAT64 OPTIONS (description = '1 while the newest row is as young as the contract promises, then the promised days over its age.'),
  `volume` FLOAT64 OPTIONS (description = '1 while rows were added at the rate of earlier runs, within three scaled median absolute deviations of their median, then that band over the distance.'),
  `overall` FLOAT64 OPTIONS (description = 'Mean of the dimensions that could be judged.'),
  `status` STRING NOT NULL OPTIONS (description = 'What the scores mean; withheld when no dimension could be judged.'),
  `worst_dimension` STRING OPTIONS (description = 'The dimension with the lowest score; absent when all are 1.'),
  `business_risk` STRING OPTIONS (description = 'What may go wrong in the business; absent when all is well.'),
  `withheld_because` STRING OPTIONS (description = 'Dimensions that were not judged, each with the reason.')
)
OPTIONS (description = 'How far each table can be relied on, from 0 to 1 by dimension. What cannot be judged is absent with the reason, never 0.');

CREATE TABLE IF NOT EXISTS monitoring.feature_drift (
  `model` STRING NOT NULL OPTIONS (description = 'Name of the model.'),
  `model_version` STRING NOT NULL OPTIONS (description = 'Version in the model registry.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `feature` STRING NOT NULL OPTIONS (description = 'Feature, or score.'),
  `psi` FLOAT64 OPTIONS (description = 'Population stability index; absent below 100 rows of either side.'),
  `lower` FLOAT64 OPTIONS (description = 'Lower end of its interval; wrong by chance for at most 1 percent of scores, and of all features together.'),
  `upper` FLOAT64 OPTIONS (description = 'Upper end of its interval.'),
  `reference_rows` INT64 NOT NULL OPTIONS (description = 'Rows of the reference.'),
  `current_rows` INT64 NOT NULL OPTIONS (description = 'Rows compared.'),
  `status` STRING NOT NULL OPTIONS (description = 'By the lower end: fail from 0.25, warn from 0.1; withheld when there are too few rows, or only the index itself is beyond 0.1; else pass.')
)
OPTIONS (description = 'Population stability index against the reference frozen with the model.');

CREATE TABLE IF NOT EXISTS monitoring.model_calibration (
  `model` STRING NOT NULL OPTIONS (description = 'Name of the model.'),
  `model_version` STRING NOT NULL OPTIONS (description = 'Version in the model registry.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `bin` INT64 NOT NULL OPTIONS (description = 'Decile of predicted probability, from 1.'),
  `row_count` INT64 NOT NULL OPTIONS (description = 'Rows in the bin.'),
  `mean_predicted` FLOAT64 NOT NULL OPTIONS (description = 'Mean prediction. Unit: share.'),
  `observed_rate` FLOAT64 NOT NULL OPTIONS (description = 'Share that happened. Unit: share.')
)
OPTIONS (description = 'Predicted against observed on the hold-out.');

CREATE TABLE IF NOT EXISTS monitoring.release_gates (
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `gate` STRING NOT NULL OPTIONS (description = 'The gate, or overall.'),
  `verdict` STRING NOT NULL OPTIONS (description = 'Result.'),
  `value` FLOAT64 OPTIONS (description = 'The figure; absent when there is none.'),
  `lower` FLOAT64 OPTIONS (description = 'Lower end of its interval; the figure itself when counted.'),
  `upper` FLOAT64 OPTIONS (description = 'Upper end of its interval; the figure itself when counted.'),
  `row_count` INT64 OPTIONS (description = 'Rows that the figure rests on.'),
  `needed_rows` INT64 NOT NULL OPTIONS (description = 'Rows that the gate needs; with fewer it is withheld.'),
  `threshold` STRING NOT NULL OPTIONS (description = 'Rule that was applied.'),
  `explanation` STRING NOT NULL OPTIONS (description = 'The result for people.'),
  `withheld_because` STRING OPTIONS (description = 'Why the gate is withheld.'),
  `false_alarm_rate` FLOAT64 OPTIONS (description = 'The most often that the gate fails or warns although the true figure is within the threshold; 0 when counted in full. Unit: share.')
)
OPTIONS (description = 'Gates that a release must pass.');

CREATE TABLE IF NOT EXISTS marts.release_decisions (
  `change_id` STRING NOT NULL OPTIONS (description = 'The change; this_run is the run itself.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `what` STRING NOT NULL OPTIONS (description = 'What changes.'),
  `owner` STRING NOT NULL OPTIONS (description = 'Team that answers for it.'),
  `experiment_id` STRING OPTIONS (description = 'Experiment that measures it.'),
  `geo_test_id` STRING OPTIONS (description = 'Test of regions that measures it.'),
  `offer_id` STRING OPTIONS (description = 'Offer that it makes.'),
  `model` STRING OPTIONS (description = 'Model that it rests on.'),
  `decision` STRING NOT NULL OPTIONS (description = 'ship: give it to everybody. limited_rollout: to some, and watch. experiment_only: the evidence does not suffice. needs_human_review: a person must decide. block: give it to nobody.'),
  `held_back_by` STRING OPTIONS (description = 'Gates that allow no more, separated by commas; absent for ship.'),
  `gates` INT64 NOT NULL OPTIONS (description = 'Gates that were judged.'),
  `passed` INT64 NOT NULL OPTIONS (description = 'Gates that pass.'),
  `withheld` INT64 NOT NULL OPTIONS (description = 'Gates that are withheld.'),
  `reason` STRING NOT NULL OPTIONS (description = 'Why, for people.')
)
OPTIONS (description = 'What may be done with each declared change, and with the run itself; the strictest of what its gates allow.');

CREATE TABLE IF NOT EXISTS marts.release_decision_gates (
  `change_id` STRING NOT NULL OPTIONS (description = 'The change; this_run is the run itself.'),
  `gate` STRING NOT NULL OPTIONS (description = 'The gate.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `figure` FLOAT64 OPTIONS (description = 'The figure; absent when there is none.'),
  `lower` FLOAT64 OPTIONS (description = 'Lower end of its interval; the figure itself when it is exact, absent without a limit.'),
  `upper` FLOAT64 OPTIONS (description = 'Upper end of its interval.'),
  `threshold` STRING NOT NULL OPTIONS (description = 'What figures allow no more than what.'),
  `required` BOOL NOT NULL OPTIONS (description = 'Whether the change stays an experiment while the gate is withheld.'),
  `status` STRING NOT NULL OPTIONS (description = 'pass, warn, review or block where the whole interval says so; withheld where it does not, or there is no figure.'),
  `allows` STRING NOT NULL OPTIONS (description = 'The most that the gate lets be done with the change.'),
  `evidence_table` STRING NOT NULL OPTIONS (description = 'Table that holds the evidence.'),
  `evidence_key` STRING NOT NULL OPTIONS (description = 'Its row, as column=value.'),
  `reason` STRING NOT NULL OPTIONS (description = 'Why, for people.')
)
OPTIONS (description = 'What each gate says of a change, with its evidence; docs/release-decisions.md says how gates are judged.');

CREATE TABLE IF NOT EXISTS monitoring.metric_health (
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `metric` STRING NOT NULL OPTIONS (description = 'Name in the metric catalogue.'),
  `owner` STRING NOT NULL OPTIONS (description = 'Team that answers for it.'),
  `grain` STRING NOT NULL OPTIONS (description = 'Length of the period.'),
  `period_start` DATE OPTIONS (description = 'First day of the newest complete period.'),
  `value` FLOAT64 OPTIONS (description = 'Value over all customers.'),
  `unit` STRING NOT NULL OPTIONS (description = 'Unit of the value.'),
  `target` STRING OPTIONS (description = 'What the value should be; absent without a target.'),
  `status` STRING NOT NULL OPTIONS (description = 'Result: ok, warn or bad against the target, no_target, unmapped when the data lack its sources, withheld when there is no value.'),
  `because` STRING OPTIONS (description = 'Why there is no value or no target; absent with both.'),
  `previous_value` FLOAT64 OPTIONS (description = 'Value of the period before.'),
  `change` FLOAT64 OPTIONS (description = 'Value less that of the period before.')
)
OPTIONS (description = 'Metrics in their newest complete period, against their targets.');

CREATE TABLE IF NOT EXISTS monitoring.business_health (
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.'),
  `domain` STRING NOT NULL OPTIONS (description = 'Domain of the business, or overall.'),
  `weight` FLOAT64 NOT NULL OPTIONS (description = 'Share of the domain in the overall score.'),
  `score` FLOAT64 OPTIONS (description = 'Score; absent when less than half of the inputs, by weight, are there.'),
  `status` STRING NOT NULL OPTIONS (description = 'What the score means; unknown without one.'),
  `coverage` FLOAT64 NOT NULL OPTIONS (description = 'Share of the inputs, by weight, that are there.'),
  `inputs` STRING OPTIONS (description = 'Inputs with their scores.'),
  `missing` STRING OPTIONS (description = 'Inputs that are missing, and so count neither way.')
)
OPTIONS (description = 'How well the business does, by domain and overall, from 0 to 100.');

CREATE TABLE IF NOT EXISTS monitoring.metric_lineage (
  `metric` STRING NOT NULL OPTIONS (description = 'Name in the metric catalogue.'),
  `table_name` STRING NOT NULL OPTIONS (description = 'Raw table.'),
  `column_name` STRING NOT NULL OPTIONS (description = 'Column of the table.'),
  `meaning` STRING NOT NULL OPTIONS (description = 'What the column means.'),
  `via` STRING OPTIONS (description = 'Mart through which it goes; absent when it goes straight.')
)
OPTIONS (description = 'From which raw columns each metric comes.');

CREATE TABLE IF NOT EXISTS monitoring.kpi_publications (
  `metric` STRING NOT NULL OPTIONS (description = 'Name in the metric catalogue.'),
  `grain` STRING NOT NULL OPTIONS (description = 'Length of the period.'),
  `period_start` DATE NOT NULL OPTIONS (description = 'First day of the period.'),
  `dimension` STRING NOT NULL OPTIONS (description = 'Dimension broken down by, or all.'),
  `dimension_value` STRING NOT NULL OPTIONS (description = 'Value of the dimension, or all.'),
  `value` FLOAT64 OPTIONS (description = 'Value in the unit of the metric.'),
  `run_id` STRING NOT NULL OPTIONS (description = 'The run that published it last.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected.')
)
OPTIONS (description = 'The figures of complete periods as they were published last, with which the next publication is compared.');

CREATE TABLE IF NOT EXISTS monitoring.restatements (
  `run_id` STRING NOT NULL OPTIONS (description = 'The run that changed the figure.'),
  `as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, is reflected now.'),
  `previous_run_id` STRING NOT NULL OPTIONS (description = 'The run that had published it before.'),
  `previous_as_of` DATE NOT NULL OPTIONS (description = 'Everything known before this day, UTC, was reflected then.'),
  `metric` STRING NOT NULL OPTIONS (description = 'Name in the metric catalogue.'),
  `grain` STRING NOT NULL OPTIONS (description = 'Length of the period.'),
  `period_start` DATE NOT NULL OPTIONS (description = 'First day of the period.'),
  `dimension` STRING NOT NULL OPTIONS (description = 'Dimension broken down by, or all.'),
  `dimension_value` STRING NOT NULL OPTIONS (description = 'Value of the dimension, or all.'),
  `published_before` FLOAT64 OPTIONS (description = 'Value published before; absent when there was none.'),
  `published_now` FLOAT64 OPTIONS (description = 'Value published now; absent when there is none.'),
  `difference` FLOAT64 OPTIONS (description = 'Now less before; absent when either is.'),
  `late_rows` INT64 NOT NULL OPTIONS (description = 'Rows of the period in the metric\'s raw tables that were ingested on the previous as-of day or later. 0 means that rows of other periods, rows delivered with an earlier ingested_at, or another definition changed the figure.'),
  `first_occurred_at` TIMESTAMP OPTIONS (description = 'When the first of these rows occurred, UTC.'),
  `last_occurred_at` TIMESTAMP OPTIONS (description = 'When the last of these rows occurred, UTC.'),
  `late_rows_by_table` STRING OPTIONS (description = 'These rows by raw table, like raw.payments 3, raw.sessions 1.')
)
OPTIONS (description = 'Figures of complete periods that a run published differently from the run before, kept over runs.');

CREATE OR REPLACE VIEW marts.customer_360 AS
-- A customer in one row: profile, segments, expected margin, and current model scores, which also decide on retention.
SELECT
  profile.*,
  segment.segment_reason,
  segment.travel_share_90d,
  segment.necessity_share_90d,
  rfm.recency_score,
  rfm.frequency_score,
  rfm.monetary_score,
  rfm.lifecycle_segment,
  worth.historic_margin_minor,
  worth.expected_margin_minor,
  worth.expected_margin_lower_minor,
  worth.expected_margin_upper_minor,
  worth.margin_horizon_weeks,
  worth.simple_value_minor,
  worth.value_band,
  churn.score AS churn_score,
  churn.band AS churn_band,
  activation.score AS activation_score,
  activation.band AS activation_band,
  profile.campaigns_allowed
    AND NOT COALESCE(churn.vulnerable_customer, FALSE)
    AND profile.recency_status NOT IN ('inactive_90_plus', 'never_active')
    AND (profile.retention_eligible OR COALESCE(churn.band = 'high', FALSE)) AS suggested_for_retention,
  CASE
    WHEN COALESCE(churn.vulnerable_customer, FALSE) THEN 'Protected: offer help instead.'
    WHEN profile.campaigns_allowed
      AND profile.recency_status NOT IN ('inactive_90_plus', 'never_active')
      AND NOT profile.retention_eligible
      AND churn.band = 'high'
      THEN 'The churn score is high.'
    ELSE profile.retention_reason
  END AS retention_suggestion
FROM marts.customer_360_profile AS profile
LEFT JOIN marts.customer_segments AS segment ON segment.customer_id = profile.customer_id
LEFT JOIN marts.customer_rfm AS rfm ON rfm.customer_id = profile.customer_id
LEFT JOIN marts.metric_customer_ltv AS worth ON worth.customer_id = profile.customer_id
LEFT JOIN scores.customer_scores AS churn
  ON churn.customer_id = profile.customer_id AND churn.model = 'churn' AND churn.as_of = profile.as_of
LEFT JOIN scores.customer_scores AS activation
  ON activation.customer_id = profile.customer_id AND activation.model = 'activation'
    AND activation.as_of = profile.as_of;

CREATE OR REPLACE VIEW marts.customers AS
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
LEFT JOIN marts.customer_rfm AS r ON r.customer_id = p.customer_id;

CREATE OR REPLACE VIEW marts.kpi_latest AS
-- The newest complete monthly value of every metric for all customers, with the value a month before.
-- metric: Metric of the catalogue.
-- period_start: First day of the month.
-- value: Value of the month, in its unit.
-- value_before: Value of the month before; absent for the first.
-- unit: Unit of both values.
SELECT
  metric,
  period_start,
  value,
  LAG(value) OVER (PARTITION BY metric ORDER BY period_start NULLS FIRST) AS value_before,
  unit
FROM marts.kpi_values
WHERE dimension = 'all'
  AND grain = 'month'
  AND is_complete
QUALIFY ROW_NUMBER() OVER (PARTITION BY metric ORDER BY period_start DESC NULLS LAST) = 1;

CREATE OR REPLACE VIEW marts.monthly_engagement AS
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
WHERE as_of >= DATE '0001-01-01';

CREATE OR REPLACE VIEW marts.offer_results AS
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
  AND NOT vulnerable_customer;

CREATE OR REPLACE VIEW marts.subscription_changes AS
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
WHERE occurred_at >= CAST(DATE '0001-01-01' AS TIMESTAMP);

CREATE OR REPLACE VIEW marts.transactions AS
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
WHERE t.occurred_on >= DATE '0001-01-01';
