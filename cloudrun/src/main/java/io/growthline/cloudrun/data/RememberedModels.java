package io.growthline.cloudrun.data;

import io.growthline.domain.scoring.ModelStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What was read once of a registry on a slow mount. Thread-safe. */
final class RememberedModels implements ModelStore {
  private final ModelStore store;
  private final Map<String, Optional<byte[]>> files = new ConcurrentHashMap<>();
  private final Map<String, List<String>> lists = new ConcurrentHashMap<>();

  RememberedModels(ModelStore store) {
    this.store = store;
  }

  @Override
  public Optional<byte[]> read(String path) {
    return files.computeIfAbsent(path, store::read);
  }

  @Override
  public void write(String path, byte[] content) {
    store.write(path, content);
  }

  @Override
  public List<String> list(String prefix) {
    return lists.computeIfAbsent(prefix, store::list);
  }
}
