package io.growthline.pipelines.ingest;

import io.growthline.domain.monitoring.LandedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The landing place against the ledger of what was ingested from it.
 *
 * @param known files that the ledger knows, with this size and checksum
 * @param added files that the ledger does not know
 * @param changed paths whose content is not what was ingested; also mappings that are new for data
 *     that was ingested without them
 * @param gone paths in the ledger that are no longer in the landing place
 */
record LandingState(
    List<LandingFile> known, List<LandingFile> added, List<String> changed, List<String> gone) {

  /** What reads the checksum of a file as it is now. */
  interface Checksums {
    String of(LandingFile file);
  }

  /**
   * @param files data files and mappings in the landing place
   */
  static LandingState of(List<LandingFile> files, List<LandedFile> ledger, Checksums checksums) {
    Map<String, LandedFile> ingested = new HashMap<>();
    Set<String> sources = new HashSet<>();
    for (LandedFile file : ledger) {
      ingested.put(file.path(), file);
      sources.add(LandingFile.source(file.path()));
    }
    LandingState state =
        new LandingState(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (LandingFile file : files) {
      LandedFile before = ingested.remove(file.path());
      if (before == null) {
        if (file.isMapping() && sources.contains(file.source())) {
          state.changed.add(file.path());
        } else {
          state.added.add(file);
        }
      } else if (before.sizeBytes() == file.sizeBytes()
          && before.checksum().equals(checksums.of(file))) {
        state.known.add(file);
      } else {
        state.changed.add(file.path());
      }
    }
    state.gone.addAll(ingested.keySet().stream().sorted().toList());
    return state;
  }
}
