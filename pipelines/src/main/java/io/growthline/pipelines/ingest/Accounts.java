package io.growthline.pipelines.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.domain.monitoring.SourceAccount;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.transforms.DoFn;

/**
 * Carries the accounts of the sources out of the pipeline: small files below the temporary location
 * of the job, which works on every runner, unlike metrics that count tried bundles twice.
 */
final class Accounts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String folder;

  /** Accounts below a temporary location, a directory or URI. */
  Accounts(String tempLocation) {
    this.folder =
        tempLocation.replaceAll("/+$", "") + "/ingest-accounts-" + UUID.randomUUID() + "/";
  }

  /** Writes one file for each account it gets. */
  DoFn<SourceAccount, Void> writer() {
    return new Writer(folder);
  }

  /** All accounts by source, after the pipeline has finished; removes the files. */
  List<SourceAccount> collect() {
    try {
      List<MatchResult.Metadata> files =
          FileSystems.match(folder + "*.json", EmptyMatchTreatment.ALLOW).metadata();
      List<SourceAccount> accounts = new ArrayList<>();
      for (MatchResult.Metadata file : files) {
        try (InputStream in = Channels.newInputStream(FileSystems.open(file.resourceId()))) {
          accounts.add(JSON.readValue(in, SourceAccount.class));
        }
      }
      FileSystems.delete(
          files.stream().map(MatchResult.Metadata::resourceId).toList(),
          StandardMoveOptions.IGNORE_MISSING_FILES);
      accounts.sort(Comparator.comparing(SourceAccount::source));
      return accounts;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the accounts of the sources in " + folder, e);
    }
  }

  private static final class Writer extends DoFn<SourceAccount, Void> {
    private final String folder;

    Writer(String folder) {
      this.folder = folder;
    }

    // The name depends on the source alone: a bundle that is tried again writes the same file.
    @ProcessElement
    public void process(@Element SourceAccount account) throws IOException {
      String name = UUID.nameUUIDFromBytes(account.source().getBytes(StandardCharsets.UTF_8)) + "";
      try (OutputStream out =
          Channels.newOutputStream(
              FileSystems.create(
                  FileSystems.matchNewResource(folder + name + ".json", false),
                  "application/json"))) {
        out.write(JSON.writeValueAsBytes(account));
      }
    }
  }
}
