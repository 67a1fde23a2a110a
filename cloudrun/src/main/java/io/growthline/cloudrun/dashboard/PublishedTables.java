package io.growthline.cloudrun.dashboard;

import io.growthline.cloudrun.data.Models;
import io.growthline.cloudrun.data.Snapshot;
import io.growthline.domain.pricing.DemandModels;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.pages.Tables;
import io.growthline.warehouse.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What pages speak of: one publication, and the models in use. The demand models are loaded once,
 * so a page names the version that computed what it shows.
 */
final class PublishedTables implements Tables {
  private final Snapshot snapshot;
  private final Models models;
  private Optional<DemandModels> demand;

  PublishedTables(Snapshot snapshot, Models models) {
    this.snapshot = snapshot;
    this.models = models;
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
  public ModelRegistry registry() {
    return models.registry();
  }

  @Override
  public Optional<DemandModels> demand() {
    if (demand == null) {
      demand = models.demand();
    }
    return demand;
  }
}
