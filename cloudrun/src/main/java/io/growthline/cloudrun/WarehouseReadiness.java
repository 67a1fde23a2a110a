package io.growthline.cloudrun;

import io.growthline.cloudrun.data.NotPublishedException;
import io.growthline.cloudrun.data.PublishedWarehouse;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when a warehouse is published. */
@Readiness
@ApplicationScoped
public class WarehouseReadiness implements HealthCheck {
  private final PublishedWarehouse warehouse;

  WarehouseReadiness(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("warehouse");
    try {
      return warehouse.read(
          snapshot ->
              response
                  .withData("as_of", String.valueOf(snapshot.asOf()))
                  .withData("published_at", snapshot.publishedAt().toString())
                  .up()
                  .build());
    } catch (NotPublishedException e) {
      return response.withData("reason", e.getMessage()).down().build();
    }
  }
}
