package io.growthline.warehouse;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Data files of a warehouse that nobody can ask for any more. */
public final class UnusedFiles {
  // Longer than any statement runs.
  private static final Duration SPILLED = Duration.ofDays(1);

  private UnusedFiles() {}

  /**
   * Removes data files that neither the catalog nor a publication names: what was replaced, and
   * what processes that were killed have left. The caller holds {@link LocalLock}.
   */
  public static void remove(Path warehouse) throws IOException {
    Path root = warehouse.toAbsolutePath().normalize();
    Set<Path> used = new HashSet<>(LocalCatalog.read(root).files(root));
    for (Publication publication : Publication.all(root)) {
      used.addAll(publication.content().catalog().files(root));
    }
    for (String dataset : Contracts.all().stream().map(TableSpec::dataset).distinct().toList()) {
      for (Path file : DirectoryTree.files(root.resolve(dataset))) {
        if (!used.contains(file)) {
          Files.delete(file);
        }
      }
    }
    removeSpilled(root);
  }

  private static void removeSpilled(Path root) throws IOException {
    Instant old = Instant.now().minus(SPILLED);
    try (DirectoryStream<Path> spilled = Files.newDirectoryStream(root, DuckDb.SPILL + "*")) {
      for (Path directory : spilled) {
        if (Files.getLastModifiedTime(directory).toInstant().isBefore(old)) {
          DirectoryTree.delete(directory);
        }
      }
    }
  }
}
