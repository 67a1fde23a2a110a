-- How often active customers came, week by week, and the change from four weeks before. Parameter: @since (date).
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
    LAG(daily_over_weekly, 4) OVER (ORDER BY week_start) AS earlier
  FROM marts.weekly_engagement
  WHERE dimension = 'all'
) AS weeks
WHERE week_start >= @since
ORDER BY week_start
