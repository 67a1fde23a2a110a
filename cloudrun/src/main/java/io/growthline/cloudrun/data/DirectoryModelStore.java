package io.growthline.cloudrun.data;

import io.growthline.domain.scoring.ModelStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Models in a directory. The service reads them; it writes none. */
final class DirectoryModelStore implements ModelStore {
  private final Path root;

  DirectoryModelStore(Path root) {
    this.root = root;
  }

  @Override
  public Optional<byte[]> read(String path) {
    try {
      return Optional.of(Files.readAllBytes(root.resolve(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + root.resolve(path), e);
    }
  }

  @Override
  public void write(String path, byte[] content) {
    throw new UnsupportedOperationException("The service does not write models: " + path);
  }

  @Override
  public List<String> list(String prefix) {
    Path directory = root;
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString().replace('\\', '/'))
          .filter(path -> path.startsWith(prefix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + directory, e);
    }
  }
}
