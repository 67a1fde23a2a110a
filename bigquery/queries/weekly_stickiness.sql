-- Question: How often did active customers come, week by week, and how did that change from four weeks before?
-- For: growth
-- Parameters: @since DATE '2026-01-01'
-- Partition filter: none
-- Bytes budget: 1 GiB
SELECT
  week_start,
  weekly_active_customers,
  ROUND(daily_over_weekly, 4) AS daily_over_weekly,
  ROUND(weekly_over_monthly, 4) AS weekly_over_monthly,
  ROUND(daily_over_weekly - earlier, 4) AS change_over_four_weeks
FROM (
  SELECT
    week_start,
    weekly_active_customers,
    daily_over_weekly,
    weekly_over_monthly,
    LAG(daily_over_weekly, 4) OVER (ORDER BY week_start NULLS FIRST) AS earlier
  FROM marts.weekly_engagement
  WHERE dimension = 'all'
) AS weeks
WHERE week_start >= @since
ORDER BY week_start NULLS LAST
