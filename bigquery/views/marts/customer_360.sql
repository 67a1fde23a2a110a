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
    AND activation.as_of = profile.as_of
