package io.growthline.pipelines.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which stages need not run, because what they would read is what they have read. A stage depends
 * on what earlier stages have left and on the as-of day, so a stage that changes anything makes all
 * later ones run. What other processes change makes all stages run.
 */
final class UpToDate {
  private static final Logger LOG = LoggerFactory.getLogger(UpToDate.class);

  private final Path file;
  private final DataState state;
  private Known known;

  /**
   * @param state digest of the data directory
   * @param newest the day after the newest event; null when it is not known
   * @param asOf the day for which the stages ran; null when none did
   * @param stages runs that brought the stages up to date
   */
  record Known(String state, LocalDate newest, LocalDate asOf, Map<Stage, String> stages) {}

  private UpToDate(Path file, DataState state, Known known) {
    this.file = file;
    this.state = state;
    this.known = known;
  }

  /** What is up to date in a data directory as it is now. */
  static UpToDate in(DataDirectory data, List<String> beamOptions) {
    Path file = data.runs().resolve("up-to-date.json");
    DataState state = new DataState(data, beamOptions);
    String now = state.digest();
    Known known = read(file).filter(k -> k.state().equals(now)).orElse(nothing(now));
    return new UpToDate(file, state, known);
  }

  private static Known nothing(String state) {
    return new Known(state, null, null, Map.of());
  }

  /** Notes that ingest has run: nothing is up to date when it has changed anything. */
  void ingested() {
    String now = state.digest();
    if (!now.equals(known.state())) {
      known = nothing(now);
    }
  }

  /** The day after the newest event, if it is known. */
  Optional<LocalDate> newest() {
    return Optional.ofNullable(known.newest());
  }

  /** Notes the day after the newest event. */
  void newest(LocalDate day) {
    known = new Known(known.state(), day, known.asOf(), known.stages());
  }

  /** The run since which a stage would do again what it has done. */
  Optional<String> since(Stage stage, LocalDate asOf) {
    return asOf != null && asOf.equals(known.asOf())
        ? Optional.ofNullable(known.stages().get(stage))
        : Optional.empty();
  }

  /** Notes that a stage after ingest has come to its end, and keeps what is known. */
  void ran(Stage stage, LocalDate asOf, String runId, boolean succeeded) {
    String now = state.digest();
    boolean changed = !now.equals(known.state());
    Map<Stage, String> stages = new EnumMap<>(Stage.class);
    if (asOf.equals(known.asOf())) {
      stages.putAll(known.stages());
    }
    stages.keySet().removeIf(other -> changed && other.compareTo(stage) > 0);
    stages.remove(stage);
    if (succeeded) {
      stages.put(stage, runId);
    }
    known = new Known(now, known.newest(), asOf, stages);
    write();
  }

  // Without it stages only run more often, so a file that cannot be read stops nobody.
  private static Optional<Known> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(Manifests.parse(Files.readAllBytes(file), Known.class))
          : Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("Cannot read {}, so all stages run", file, e);
      return Optional.empty();
    }
  }

  private void write() {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.createDirectories(file.getParent());
      Files.write(temporary, Manifests.bytes(known));
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
