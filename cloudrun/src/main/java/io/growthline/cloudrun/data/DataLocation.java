package io.growthline.cloudrun.data;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the published warehouse and the models lie; made at the start, so that a mistake shows. */
@Startup
@ApplicationScoped
public class DataLocation {
  private static final Duration MAX_AGE = Duration.ofSeconds(10);

  private final CurrentRelease release;

  public DataLocation(
      @ConfigProperty(name = "growthline.data", defaultValue = "data") String data) {
    if (data.contains("://")) {
      throw new IllegalArgumentException(
          "GROWTHLINE_DATA is "
              + data
              + ", but the service reads a local directory; mount or copy the data and name that");
    }
    this.release =
        new CurrentRelease(Path.of(data).toAbsolutePath().normalize(), MAX_AGE, System::nanoTime);
  }

  public Path warehouse() {
    return release.directory().resolve("warehouse");
  }

  public Path models() {
    return release.directory().resolve("models");
  }
}
