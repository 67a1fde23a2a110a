package io.growthline.domain.scoring;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the versions of one model, as files that are only ever added: {@code
 * <model>/journal/<time>_<version>_<stage>.json}. Names carry the state, so nothing has to be
 * opened to know the version in production. Two writers cannot overwrite each other.
 */
final class ModelJournal {
  private static final String FOLDER = "/journal/";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Comparator<Line> BY_TIME =
      Comparator.comparing(Line::time).thenComparing(Line::path);

  private final ModelStore store;
  private final String model;
  private final Clock clock;

  /** One file: its name has the version and the stage. */
  record Line(String path, String time, String version, ModelStage stage) {}

  ModelJournal(ModelStore store, String model, Clock clock) {
    this.store = store;
    this.model = model;
    this.clock = clock;
  }

  /** All entries, oldest first. */
  List<JournalEntry> entries() {
    return lines().stream().map(this::read).toList();
  }

  /** The entries by name only, oldest first. */
  List<Line> lines() {
    return store.list(model + FOLDER).stream().map(ModelJournal::line).sorted(BY_TIME).toList();
  }

  /** The stage of every version, in the order in which versions were registered. */
  Map<String, ModelStage> stages() {
    Map<String, ModelStage> stages = new LinkedHashMap<>();
    for (Line line : lines()) {
      if (line.stage() == ModelStage.PRODUCTION) {
        stages.replaceAll((v, s) -> s == ModelStage.PRODUCTION ? ModelStage.ARCHIVED : s);
      }
      stages.put(line.version(), line.stage());
    }
    return stages;
  }

  /** The entry that put the version in production there; empty when none is in production. */
  Optional<Line> production() {
    Line production = null;
    for (Line line : lines()) {
      if (line.stage() == ModelStage.PRODUCTION) {
        production = line;
      } else if (production != null && production.version().equals(line.version())) {
        production = null;
      }
    }
    return Optional.ofNullable(production);
  }

  JournalEntry read(Line line) {
    byte[] json =
        store
            .read(line.path())
            .orElseThrow(() -> new IllegalStateException(line.path() + " has gone"));
    return ModelJson.read(line.path(), json, new TypeReference<>() {});
  }

  /** Adds an entry, later than all others whatever the clocks of their writers said. */
  JournalEntry add(String version, ModelStage stage, Decision decision, boolean held) {
    List<Line> lines = lines();
    Instant now = Instant.ofEpochMilli(clock.millis());
    if (!lines.isEmpty()) {
      Instant last = Instant.from(TIME.parse(lines.get(lines.size() - 1).time()));
      now = now.isAfter(last) ? now : last.plusMillis(1);
    }
    JournalEntry entry =
        new JournalEntry(
            version, stage, now, decision.by(), decision.why(), decision.result(), held);
    String name = TIME.format(now) + "_" + version + "_" + stage.id() + ".json";
    store.write(model + FOLDER + name, ModelJson.write(entry));
    return entry;
  }

  private static Line line(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String[] parts = name.replaceAll("\\.json$", "").split("_", -1);
    if (parts.length != 3) {
      throw new IllegalStateException(
          path + " is not the name of a journal entry: <time>_<version>_<stage>.json");
    }
    return new Line(path, parts[0], parts[1], ModelStage.of(parts[2]));
  }
}
