package io.growthline.pipelines.score;

import io.growthline.pipelines.models.ModelOptions;

/** Options of {@link ScorePipeline}. */
public interface ScoreOptions extends ModelOptions {}
