package io.growthline.pages;

import java.util.List;

/** Statements for a change that stays an experiment, and for the run, which is blocked. */
public final class ReleaseRows {
  private ReleaseRows() {}

  public static List<String> all() {
    return List.of(
        "INSERT INTO marts.release_decisions VALUES ('onboarding_checklist', DATE '2026-01-01', 'New"
            + " customers see a checklist.', 'growth', 'first_steps', NULL, NULL, NULL,"
            + " 'experiment_only', 'complaints', 2, 1, 1, 'Complaints: 0.0050 (-0.0100 to 0.0200)"
            + " does not exclude the threshold of block.'), ('this_run', DATE '2026-01-01', 'Tables"
            + " and models of this run are served.', 'platform', NULL, NULL, NULL, NULL, 'block',"
            + " 'data_quality', 1, 0, 0, 'One check fails.')",
        "INSERT INTO marts.release_decision_gates VALUES ('onboarding_checklist', 'complaints', DATE"
            + " '2026-01-01', 0.005, -0.01, 0.02, 'limited rollout at 0.003 or more, block at 0.01"
            + " or more', true, 'withheld', 'experiment_only', 'marts.experiment_results',"
            + " 'experiment_id=first_steps, metric=complained', '0.0050 (-0.0100 to 0.0200)"
            + " does not exclude the threshold of block.'), ('onboarding_checklist', 'uplift', DATE"
            + " '2026-01-01', 0.072, 0.021, 0.123, 'block at 0 or less', true, 'pass', 'ship',"
            + " 'marts.experiment_results', 'experiment_id=first_steps, metric=funded',"
            + " '0.0720 (0.0210 to 0.1230) is within the thresholds.'), ('this_run', 'data_quality',"
            + " DATE '2026-01-01', 1, 1, 1, 'fail if value > 0', false, 'block', 'block',"
            + " 'monitoring.release_gates', 'gate=data_quality', 'One check fails.')",
        result("funded", "all", "all", "primary", "0.848, 0.776, 0.072, 0.021, 0.123"),
        result("complained", "all", "all", "guardrail", "0.025, 0.020, 0.005, -0.010, 0.020"),
        result("funded", "income_segment", "low", "primary", "0.8, 0.7, 0.1, 0.02, 0.18"),
        "INSERT INTO marts.offer_fair_values VALUES ('boost', DATE '2026-01-01', 1000, 0.01, 0.1,"
            + " 0.05, 0.2, 150, 0.63, 0.55, 0.71, true, 'monitor', true, 'The interval does not"
            + " exclude a fair value below 0.60.')");
  }

  private static String result(
      String metric, String dimension, String value, String role, String numbers) {
    return ("INSERT INTO marts.experiment_results BY NAME SELECT 'first_steps' AS"
            + " experiment_id, '%s' AS metric, 'treatment' AS arm, '%s' AS dimension, '%s' AS value,"
            + " DATE '2026-01-01' AS as_of, 'control' AS control_arm, '%s' AS role, 'proportion' AS"
            + " kind, 'up_is_good' AS direction, 28 AS window_days, 1000 AS exposed, 486 AS"
            + " customers, 451 AS control_customers, mean, control_mean, effect, lower, upper,"
            + " 'ok' AS verdict FROM (VALUES (%s)) t(mean, control_mean, effect, lower, upper)")
        .formatted(metric, dimension, value, role, numbers);
  }
}
