package io.growthline.cloudrun.dashboard;

import io.growthline.cloudrun.data.Snapshot;
import io.growthline.domain.money.Money;
import io.growthline.domain.pricing.DemandModels;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.pages.Role;
import io.growthline.pages.Tables;
import io.growthline.warehouse.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What pages speak of: the tables of one publication, and the models in production with them. */
final class PublishedTables implements Tables {
  private static final String HAS_IDENTITIES =
      "SELECT 1 FROM information_schema.tables"
          + " WHERE table_schema = 'marts' AND table_name = 'dim_customer'";
  private static final Logger LOG = Logger.getLogger(PublishedTables.class);

  private final Snapshot snapshot;
  private final Role role;

  PublishedTables(Snapshot snapshot, Role role) {
    this.snapshot = snapshot;
    this.role = role;
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

  /** A release holds no identities, so that no setting of the service can show one. */
  @Override
  public Optional<Row> identity(String customerId) {
    if (!role.seesIdentity() || snapshot.query(HAS_IDENTITIES).isEmpty()) {
      return Optional.empty();
    }
    LOG.infof("Role %s looks at name and contact of customer %s", role.text(), customerId);
    return snapshot
        .query(
            "SELECT full_name, email, city FROM marts.dim_customer"
                + " WHERE customer_id = @id AND is_current",
            Map.of("id", customerId))
        .stream()
        .findFirst();
  }

  @Override
  public Optional<DemandModels> demand() {
    return snapshot.models().demand();
  }
}
