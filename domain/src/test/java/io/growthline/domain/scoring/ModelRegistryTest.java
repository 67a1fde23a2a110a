package io.growthline.domain.scoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelRegistryTest {
  private static final String OLD = "2026-01-01-aa";
  private static final String NEW = "2026-02-01-bb";
  private static final Decision PERSON = new Decision("Ada", "A test.", "churn_auc pass");
  private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

  private final MemoryModelStore store = new MemoryModelStore();
  private final ModelRegistry registry = at(NOW);

  @Test
  void aCandidateIsNotInProduction() {
    register(OLD);

    assertThat(registry.production("churn"), is(Optional.empty()));
    assertThat(registry.stages("churn"), is(Map.of(OLD, ModelStage.CANDIDATE)));
  }

  @Test
  void whatWasRegisteredIsReadBack() {
    TrainedModel model = register(OLD);

    assertThat(registry.metadata("churn", OLD), is(model.metadata()));
    assertThat(registry.reference("churn", OLD), is(model.reference()));
    assertThat(registry.calibration("churn", OLD), is(model.calibration()));
  }

  @Test
  void registeringTheSameVersionAgainChangesNothing() {
    register(OLD);
    registry.promote("churn", OLD, PERSON);
    Map<String, byte[]> before = new TreeMap<>(store.files);
    register(OLD);

    assertThat(store.files, is(before));
    assertThat(registry.production("churn"), is(Optional.of(OLD)));
  }

  @Test
  void promotingAVersionArchivesTheOneBefore() {
    register(OLD);
    register(NEW);
    registry.promote("churn", OLD, PERSON);
    registry.promote("churn", NEW, PERSON);

    assertThat(registry.production("churn"), is(Optional.of(NEW)));
    assertThat(
        registry.stages("churn"), is(Map.of(OLD, ModelStage.ARCHIVED, NEW, ModelStage.PRODUCTION)));
  }

  @Test
  void rollingBackTakesTheVersionBeforeAndHoldsIt() {
    register(OLD);
    register(NEW);
    registry.promote("churn", OLD, PERSON);
    registry.promote("churn", NEW, PERSON);

    assertThat(registry.rollback("churn", PERSON), is(OLD));
    assertThat(registry.production("churn"), is(Optional.of(OLD)));
    assertThat(registry.promotion("churn").orElseThrow().held(), is(true));
  }

  @Test
  void withoutAnEarlierVersionThereIsNoWayBack() {
    register(OLD);
    registry.promote("churn", OLD, PERSON);

    var error =
        assertThrows(IllegalArgumentException.class, () -> registry.rollback("churn", PERSON));
    assertThat(error.getMessage(), containsString("no earlier version"));
  }

  @Test
  void aVersionInShadowIsNotInProduction() {
    register(OLD);
    register(NEW);
    registry.promote("churn", OLD, PERSON);
    registry.shadow("churn", NEW, PERSON);

    assertThat(registry.versions("churn", ModelStage.SHADOW), contains(NEW));
    assertThat(registry.production("churn"), is(Optional.of(OLD)));
  }

  @Test
  void theVersionInProductionCannotBeItsOwnShadow() {
    register(OLD);
    registry.promote("churn", OLD, PERSON);

    assertThrows(IllegalArgumentException.class, () -> registry.shadow("churn", OLD, PERSON));
  }

  @Test
  void theJournalSaysWhoDecidedWhenWhyAndOnWhat() {
    register(OLD);
    registry.promote("churn", OLD, PERSON);

    assertThat(
        registry.promotion("churn"),
        is(
            Optional.of(
                new JournalEntry(
                    OLD,
                    ModelStage.PRODUCTION,
                    NOW.plusMillis(1),
                    "Ada",
                    "A test.",
                    "churn_auc pass",
                    false))));
  }

  @Test
  void entriesAreOnlyAddedWhateverTheClocksSay() {
    register(OLD);
    Map<String, byte[]> first = new TreeMap<>(store.files);
    ModelRegistry behind = at(NOW.minusSeconds(3600));
    behind.register("churn", NEW, model(NEW).files(), PERSON);
    behind.promote("churn", NEW, PERSON);

    first.forEach((path, content) -> assertThat(path, store.files.get(path), is(content)));
    assertThat(
        registry.history("churn").stream().map(JournalEntry::version).toList(),
        contains(OLD, NEW, NEW));
    assertThat(registry.production("churn"), is(Optional.of(NEW)));
  }

  @Test
  void anUnknownVersionIsRefusedWithTheVersionsThatThereAre() {
    register(OLD);

    var error =
        assertThrows(
            IllegalArgumentException.class, () -> registry.promote("churn", "nope", PERSON));
    assertThat(error.getMessage(), containsString("[" + OLD + "]"));
  }

  @Test
  void aMissingFileIsNamed() {
    register(OLD);
    store.files.remove("churn/" + OLD + "/model.ubj");

    var error = assertThrows(IllegalStateException.class, () -> registry.load("churn", OLD));
    assertThat(error.getMessage(), containsString("churn/" + OLD + "/model.ubj"));
  }

  @Test
  void whatProductionNeedsIsItsFilesAndItsEntry() {
    register(OLD);
    register(NEW);
    registry.promote("churn", NEW, PERSON);
    MemoryModelStore copy = new MemoryModelStore();
    registry
        .productionFiles("churn")
        .forEach(path -> copy.write(path, store.read(path).orElseThrow()));

    ModelRegistry served = new ModelRegistry(copy);
    assertThat(served.models(), contains("churn"));
    assertThat(served.production("churn"), is(Optional.of(NEW)));
    assertThat(served.metadata("churn", NEW), is(registry.metadata("churn", NEW)));
    assertThat(copy.files.keySet().toString(), not(containsString(OLD)));
  }

  private ModelRegistry at(Instant now) {
    return new ModelRegistry(store, Clock.fixed(now, ZoneOffset.UTC));
  }

  private TrainedModel register(String version) {
    TrainedModel model = model(version);
    registry.register("churn", version, model.files(), PERSON);
    return model;
  }

  static TrainedModel model(String version) {
    return model(version, new ModelMetrics(20, 5, 0.8, 0.1, 0.2, 0.3, 0.02, 0.01));
  }

  static TrainedModel model(String version, ModelMetrics metrics) {
    LocalDate asOf = LocalDate.of(2026, 1, 1);
    ModelMetadata metadata =
        new ModelMetadata(
            "churn",
            version,
            asOf,
            List.of("x"),
            0.2,
            PlattScaling.IDENTITY,
            100,
            asOf,
            20,
            asOf,
            30,
            metrics);
    return new TrainedModel(
        metadata,
        new byte[] {1},
        List.of(new Distribution("x", List.of(1.0), List.of(0.5, 0.5, 0.0), 20)),
        List.of(new CalibrationBin(1, metrics.rows(), 0.2, 0.22)));
  }
}
