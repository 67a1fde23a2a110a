package io.growthline.pipelines.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "geo",
    description = "Design tests of regions.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {GeoDesignCommand.class})
final class GeoCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name what to do: design.");
  }
}
