package io.growthline.domain.release;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.experiment.ExperimentResult;
import io.growthline.domain.experiment.ExperimentSummary;
import io.growthline.domain.geo.GeoIncrementality;
import io.growthline.domain.mart.TableReader;
import io.growthline.domain.monitoring.ReleaseGate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the tables that evidence is taken from; all are small. */
public final class PublishedEvidence {
  static final String CASES =
      "SELECT owner, COUNT(*) AS cases FROM scores.action_plan WHERE arm = 'treated'"
          + " GROUP BY owner ORDER BY owner";

  /** How many customers of the plan a team is to contact. */
  public record Waiting(String owner, long cases) {}

  private PublishedEvidence() {}

  /**
   * @param gates of the run, which are not published yet
   */
  public static Published read(TableReader tables, List<ReleaseGate> gates) {
    return new Published(
        tables.rows(TableSpec.of(ExperimentSummary.class)),
        tables.rows(TableSpec.of(ExperimentResult.class)),
        tables.rows(TableSpec.of(GeoIncrementality.class)),
        tables.rows(TableSpec.of(OfferFairValue.class)),
        tables.select(Waiting.class, CASES, Map.of()).stream()
            .collect(Collectors.toMap(Waiting::owner, Waiting::cases)),
        gates);
  }
}
