-- The step at which each signup channel loses most applicants, over all cohorts whose 30 days have passed.
WITH
  steps AS (
    SELECT
      dimension_value AS signup_channel,
      step_number,
      step,
      SUM(customers_entering) AS entering,
      SUM(customers_reaching) AS reaching
    FROM marts.onboarding_funnel
    WHERE dimension = 'signup_channel'
      AND is_mature
    GROUP BY signup_channel, step_number, step
  ),
  ranked AS (
    SELECT
      signup_channel,
      step_number,
      step,
      entering,
      entering - reaching AS lost,
      ROW_NUMBER() OVER (PARTITION BY signup_channel ORDER BY entering - reaching DESC, step_number) AS place
    FROM steps
  )
SELECT
  signup_channel,
  step AS bottleneck,
  entering,
  lost,
  ROUND(lost / entering, 4) AS share_lost
FROM ranked
WHERE place = 1
  AND lost > 0
ORDER BY share_lost DESC, signup_channel
