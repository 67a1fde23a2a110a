package io.growthline.domain.scoring;

import java.util.List;
import java.util.Optional;

/**
 * The port to the place where models lie. Paths are relative, with {@code /} between names; an
 * adapter joins them to a directory or a bucket.
 */
public interface ModelStore {
  /** Content of a file; empty when there is none. */
  Optional<byte[]> read(String path);

  /** Writes a file, replacing what was there. */
  void write(String path, byte[] content);

  /** Paths of all files below a prefix, in ascending order; none when nothing is there. */
  List<String> list(String prefix);
}
