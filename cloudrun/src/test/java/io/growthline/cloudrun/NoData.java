package io.growthline.cloudrun;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A data directory in which nothing was ever run. */
public class NoData implements QuarkusTestResourceLifecycleManager {
  private Path data;

  @Override
  public Map<String, String> start() {
    try {
      data = Files.createTempDirectory("growthline-none");
      return Map.of("growthline.data", data.toString(), "growthline.max-age", "0s");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    SampleData.remove(data);
  }
}
