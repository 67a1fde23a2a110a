package io.growthline.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.customer.CustomerRfm;
import io.growthline.domain.customer.CustomerSegment;
import io.growthline.domain.scoring.CustomerScore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view on tables of customers that differ in what decides on retention. */
class Customer360ViewTest {
  @TempDir Path warehouse;

  @BeforeEach
  void publish() throws Exception {
    LocalTables.put(
        warehouse,
        TableSpec.of(Customer360Profile.class),
        profile("1-steady", true, false),
        profile("2-risky", true, false),
        profile("3-risky-protected", false, false),
        profile("4-silent", true, true),
        profile("5-risky-then", true, false),
        profile("6-found-vulnerable", true, true),
        with(profile("7-risky-left", true, false), "recency_status", "'inactive_90_plus'"));
    LocalTables.put(
        warehouse,
        TableSpec.of(CustomerScore.class),
        score("1-steady", "medium"),
        score("2-risky", "high"),
        score("3-risky-protected", "high"),
        with(score("5-risky-then", "high"), "as_of", "'2026-06-01'"),
        with(score("6-found-vulnerable", "high"), "vulnerable_customer", "true"),
        score("7-risky-left", "high"),
        with(score("1-steady", "low"), "model", "'activation'"));
    LocalTables.put(
        warehouse,
        TableSpec.of(CustomerSegment.class),
        Map.of("customer_id", "'1-steady'", "travel_share_90d", "0.5"));
    LocalTables.put(
        warehouse,
        TableSpec.of(CustomerRfm.class),
        Map.of("customer_id", "'1-steady'", "lifecycle_segment", "'vip'"));
  }

  @Test
  void aHighChurnScoreAddsToRetentionButNeverWhoIsProtectedOrHasLeft() throws Exception {
    assertThat(
        rows("customer_id, suggested_for_retention, retention_suggestion"),
        contains(
            List.of("1-steady", false, "of the profile"),
            List.of("2-risky", true, "The churn score is high."),
            List.of("3-risky-protected", false, "of the profile"),
            List.of("4-silent", true, "of the profile"),
            List.of("5-risky-then", false, "of the profile"),
            List.of("6-found-vulnerable", false, "Protected: offer help instead."),
            List.of("7-risky-left", false, "of the profile")));
  }

  @Test
  void everyCustomerIsThereOnceWithWhatIsKnownInOtherTables() throws Exception {
    assertThat(
        rows(
            "customer_id, coalesce(lifecycle_segment, ''), coalesce(travel_share_90d, 0),"
                + " coalesce(churn_band, ''), coalesce(activation_band, '')"),
        contains(
            List.of("1-steady", "vip", 0.5, "medium", "low"),
            List.of("2-risky", "", 0.0, "high", ""),
            List.of("3-risky-protected", "", 0.0, "high", ""),
            List.of("4-silent", "", 0.0, "", ""),
            List.of("5-risky-then", "", 0.0, "", ""),
            List.of("6-found-vulnerable", "", 0.0, "high", ""),
            List.of("7-risky-left", "", 0.0, "high", "")));
  }

  private List<List<Object>> rows(String columns) throws Exception {
    String view = ViewFiles.queries().get("marts.customer_360");
    try (DuckDbSql sql = DuckDbSql.live(warehouse)) {
      return sql.query(
              "SELECT " + columns + " FROM (" + view + ") AS v ORDER BY customer_id", Map.of())
          .rows();
    }
  }

  private static Map<String, String> profile(String id, boolean allowed, boolean eligible) {
    return Map.of(
        "customer_id",
        "'" + id + "'",
        "as_of",
        "'2026-07-01'",
        "campaigns_allowed",
        "" + allowed,
        "recency_status",
        "'active'",
        "retention_eligible",
        "" + eligible,
        "retention_reason",
        "'of the profile'");
  }

  private static Map<String, String> score(String id, String band) {
    return Map.of(
        "customer_id",
        "'" + id + "'",
        "as_of",
        "'2026-07-01'",
        "model",
        "'churn'",
        "band",
        "'" + band + "'");
  }

  private static Map<String, String> with(Map<String, String> row, String column, String value) {
    Map<String, String> changed = new HashMap<>(row);
    changed.put(column, value);
    return changed;
  }
}
