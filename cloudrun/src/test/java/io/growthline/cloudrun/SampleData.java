package io.growthline.cloudrun;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Publishes the sample warehouse and models before the service starts. */
public class SampleData implements QuarkusTestResourceLifecycleManager {
  private Path data;

  @Override
  public Map<String, String> start() {
    try {
      data = Files.createTempDirectory("growthline-test");
      SampleTables.publish(data.resolve("warehouse"), SampleTables.rows());
      SampleModels.register(data.resolve("models"));
    } catch (Exception e) {
      throw new IllegalStateException("The sample warehouse cannot be made", e);
    }
    return Map.of("growthline.data", data.toString());
  }

  @Override
  public void stop() {
    remove(data);
  }

  /** Removes a directory with all it holds. */
  static void remove(Path data) {
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("The sample data " + data + " cannot be removed", e);
    }
  }
}
