package io.growthline.pages;

import java.util.List;

/** Outcomes of customers for {@link PublishedFixture}. */
final class OutcomeRows {
  static final List<String> ALL =
      List.of(
          "INSERT INTO marts.outcome_gaps VALUES"
              + " ('activated_7d', 'digital_confidence', DATE '2026-01-01', 'higher', 3, 'high',"
              + " 400, 0.6, 'low', 200, 0.4, 0.2, 0.13, 0.27, 0.0001, 0.0004, 'large', 'low', 'ok',"
              + " 'The interval is above 10 points.'),"
              + " ('complaint_90d', 'vulnerable_customer', DATE '2026-01-01', 'lower', 2, 'yes',"
              + " 60, 0.2, 'no', 900, 0.1, 0.1, 0.02, 0.2, 0.02, 0.04, NULL, NULL, 'inconclusive',"
              + " 'The interval includes 5 points.'),"
              + " ('activated_7d', 'student', DATE '2026-01-01', 'higher', 2, 'no', 800, 0.52,"
              + " 'yes', 900, 0.51, 0.01, -0.02, 0.04, 0.6, 0.6, 'small', NULL, 'ok',"
              + " 'The interval is below 5 points.'),"
              + " ('activated_7d', 'new_to_country', DATE '2026-01-01', 'higher', 1, NULL, NULL,"
              + " NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'invalid', 'Two"
              + " known groups of at least 30 customers are needed; there is one.')",
          "INSERT INTO marts.inclusion_funnel SELECT band, 'all', n, ['application_submitted',"
              + " 'identity_checked', 'approved', 'account_activated', 'account_funded'][n],"
              + " 200, CASE WHEN n = 5 AND band = 'low' THEN 120 ELSE 190 END,"
              + " CASE WHEN n = 1 THEN NULL WHEN n = 5 AND band = 'low' THEN 0.4 ELSE 0.05 END,"
              + " CASE WHEN n = 1 THEN NULL WHEN n = 5 AND band = 'low' THEN 0.345 ELSE 0.03 END,"
              + " CASE WHEN n = 1 THEN NULL WHEN n = 5 AND band = 'low' THEN 0.458 ELSE 0.08 END,"
              + " CASE WHEN n = 1 THEN NULL ELSE n = 5 AND band = 'low' END"
              + " FROM (VALUES ('low'), ('high')) b(band), range(1, 6) t(n)",
          "INSERT INTO marts.wellbeing_proxies VALUES (DATE '2025-12-01', 'failed_payments', 'Two"
              + " or more attempts failed.', 500, 25, 0.05, 0.036, 0.069, 'offer help from a"
              + " person', 'pricing, credit decisions'), (DATE '2025-11-01', 'failed_payments',"
              + " 'Two or more attempts failed.', 500, 30, 0.06, 0.045, 0.08, 'offer help from a"
              + " person', 'pricing, credit decisions')",
          "INSERT INTO marts.protection_actions SELECT m, action, n, 1, 100, n - 2, (n - 2) / 100.0,"
              + " (n - 2) / 110.0, (n - 2) / 90.0 FROM (VALUES (DATE '2025-12-01'), (DATE"
              + " '2026-01-01')) k(m), (VALUES ('none', 80), ('education', 20), ('soft_friction',"
              + " 10), ('cooling_off', 6), ('human_review', 4)) a(action, n)");

  private OutcomeRows() {}
}
