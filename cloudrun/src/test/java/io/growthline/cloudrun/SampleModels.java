package io.growthline.cloudrun;

import io.growthline.domain.pricing.Audience;
import io.growthline.domain.pricing.DemandModel;
import io.growthline.domain.pricing.DemandModels;
import io.growthline.domain.pricing.Economics;
import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.pricing.Evidence;
import io.growthline.domain.pricing.LogitFit;
import io.growthline.domain.pricing.Verdict;
import io.growthline.domain.scoring.Decision;
import io.growthline.domain.scoring.LabelledRow;
import io.growthline.domain.scoring.ModelRegistry;
import io.growthline.domain.scoring.ModelSpec;
import io.growthline.domain.scoring.ModelStore;
import io.growthline.domain.scoring.ModelTrainer;
import io.growthline.domain.scoring.Models;
import io.growthline.domain.scoring.TrainingOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Trains and registers small models. */
public final class SampleModels {
  static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);

  private static final Decision SAMPLE = new Decision("a test", "A sample.", "");

  private SampleModels() {}

  public static void register(Path models) throws IOException {
    ModelRegistry registry = new ModelRegistry(new Directory(models));
    Models.ALL.forEach(model -> train(registry, model));
    registry.register(
        Models.DEMAND,
        demand().version(),
        Map.of(DemandModels.FILE, demand().toJson().getBytes(StandardCharsets.UTF_8)),
        SAMPLE);
    registry.promote(Models.DEMAND, demand().version(), SAMPLE);
  }

  /** The outcome comes with one feature: large values mean yes. */
  private static void train(ModelRegistry registry, ModelSpec<?, ?> model) {
    String name = model.name();
    List<String> features = model.latest().names();
    int driver = name.equals(Models.CHURN) ? 6 : 3;
    List<LabelledRow> rows = new ArrayList<>();
    for (int month = 0; month < 18; month++) {
      for (int i = 0; i < 120; i++) {
        double[] values = new double[features.size()];
        for (int f = 0; f < values.length; f++) {
          values[f] = (i * 7 + f * 13 + month * 3) % 30;
        }
        boolean noise = (i + month) % 11 == 0;
        rows.add(
            new LabelledRow(
                AS_OF.minusMonths(18L - month), values, (values[driver] > 20) != noise));
      }
    }
    TrainingOutcome outcome =
        new ModelTrainer(name, features, model.labelDays()).train(AS_OF, rows);
    if (outcome instanceof TrainingOutcome.Trained trained) {
      String version = trained.model().metadata().version();
      registry.register(name, version, trained.model().files(), SAMPLE);
      registry.promote(name, version, SAMPLE);
    } else {
      throw new IllegalStateException(outcome.toString());
    }
  }

  static DemandModels demand() {
    return new DemandModels(AS_OF, List.of(model("all", -2.1, 1400), model("mid", -0.8, 700)));
  }

  private static DemandModel model(String segment, double slope, long customers) {
    return new DemandModel(
        segment,
        new Evidence(6000, 780, 12, List.of(599L, 799L, 999L, 1299L), List.of(0L, 500L), 900, 250),
        new LogitFit(
            List.of(-1.6, slope, 0.9),
            List.of(List.of(0.004, 0.0, 0.0), List.of(0.0, 0.02, 0.0), List.of(0.0, 0.0, 0.05))),
        new Estimate(slope, slope - 0.3, slope + 0.3),
        new Economics(0.6, 0.02, 0.8),
        new Audience(customers, customers / 20, new Estimate(0.02, 0.017, 0.023)),
        Verdict.OK,
        List.of());
  }

  private record Directory(Path root) implements ModelStore {
    @Override
    public Optional<byte[]> read(String path) {
      try {
        Path file = root.resolve(path);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void write(String path, byte[] content) {
      try {
        Files.createDirectories(root.resolve(path).getParent());
        Files.write(root.resolve(path), content);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public List<String> list(String prefix) {
      if (!Files.isDirectory(root)) {
        return List.of();
      }
      try (Stream<Path> files = Files.walk(root)) {
        return files
            .map(file -> root.relativize(file).toString())
            .filter(path -> path.startsWith(prefix))
            .sorted()
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
