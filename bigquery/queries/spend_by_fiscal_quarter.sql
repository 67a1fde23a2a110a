-- Question: What did customers spend in each financial quarter since a day, on necessities and on the rest?
-- For: finance
-- Parameters: @since DATE '2025-12-01'
-- Partition filter: marts.monthly_customer_spending.month
-- Bytes budget: 1 GiB
SELECT
  d.fiscal_year,
  d.fiscal_quarter,
  COALESCE(c.spending_type, 'unknown') AS spending_type,
  SUM(m.spend_minor) AS spend_minor
FROM marts.monthly_customer_spending AS m
JOIN marts.dim_date AS d ON d.date = m.month
LEFT JOIN marts.dim_merchant_category AS c ON c.merchant_category = m.merchant_category
WHERE m.month >= @since
GROUP BY 1, 2, 3
ORDER BY d.fiscal_year NULLS LAST, d.fiscal_quarter NULLS LAST, spending_type NULLS LAST
