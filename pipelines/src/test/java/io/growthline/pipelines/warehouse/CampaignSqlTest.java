package io.growthline.pipelines.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.campaign.CampaignAudience;
import io.growthline.domain.campaign.CampaignTerms;
import io.growthline.domain.decision.ChurnIntervals;
import io.growthline.domain.decision.ProbabilityRange;
import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.scoring.CalibrationBin;
import io.growthline.googlesql.GoogleSql;
import io.growthline.pages.campaign.CampaignStatements;
import io.growthline.warehouse.SqlWarehouse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a simulated campaign asks is GoogleSQL and runs on a directory, whatever is asked. */
class CampaignSqlTest {
  private static final CampaignTerms TERMS =
      new CampaignTerms(500, 1_000, 0.5, new Estimate(0.2, 0.08, 0.32));
  private static final CampaignAudience NARROW =
      new CampaignAudience(
          List.of("declining", "new_growing"),
          List.of("low"),
          List.of("high"),
          List.of("none"),
          new ProbabilityRange(0.1, 0.9),
          100L,
          0.5);
  private static final ChurnIntervals CALIBRATED =
      new ChurnIntervals(
          List.of(new CalibrationBin(1, 90, 0.1, 0.2), new CalibrationBin(2, 90, 0.5, 0.4)), 0.3);
  private static final ChurnIntervals UNCALIBRATED = new ChurnIntervals(List.of(), 0.3);

  @Test
  void everyStatementIsGoogleSqlAndRunsInDuckDb(@TempDir Path warehouse) {
    try (SqlWarehouse sql = new AnalysedSql(Warehouses.sql(warehouse.toString()))) {
      for (CampaignAudience audience : List.of(CampaignAudience.ALL, NARROW)) {
        for (ChurnIntervals intervals : List.of(CALIBRATED, UNCALIBRATED)) {
          CampaignStatements asked = new CampaignStatements(audience, TERMS, intervals);
          for (String statement : List.of(asked.sums(), paged(asked.targets()))) {
            assertThat(sql.query(statement, asked.parameters()).rows(), is(List.of()));
          }
        }
      }
    }
  }

  @Test
  void aColumnThatBigQueryDoesNotHaveIsRefused(@TempDir Path warehouse) {
    CampaignStatements asked = new CampaignStatements(NARROW, TERMS, CALIBRATED);
    try (SqlWarehouse sql = new AnalysedSql(Warehouses.sql(warehouse.toString()))) {
      assertThrows(
          GoogleSql.RefusedException.class,
          () -> sql.query(asked.sums().replace("p.income", "p.outcome"), asked.parameters()));
    }
  }

  /** As a grid asks for a page of it. */
  private static String paged(String select) {
    return "SELECT g.*, COUNT(*) OVER () AS n FROM ("
        + select
        + ") AS g ORDER BY expected_value_minor DESC, customer_id LIMIT 5 OFFSET 0";
  }
}
