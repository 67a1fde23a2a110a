package io.growthline.pipelines.release;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.pipelines.models.FileSystemsStore;
import io.growthline.pipelines.stage.StageMain;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.warehouse.WarehouseReader;
import io.growthline.pipelines.warehouse.WarehouseWriter;
import io.growthline.pipelines.warehouse.Warehouses;
import io.growthline.warehouse.DuckDbExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Copies the tables that the API reads and the models in use to where it reads them, and points it
 * at the copy.
 */
public final class ReleasePipeline {
  private ReleasePipeline() {}

  public static void main(String[] args) {
    StageMain.run(args, ReleaseOptions.class, ReleasePipeline::run);
  }

  /**
   * Makes the release named after the run and puts it in use; an earlier one is kept for a way
   * back.
   */
  public static StageResult run(ReleaseOptions options) {
    Releases releases = new Releases(options.getServing());
    Path building = temporary();
    try {
      Map<String, Long> tables = copyTables(options, building);
      Path database = building.resolve("release.duckdb");
      DuckDbExport.write(building, Contracts.SERVED, database);
      releases.add(options.getRunId(), database, new FileSystemsStore(options.getModels()));
      releases.use(options.getRunId());
      releases.removeOld();
      return StageResult.succeeded(
          tables, List.of("The API serves release " + options.getRunId() + "."));
    } finally {
      delete(building);
    }
  }

  private static Map<String, Long> copyTables(ReleaseOptions options, Path directory) {
    StageOptions copy = PipelineOptionsFactory.create().as(StageOptions.class);
    copy.setWarehouse(directory.toString());
    copy.setRunId(options.getRunId());
    Pipeline pipeline = Pipeline.create(options);
    WarehouseReader reader = Warehouses.reader(options);
    WarehouseWriter writer = Warehouses.writer(copy);
    for (TableSpec<? extends Record> table : Contracts.SERVED) {
      copy(pipeline, reader, writer, table);
    }
    pipeline.run().waitUntilFinish();
    return writer.publish();
  }

  private static <T extends Record> void copy(
      Pipeline pipeline, WarehouseReader reader, WarehouseWriter writer, TableSpec<T> table) {
    writer.stage(reader.read(pipeline, table), table);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("growthline-release");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a directory for the release", e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + directory, e);
    }
  }
}
