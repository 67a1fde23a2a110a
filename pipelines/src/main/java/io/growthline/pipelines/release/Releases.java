package io.growthline.pipelines.release;

import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The releases that the API can serve: {@code releases/<run_id>/{warehouse,models}}, never changed
 * once written, and {@code CURRENT} with the run id of the one in use.
 */
final class Releases {
  private static final int KEPT = 14;

  private final String root;

  /**
   * @param place directory or {@code gs://BUCKET/PATH}
   */
  Releases(String place) {
    String absolute =
        place.contains("://") ? place : Path.of(place).toAbsolutePath().normalize() + "";
    this.root = absolute.endsWith("/") ? absolute : absolute + "/";
  }

  /** Adds a release from a DuckDB file and the models in production. */
  void add(String runId, Path database, ModelStore models) {
    String release = "releases/" + runId;
    try {
      try (OutputStream out = create(release + "/warehouse/growthline.duckdb")) {
        Files.copy(database, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write release " + runId + " to " + root, e);
    }
    ModelRegistry registry = new ModelRegistry(models);
    for (String model : registry.models()) {
      for (String path : registry.productionFiles(model)) {
        write(release + "/models/" + path, models.read(path).orElseThrow());
      }
    }
  }

  /** Points the API at a release. The object is replaced in one step. */
  void use(String runId) {
    write("CURRENT", (runId + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Removes all but the newest releases; run ids sort by time. */
  void removeOld() {
    try {
      List<ResourceId> files =
          FileSystems.match(root + "releases/**", EmptyMatchTreatment.ALLOW).metadata().stream()
              .map(Metadata::resourceId)
              .toList();
      TreeSet<String> runs = new TreeSet<>(Collections.reverseOrder());
      files.forEach(file -> runs.add(runOf(file)));
      List<String> old = runs.stream().skip(KEPT).toList();
      List<ResourceId> gone = files.stream().filter(file -> old.contains(runOf(file))).toList();
      FileSystems.delete(gone, StandardMoveOptions.IGNORE_MISSING_FILES);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove old releases from " + root, e);
    }
  }

  private String runOf(ResourceId file) {
    String path = file.toString().substring(root.length() + "releases/".length());
    return path.substring(0, path.indexOf('/'));
  }

  private void write(String path, byte[] content) {
    try (OutputStream out = create(path)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + root + path, e);
    }
  }

  private OutputStream create(String path) throws IOException {
    return Channels.newOutputStream(
        FileSystems.create(
            FileSystems.matchNewResource(root + path, false), "application/octet-stream"));
  }
}
