package io.growthline.pipelines.marts;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.experiment.Experiment;
import io.growthline.domain.experiment.ExperimentDeclarations;
import io.growthline.domain.experiment.Experiments;
import io.growthline.domain.rule.RuleException;
import io.growthline.pipelines.models.FileSystemsStore;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.warehouse.SqlWarehouse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the experiments of a run, and refuses those that its data cannot fill. */
final class DeclaredExperiments {
  private DeclaredExperiments() {}

  /**
   * The experiments of the user, else those of the platform. Metrics of the user's must have rows;
   * those of the platform, which nobody here has asked for, are invalid without.
   *
   * @throws UsageException naming file, experiment, key and what to do
   */
  static ExperimentDeclarations of(MartsOptions options, SqlWarehouse warehouse) {
    try {
      Optional<ExperimentDeclarations> own = own(options.getExperimentDeclarations());
      if (own.isEmpty()) {
        return ExperimentDeclarations.standard();
      }
      requireSources(own.get().experiments(), warehouse);
      return own.get();
    } catch (RuleException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static Optional<ExperimentDeclarations> own(String place) {
    return place == null
        ? Optional.empty()
        : new FileSystemsStore(place)
            .read(ExperimentDeclarations.FILE)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .map(
                yaml ->
                    new ExperimentDeclarations(place + "/" + ExperimentDeclarations.FILE, yaml));
  }

  private static void requireSources(Experiments experiments, SqlWarehouse warehouse) {
    Map<String, Boolean> known = new HashMap<>();
    for (Experiment experiment : experiments.all()) {
      if (experiment.exposure().sources().stream().allMatch(id -> hasRows(id, warehouse, known))) {
        experiments.requireSources(experiment, id -> hasRows(id, warehouse, known));
      }
    }
  }

  private static boolean hasRows(String id, SqlWarehouse warehouse, Map<String, Boolean> known) {
    return known.computeIfAbsent(id, table -> count(table, warehouse) > 0);
  }

  private static long count(String id, SqlWarehouse warehouse) {
    TableSpec<?> table = Contracts.find(id).orElseThrow();
    String sql = "SELECT COUNT(*) FROM " + table.allRows() + " AS t";
    return ((Number) warehouse.query(sql, Map.of()).rows().get(0).get(0)).longValue();
  }
}
