-- A raw table in SQL, from landing files: the first delivery of each business event of a customer, by customer.
--
-- Ours also drops a row that shares only the event_id with an earlier one. SQL would need a second pass for that, and
-- in generated data such rows share the idempotency_key as well. Rejected records are dropped here without an account.
CREATE VIEW raw.${table} AS
SELECT *
FROM landing.${table}
QUALIFY row_number() OVER (PARTITION BY customer_id, idempotency_key ORDER BY ingested_at, event_id) = 1
ORDER BY customer_id, occurred_at;
