package io.growthline.pipelines.run;

import io.growthline.pipelines.ingest.IngestOptions;
import io.growthline.pipelines.ingest.IngestPipeline;
import io.growthline.pipelines.marts.MartsOptions;
import io.growthline.pipelines.marts.MartsPipeline;
import io.growthline.pipelines.monitor.MonitorOptions;
import io.growthline.pipelines.monitor.MonitorPipeline;
import io.growthline.pipelines.price.PriceOptions;
import io.growthline.pipelines.price.PricePipeline;
import io.growthline.pipelines.score.ScoreOptions;
import io.growthline.pipelines.score.ScorePipeline;
import io.growthline.pipelines.stage.StageResult;
import io.growthline.pipelines.train.TrainOptions;
import io.growthline.pipelines.train.TrainPipeline;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The stages of a run, in the order in which they run. */
public enum Stage {
  INGEST {
    @Override
    StageResult run(StageArguments arguments) {
      IngestOptions options = arguments.as(IngestOptions.class);
      options.setLanding(arguments.data().landing().toString());
      return IngestPipeline.run(options);
    }
  },
  MARTS {
    @Override
    StageResult run(StageArguments arguments) {
      return MartsPipeline.run(arguments.as(MartsOptions.class));
    }
  },
  TRAIN {
    @Override
    StageResult run(StageArguments arguments) {
      TrainOptions options = arguments.as(TrainOptions.class);
      options.setModels(arguments.data().models().toString());
      return TrainPipeline.run(options);
    }
  },
  SCORE {
    @Override
    StageResult run(StageArguments arguments) {
      ScoreOptions options = arguments.as(ScoreOptions.class);
      options.setModels(arguments.data().models().toString());
      return ScorePipeline.run(options);
    }
  },
  PRICE {
    @Override
    StageResult run(StageArguments arguments) {
      PriceOptions options = arguments.as(PriceOptions.class);
      options.setModels(arguments.data().models().toString());
      return PricePipeline.run(options);
    }
  },
  MONITOR {
    @Override
    StageResult run(StageArguments arguments) {
      MonitorOptions options = arguments.as(MonitorOptions.class);
      options.setModels(arguments.data().models().toString());
      options.setReports(arguments.data().reports().toString());
      return MonitorPipeline.run(options);
    }
  };

  abstract StageResult run(StageArguments arguments);

  /** Name on the command line and in the manifest. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The stage of that name.
   *
   * @throws IllegalArgumentException that lists the names when there is none
   */
  public static Stage of(String id) {
    return Arrays.stream(values())
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown stage '"
                        + id
                        + "'. Stages are "
                        + String.join(", ", Arrays.stream(values()).map(Stage::id).toList())
                        + "."));
  }

  static List<Stage> all() {
    return List.of(values());
  }
}
