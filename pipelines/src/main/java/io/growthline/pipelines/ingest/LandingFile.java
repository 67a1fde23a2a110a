package io.growthline.pipelines.ingest;

import java.util.Optional;

/**
 * One file below the landing place.
 *
 * @param source first folder below the landing place, or {@code landing} for a file outside folders
 * @param path path below the landing place
 * @param uri where it lies
 * @param sizeBytes size when it was listed
 * @param streamed whether a streaming job has read it and no batch run yet
 */
public record LandingFile(
    String source, String path, String uri, long sizeBytes, boolean streamed) {
  static final String MAPPING = "_mapping.yaml";
  private static final int COMPRESSION = 8;

  /** The file, unless its name or a folder's begins with an underscore or a dot. */
  static Optional<LandingFile> of(String landing, String uri, long sizeBytes) {
    if (!uri.startsWith(landing)) {
      throw new IllegalArgumentException(uri + " does not lie below " + landing);
    }
    String path = uri.substring(landing.length());
    for (String part : path.split("/", -1)) {
      if (part.startsWith("_") || part.startsWith(".")) {
        return Optional.empty();
      }
    }
    return Optional.of(new LandingFile(source(path), path, uri, sizeBytes, false));
  }

  LandingFile asStreamed() {
    return new LandingFile(source, path, uri, sizeBytes, true);
  }

  /** The source of a path below the landing place. */
  static String source(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? "landing" : path.substring(0, slash);
  }

  /** Whether this is no data but the mapping of its source. */
  boolean isMapping() {
    return name().equals(MAPPING);
  }

  /** Rough size without compression. */
  long plainBytes() {
    return sizeBytes * (isGzip() || hasExtension("parquet") ? COMPRESSION : 1);
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
