package io.growthline.pipelines.cli;

import io.growthline.domain.ingest.UnknownColumns;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --unknown-columns}. */
final class UnknownColumnsOption {
  @Option(
      names = "--unknown-columns",
      paramLabel = "POLICY",
      defaultValue = "reject",
      description =
          "Events with columns that their contract does not declare: reject them, or keep the"
              + " columns in raw.undeclared_columns (default: ${DEFAULT-VALUE}).")
  private UnknownColumns policy;

  /** The option as ingest knows it. */
  List<String> options() {
    return List.of("--unknownColumns=" + policy);
  }
}
