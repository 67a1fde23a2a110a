package io.growthline.pipelines.ingest;

import java.util.Optional;

/**
 * One file below the landing place.
 *
 * @param source first folder below the landing place, or {@code landing} for a file outside folders
 * @param path path below the landing place
 */
record LandingFile(String source, String path) {

  /** The file, unless its name or a folder's begins with an underscore or a dot. */
  static Optional<LandingFile> of(String landing, String uri) {
    if (!uri.startsWith(landing)) {
      throw new IllegalArgumentException(uri + " does not lie below " + landing);
    }
    String path = uri.substring(landing.length());
    for (String part : path.split("/", -1)) {
      if (part.startsWith("_") || part.startsWith(".")) {
        return Optional.empty();
      }
    }
    int slash = path.indexOf('/');
    return Optional.of(new LandingFile(slash < 0 ? "landing" : path.substring(0, slash), path));
  }

  /** Name without folders. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  boolean isGzip() {
    return path.endsWith(".gz");
  }

  /** Whether the name, without {@code .gz}, ends like this. */
  boolean hasExtension(String... extensions) {
    String name = isGzip() ? path.substring(0, path.length() - 3) : path;
    for (String extension : extensions) {
      if (name.endsWith("." + extension)) {
        return true;
      }
    }
    return false;
  }
}
