package io.growthline.cloudrun.dashboard;

import io.growthline.cloudrun.data.Snapshot;
import io.growthline.domain.money.Money;
import io.growthline.domain.pricing.DemandModels;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.pages.Tables;
import io.growthline.warehouse.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What pages speak of: the tables of one publication, and the models in production with them. */
final class PublishedTables implements Tables {
  private final Snapshot snapshot;

  PublishedTables(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  @Override
  public List<Row> query(String sql, Map<String, ?> parameters) {
    return snapshot.query(sql, parameters);
  }

  @Override
  public LocalDate asOf() {
    return snapshot.asOf();
  }

  @Override
  public Instant publishedAt() {
    return snapshot.publishedAt();
  }

  @Override
  public Money money() {
    return snapshot.money();
  }

  @Override
  public ModelRegistry registry() {
    return snapshot.models().registry();
  }

  @Override
  public Optional<DemandModels> demand() {
    return snapshot.models().demand();
  }
}
