package io.growthline.domain.scoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelRegistryTest {
  private final MemoryModelStore store = new MemoryModelStore();
  private final ModelRegistry registry = new ModelRegistry(store);

  @Test
  void aModelThatWasNeverActivatedIsNotInUse() {
    registry.register(model("2026-01-01-aa"));
    assertThat(registry.activeVersion("churn"), is(Optional.empty()));
    assertThat(registry.active("churn").isPresent(), is(false));
  }

  @Test
  void whatWasRegisteredIsReadBack() {
    TrainedModel model = model("2026-01-01-aa");
    registry.register(model);
    assertThat(registry.metadata("churn", "2026-01-01-aa"), is(model.metadata()));
    assertThat(registry.reference("churn", "2026-01-01-aa"), is(model.reference()));
    assertThat(registry.calibration("churn", "2026-01-01-aa"), is(model.calibration()));
  }

  @Test
  void anOlderVersionCanBePutBackInUse() {
    registry.register(model("2026-01-01-aa"));
    registry.register(model("2026-02-01-bb"));
    registry.activate("churn", "2026-02-01-bb");
    registry.activate("churn", "2026-01-01-aa");
    assertThat(registry.versions("churn"), contains("2026-01-01-aa", "2026-02-01-bb"));
    assertThat(registry.activeVersion("churn"), is(Optional.of("2026-01-01-aa")));
  }

  @Test
  void anUnknownVersionIsRefusedWithTheVersionsThatThereAre() {
    registry.register(model("2026-01-01-aa"));
    var error =
        assertThrows(IllegalArgumentException.class, () -> registry.activate("churn", "nope"));
    assertThat(error.getMessage(), containsString("[2026-01-01-aa]"));
  }

  @Test
  void aMissingFileIsNamed() {
    registry.register(model("2026-01-01-aa"));
    registry.activate("churn", "2026-01-01-aa");
    store.files.remove("churn/2026-01-01-aa/model.ubj");
    var error = assertThrows(IllegalStateException.class, () -> registry.active("churn"));
    assertThat(error.getMessage(), containsString("churn/2026-01-01-aa/model.ubj"));
  }

  private static TrainedModel model(String version) {
    LocalDate asOf = LocalDate.of(2026, 1, 1);
    ModelMetrics metrics = new ModelMetrics(20, 5, 0.8, 0.1, 0.2, 0.3, 0.02);
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
        List.of(new CalibrationBin(1, 20, 0.2, 0.25)));
  }
}
