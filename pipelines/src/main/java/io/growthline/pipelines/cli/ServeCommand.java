package io.growthline.pipelines.cli;

import io.growthline.pages.Role;
import io.growthline.pipelines.run.DataDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "serve", description = "Serve the API and the dashboard from the published tables.")
final class ServeCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin DataOption data;

  @Option(names = "--port", defaultValue = "8080", description = "Port (default: 8080).")
  int port;

  @Option(
      names = "--role",
      defaultValue = "analyst",
      description =
          "Who reads: ${COMPLETION-CANDIDATES}; support sees names and addresses (default: analyst).")
  Role role;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return serve(data.directory(), port, role, spec.commandLine().getOut());
  }

  static int serve(DataDirectory data, int port, Role role, PrintWriter out)
      throws IOException, InterruptedException {
    out.println("Serving http://localhost:" + port + " (stop with Ctrl-C)");
    out.flush();
    Process server = Service.start(data, port, role);
    Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
    return server.waitFor();
  }
}
