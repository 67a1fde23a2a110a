package io.growthline.pipelines.run;

import io.growthline.domain.Sha256;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.monitoring.RunManifestRow;
import io.growthline.pipelines.stage.CodeFingerprint;
import io.growthline.transforms.RecordCoder;
import io.growthline.warehouse.DirectoryTree;
import io.growthline.warehouse.LocalCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells states of a data directory apart. */
final class DataState {
  private static final String RECORD_OF_RUNS = TableSpec.of(RunManifestRow.class).id();

  private final DataDirectory data;
  private final List<String> beamOptions;
  private final String code;

  DataState(DataDirectory data, List<String> beamOptions) {
    this.data = data;
    this.beamOptions = beamOptions;
    // One class of each module.
    this.code =
        CodeFingerprint.of(
            List.of(TableSpec.class, RecordCoder.class, LocalCatalog.class, DataState.class));
  }

  /**
   * Digest of what stages work with and leave, as it is now: published tables but for the record of
   * runs, models, rules of decisions, experiments, changes, options and code. Data files never
   * change, so their names identify the rows.
   */
  String digest() {
    try {
      Sha256 digest = new Sha256();
      add(digest, code);
      beamOptions.forEach(option -> add(digest, option));
      LocalCatalog.read(data.warehouse())
          .tables()
          .forEach(
              (table, files) -> {
                if (!table.equals(RECORD_OF_RUNS)) {
                  add(digest, table);
                  files.forEach(file -> add(digest, file.path()));
                }
              });
      addFiles(digest, data.models());
      addFiles(digest, data.decision());
      addFiles(digest, data.experiment());
      addFiles(digest, data.release());
      return digest.hex();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + data.root(), e);
    }
  }

  private static void addFiles(Sha256 digest, Path directory) throws IOException {
    for (Path file : DirectoryTree.files(directory)) {
      add(digest, directory.relativize(file).toString());
      digest.add(Files.readAllBytes(file));
    }
  }

  private static void add(Sha256 digest, String text) {
    digest.add(text).add("\0");
  }
}
