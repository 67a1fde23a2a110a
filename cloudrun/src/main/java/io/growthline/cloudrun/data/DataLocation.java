package io.growthline.cloudrun.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the published warehouse and the models lie. */
@ApplicationScoped
public class DataLocation {
  private final Path data;

  DataLocation(@ConfigProperty(name = "growthline.data", defaultValue = "data") String data) {
    this.data = Path.of(data).toAbsolutePath().normalize();
  }

  public Path warehouse() {
    return data.resolve("warehouse");
  }

  public Path models() {
    return data.resolve("models");
  }
}
