package io.growthline.pipelines.ingest;

import io.growthline.domain.monitoring.LandedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The landing place against the ledger of what was ingested from it.
 *
 * @param known files that the ledger knows, with this size and checksum
 * @param added files that the ledger does not know, those that a streaming job has read among them
 * @param changed paths whose content is not what was ingested; also mappings that are new for data
 *     that was ingested without them
 * @param gone paths in the ledger that are no longer in the landing place
 */
record LandingState(
    List<LandingFile> known, List<LandingFile> added, List<String> changed, List<String> gone) {

  /** Whether a file is what was ingested. */
  interface Comparison {
    boolean isSame(LandingFile file, LandedFile ingested);
  }

  /**
   * @param files data files and mappings in the landing place
   * @param before what was ingested from it
   */
  static LandingState of(List<LandingFile> files, Ingested before, Comparison comparison) {
    Map<String, LandedFile> ingested = new HashMap<>();
    Set<String> sources = new HashSet<>();
    Set<String> streamed = new TreeSet<>(before.streamed());
    for (LandedFile file : before.ledger()) {
      ingested.put(file.path(), file);
      sources.add(LandingFile.source(file.path()));
    }
    LandingState state =
        new LandingState(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (LandingFile file : files) {
      LandedFile known = ingested.remove(file.path());
      if (streamed.remove(file.path())) {
        state.added.add(file.asStreamed());
      } else if (known == null) {
        if (file.isMapping() && sources.contains(file.source())) {
          state.changed.add(file.path());
        } else {
          state.added.add(file);
        }
      } else if (comparison.isSame(file, known)) {
        state.known.add(file);
      } else {
        state.changed.add(file.path());
      }
    }
    streamed.addAll(ingested.keySet());
    state.gone.addAll(streamed);
    return state;
  }
}
