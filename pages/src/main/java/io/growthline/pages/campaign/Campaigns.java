package io.growthline.pages.campaign;

import io.growthline.domain.campaign.AudienceSums;
import io.growthline.domain.campaign.CampaignAudience;
import io.growthline.domain.campaign.CampaignSimulation;
import io.growthline.domain.campaign.CampaignSums;
import io.growthline.domain.campaign.CampaignTerms;
import io.growthline.domain.campaign.LeftOutReason;
import io.growthline.domain.decision.ChurnIntervals;
import io.growthline.domain.decision.DecisionRules;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.Models;
import io.growthline.warehouse.Row;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Simulates campaigns on one publication, the same for the page and the API. */
public final class Campaigns {
  private static final double UNCERTAINTY =
      DecisionRules.standard().policy().probabilityUncertainty();

  private final Published published;
  private final ChurnIntervals intervals;

  /**
   * @param registry whose churn model in production says how sure chances of leaving are
   */
  public Campaigns(Published published, ModelRegistry registry) {
    this.published = published;
    this.intervals =
        new ChurnIntervals(
            registry
                .production(Models.CHURN)
                .map(version -> List.copyOf(registry.calibration(Models.CHURN, version)))
                .orElse(List.of()),
            UNCERTAINTY);
  }

  /** What a campaign would bring. */
  public CampaignSimulation simulate(CampaignAudience audience, CampaignTerms terms) {
    CampaignStatements statements = statements(audience, terms);
    CampaignSums worthwhile = CampaignSums.NONE;
    CampaignSums others = CampaignSums.NONE;
    Map<LeftOutReason, Long> leftOut = new EnumMap<>(LeftOutReason.class);
    for (Row row : published.query(statements.sums(), statements.parameters())) {
      if (!row.text("place").equals(CampaignStatements.AUDIENCE)) {
        leftOut.put(LeftOutReason.of(row.text("place")), whole(row, "customers"));
      } else if (row.flag("worthwhile")) {
        worthwhile = sums(row);
      } else {
        others = sums(row);
      }
    }
    return CampaignSimulation.of(terms, new AudienceSums(worthwhile, others, leftOut));
  }

  /** Statements about the customers of a campaign. */
  public CampaignStatements statements(CampaignAudience audience, CampaignTerms terms) {
    return new CampaignStatements(audience, terms, intervals);
  }

  private static CampaignSums sums(Row row) {
    return new CampaignSums(
        whole(row, "customers"),
        whole(row, "assumed"),
        whole(row, "chance"),
        whole(row, "at_stake"),
        whole(row, "chance_spread"),
        whole(row, "mixed_spread"),
        whole(row, "value_spread"),
        whole(row, "loss_spread"));
  }

  private static long whole(Row row, String column) {
    return ((Number) row.get(column)).longValue();
  }
}
