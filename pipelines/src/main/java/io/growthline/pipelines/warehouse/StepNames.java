package io.growthline.pipelines.warehouse;

import io.growthline.domain.contract.TableSpec;
import java.util.List;

/** Names of steps that handle several tables at once. */
final class StepNames {
  private StepNames() {}

  /** The id of one table; of several, their dataset. */
  static String of(List<? extends TableSpec<?>> tables) {
    return tables.size() == 1 ? tables.get(0).id() : tables.get(0).dataset() + " tables";
  }
}
