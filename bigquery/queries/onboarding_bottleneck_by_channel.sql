-- Question: At which step does each signup channel lose most applicants, over all cohorts whose 30 days have passed?
-- For: growth
-- Parameters: none
-- Partition filter: none
-- Bytes budget: 1 GiB
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
      ROW_NUMBER() OVER (PARTITION BY signup_channel ORDER BY entering - reaching DESC NULLS LAST, step_number NULLS LAST) AS place
    FROM steps
  )
SELECT
  signup_channel,
  step AS bottleneck,
  entering,
  lost,
  ROUND(lost / NULLIF(entering, 0), 4) AS share_lost
FROM ranked
WHERE place = 1
  AND lost > 0
ORDER BY share_lost DESC NULLS LAST, signup_channel NULLS LAST
