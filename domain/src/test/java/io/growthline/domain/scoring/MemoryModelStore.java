package io.growthline.domain.scoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps models in memory. */
final class MemoryModelStore implements ModelStore {
  final Map<String, byte[]> files = new TreeMap<>();

  @Override
  public Optional<byte[]> read(String path) {
    return Optional.ofNullable(files.get(path));
  }

  @Override
  public void write(String path, byte[] content) {
    files.put(path, content);
  }

  @Override
  public List<String> list(String prefix) {
    return files.keySet().stream().filter(p -> p.startsWith(prefix)).toList();
  }
}
