package io.growthline.cloudrun.dashboard;

import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.cloudrun.data.Row;
import io.growthline.cloudrun.data.Snapshot;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The tables of the dashboard as CSV files. */
@Path("/export")
@Produces("text/csv")
public class ExportResource {
  private static final int MOST_ROWS = 100_000;

  private final PublishedWarehouse warehouse;

  ExportResource(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @GET
  @Path("metrics.csv")
  @Operation(summary = "All metric values as CSV")
  public Response metrics() {
    return csv(
        "metrics",
        snapshot ->
            snapshot.query(
                "SELECT * FROM marts.kpi_values"
                    + " ORDER BY metric, grain, period_start, dimension, dimension_value"));
  }

  @GET
  @Path("retention.csv")
  @Operation(summary = "All retention cohorts as CSV")
  public Response retention() {
    return csv(
        "retention",
        snapshot ->
            snapshot.query(
                "SELECT * FROM marts.retention_cohorts"
                    + " ORDER BY cohort_month, months_since_signup"));
  }

  @GET
  @Path("gates.csv")
  @Operation(summary = "The release gates as CSV")
  public Response gates() {
    return csv(
        "gates",
        snapshot -> snapshot.query("SELECT * FROM monitoring.release_gates ORDER BY gate"));
  }

  @GET
  @Path("customers.csv")
  @Operation(summary = "Customers by predicted churn as CSV")
  public Response customers(
      @QueryParam("search") @DefaultValue("") String search,
      @QueryParam("band") @DefaultValue("") String band) {
    return csv(
        "customers", snapshot -> OverviewQueries.atRiskRows(snapshot, search, band, MOST_ROWS));
  }

  private Response csv(String name, Function<Snapshot, List<Row>> rows) {
    return Response.ok(Csv.of(warehouse.read(rows::apply)))
        .header("Content-Disposition", "attachment; filename=\"growthline-" + name + ".csv\"")
        .build();
  }
}
