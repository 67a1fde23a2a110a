package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.SourceMapping;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The mappings of sources, each as it was when it was first asked for. */
final class Mappings {
  private final String landing;
  private final Map<String, Optional<SourceMapping>> loaded = new HashMap<>();

  /**
   * @param landing place in its normal form, see {@link Landing#locate}
   */
  Mappings(String landing) {
    this.landing = landing;
  }

  /** The mapping of a source, if it has one. */
  Optional<SourceMapping> of(String source) {
    return loaded.computeIfAbsent(source, s -> Landing.mapping(landing, s));
  }
}
