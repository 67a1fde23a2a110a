package io.growthline.pipelines.cli;

import io.growthline.domain.geo.GeoDesign;
import io.growthline.domain.geo.GeoDesignRequest;
import io.growthline.domain.geo.GeoPlan;
import io.growthline.domain.geo.Panel;
import io.growthline.domain.geo.PanelException;
import io.growthline.domain.geo.RegionPanels;
import io.growthline.pipelines.marts.SqlTables;
import io.growthline.pipelines.run.RunException;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.warehouse.DuckDbSql;
import io.growthline.warehouse.SqlWarehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "design",
    description =
        "Say which regions to treat, for how long, and what effect a test would find, from past days.",
    footer = {
      "",
      "Example: growthline geo design --metric signups --days 14,28 --regions 2 --exclude London"
    })
final class GeoDesignCommand implements Callable<Integer> {
  private static final String AS_OF = "SELECT MAX(as_of) AS as_of FROM marts.customer_360_profile";

  @Spec CommandSpec spec;
  @Mixin DataOption data;

  @Option(
      names = "--metric",
      required = true,
      description = "signups, activations, spend_minor, or a metric of raw.region_outcomes.")
  String metric;

  @Option(
      names = "--days",
      split = ",",
      defaultValue = "14",
      paramLabel = "DAYS",
      description = "Days of the treatment; several to compare (default: 14).")
  List<Integer> days;

  @Option(
      names = "--regions",
      paramLabel = "N",
      description = "How many regions are treated (default: several numbers are compared).")
  Integer regions;

  @Option(
      names = "--fix",
      paramLabel = "REGION",
      description = "Treat this region in any case; may be repeated.")
  List<String> fixed = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "REGION",
      description = "Never treat this region; may be repeated.")
  List<String> excluded = new ArrayList<>();

  @Option(
      names = "--lift",
      defaultValue = "0.1",
      description = "Effect to be found, as a share (default: 0.1).")
  double lift;

  @Option(
      names = "--budget",
      paramLabel = "MINOR",
      description = "What a day costs in all regions together, in minor units.")
  Long budget;

  @Override
  public Integer call() {
    if (budget != null && budget < 0) {
      throw new UsageException("--budget must be at least 0, not " + budget + ".");
    }
    Path published = data.directory().warehouse().resolve("growthline.duckdb");
    if (!Files.exists(published)) {
      throw new RunException(
          "Nothing is published in "
              + data.directory().warehouse()
              + ". Run 'growthline run' first, or name another --data.");
    }
    new GeoPlanTable(lift, budget).print(plans(published), spec.commandLine().getOut());
    return 0;
  }

  private List<GeoPlan> plans(Path published) {
    try (SqlWarehouse warehouse = DuckDbSql.open(published)) {
      LocalDate asOf = (LocalDate) warehouse.query(AS_OF, Map.of()).rows().get(0).get(0);
      if (asOf == null) {
        throw new UsageException("There are no customers yet, so nothing is known of regions.");
      }
      Panel panel = new RegionPanels(new SqlTables(warehouse), asOf).of(metric);
      List<GeoPlan> plans = new ArrayList<>();
      for (int length : days) {
        plans.addAll(
            GeoDesign.of(
                panel,
                new GeoDesignRequest(
                    length, regions == null ? 0 : regions, fixed, excluded, lift)));
      }
      return plans;
    } catch (PanelException e) {
      throw new UsageException(e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new UsageException("This test cannot be designed: " + e.getMessage() + ".");
    }
  }
}
