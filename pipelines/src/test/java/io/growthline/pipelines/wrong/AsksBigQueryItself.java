package io.growthline.pipelines.wrong;

/** Breaks a rule, to show that it holds. */
final class AsksBigQueryItself {
  com.google.cloud.bigquery.QueryJobConfiguration query;
}
