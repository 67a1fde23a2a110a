package io.growthline.pages;

import io.growthline.domain.money.Money;
import io.growthline.domain.pricing.DemandModels;
import io.growthline.domain.scoring.ModelMetadata;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelSpec;
import io.growthline.domain.scoring.Models;
import io.growthline.warehouse.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One publication: the tables, and the models in use, that sections speak of. */
public interface Tables {
  /**
   * Rows of one SELECT that DuckDB and GoogleSQL both understand.
   *
   * @param parameters values of {@code @name}
   */
  List<Row> query(String sql, Map<String, ?> parameters);

  /** Everything known before this day, UTC, is reflected; null when there are no customers yet. */
  LocalDate asOf();

  /** When the tables were published. */
  Instant publishedAt();

  /** The currency that all amounts are in; unknown where no data name one. */
  Money money();

  /** The models that were published with the tables. */
  ModelRegistry registry();

  /** Scoring models in production, in the order of the model list. */
  default List<ModelMetadata> models() {
    return Models.ALL.stream()
        .map(ModelSpec::name)
        .flatMap(
            name ->
                registry()
                    .production(name)
                    .map(version -> registry().metadata(name, version))
                    .stream())
        .toList();
  }

  /**
   * Name and address of a customer: a row of {@code marts.dim_customer}.
   *
   * @return empty when the reader may not see it, or nothing is known
   */
  default Optional<Row> identity(String customerId) {
    return Optional.empty();
  }

  /** The demand models in production; empty when prices were never analysed. */
  default Optional<DemandModels> demand() {
    return registry().production(Models.DEMAND).map(registry()::demand);
  }
}
