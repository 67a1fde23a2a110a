package io.growthline.cloudrun.data;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the published warehouse and the models lie; made at the start, so that a mistake shows. */
@Startup
@ApplicationScoped
public class DataLocation {
  private final Path directory;

  public DataLocation(
      @ConfigProperty(name = "growthline.data", defaultValue = "data") String data) {
    if (data.contains("://")) {
      throw new IllegalArgumentException(
          "GROWTHLINE_DATA is "
              + data
              + ", but the service reads a local directory; mount or copy the data and name that");
    }
    this.directory = Path.of(data).toAbsolutePath().normalize();
  }

  Path directory() {
    return directory;
  }
}
