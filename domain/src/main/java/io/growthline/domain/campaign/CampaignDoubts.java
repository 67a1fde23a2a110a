package io.growthline.domain.campaign;

import java.util.ArrayList;
import java.util.List;

/** Why a result, which can be computed, does not settle whether a campaign pays. */
final class CampaignDoubts {
  private CampaignDoubts() {}

  /** Sentences; empty when it does. */
  static List<String> of(CampaignOutcome outcome, CampaignSums customers) {
    List<String> doubts = new ArrayList<>();
    if (outcome.isOpen()) {
      doubts.add("The 90% interval of the net includes 0.");
    }
    if (2 * customers.assumed() > customers.customers()) {
      doubts.add(
          "Chances of leaving are assumed by rules, not measured, for %d of %d customers."
              .formatted(customers.assumed(), customers.customers()));
    }
    return doubts;
  }
}
