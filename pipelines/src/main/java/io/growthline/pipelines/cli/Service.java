package io.growthline.pipelines.cli;

import io.growthline.pages.Role;
import io.growthline.pipelines.run.DataDirectory;
import io.growthline.pipelines.run.RunException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The service of the API and the dashboard, as a process of its own. */
final class Service {
  private Service() {}

  /**
   * @throws RunException when the service is not built or the port is taken
   */
  static Process start(DataDirectory data, int port, Role role) throws IOException {
    Path home = Path.of(System.getProperty("growthline.home", "."));
    Path jar = home.resolve("cloudrun/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new RunException(
          "The service is not built: " + jar + " is missing. Build it with './mvnw package'.");
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress("127.0.0.1", port));
    } catch (IOException e) {
      throw new RunException("Port " + port + " is in use. Choose another with --port.", e);
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            // Starts in half the time; the launcher has made the archive, and Java does without.
            "-XX:TieredStopAtLevel=1",
            "-XX:SharedArchiveFile=" + jar.resolveSibling("service.jsa"),
            "-Xshare:auto",
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off",
            "-jar",
            jar.toString());
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("GROWTHLINE_DATA", data.root().toString());
    builder.environment().put("GROWTHLINE_ROLE", role.text());
    return builder.inheritIO().start();
  }
}
