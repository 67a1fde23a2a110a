package io.growthline.pipelines.bench;

import io.growthline.pipelines.run.DataDirectory;
import io.growthline.pipelines.run.Stage;
import io.growthline.warehouse.DirectoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Synthetic customers with standard faults. They are generated once and used again by later
 * benchmarks.
 *
 * @param root directory of all data sets
 * @param customers how many
 * @param months months of data
 * @param seed seed of the generator
 */
record DataSet(Path root, int customers, int months, long seed) {
  /** The data directory of these customers. */
  DataDirectory directory() {
    return new DataDirectory(root.resolve(customers + "x" + months + "-seed" + seed));
  }

  /** Where SQL writes the tables of a stage. */
  Path reference(Stage stage) {
    return directory().root().resolve("reference").resolve(stage.id());
  }

  /** Whether the landing files are complete: the truth is written after all others. */
  boolean isGenerated() {
    return Files.exists(directory().landing().resolve("_truth.json"));
  }

  /** The command line that generates them. */
  List<String> generation() {
    return List.of(
        "generate",
        "--customers=" + customers,
        "--months=" + months,
        "--seed=" + seed,
        "--faults=standard",
        "--data=" + directory().root());
  }

  /** Removes all that was made of the landing files, so that the next run does the whole work. */
  void removeResults() {
    try (Stream<Path> files = Files.list(directory().root())) {
      for (Path file : files.toList()) {
        if (!file.equals(directory().landing())) {
          DirectoryTree.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot clear " + directory().root(), e);
    }
  }
}
