package io.growthline.pipelines.monitor;

import io.growthline.domain.monitoring.ReleaseGate;
import io.growthline.domain.release.Change;
import io.growthline.domain.release.Changes;
import io.growthline.domain.release.Published;
import io.growthline.domain.release.PublishedEvidence;
import io.growthline.domain.release.ReleaseDecisions;
import io.growthline.domain.release.Thresholds;
import io.growthline.domain.rule.RuleException;
import io.growthline.pipelines.marts.SqlTables;
import io.growthline.pipelines.models.FileSystemsStore;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.warehouse.SqlWarehouse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Decides on the declared changes by what is published. */
final class ChangeDecisions {
  private final String place;
  private final SqlWarehouse warehouse;

  ChangeDecisions(MonitorOptions options, SqlWarehouse warehouse) {
    this.place = options.getReleaseRules();
    this.warehouse = warehouse;
  }

  /**
   * Decides on the changes of the user; else on the examples of the platform that were measured.
   *
   * @param gates of the run
   * @throws UsageException naming file, change or gate, key and what to do
   */
  ReleaseDecisions decide(List<ReleaseGate> gates, LocalDate asOf) {
    try {
      Thresholds thresholds =
          text(Thresholds.FILE)
              .map(yaml -> Thresholds.parse(path(Thresholds.FILE), yaml))
              .orElseGet(Thresholds::standard);
      Optional<Changes> own =
          text(Changes.FILE).map(yaml -> Changes.parse(path(Changes.FILE), yaml));
      Published published = PublishedEvidence.read(new SqlTables(warehouse), gates);
      own.ifPresent(changes -> ReleaseDecisions.requireKnown(changes, published));
      List<Change> changes =
          own.map(Changes::all)
              .orElseGet(() -> ReleaseDecisions.measured(Changes.standard().all(), published));
      return ReleaseDecisions.of(changes, thresholds, published, asOf);
    } catch (RuleException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private Optional<String> text(String file) {
    return place == null
        ? Optional.empty()
        : new FileSystemsStore(place)
            .read(file)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private String path(String file) {
    return place + "/" + file;
  }
}
