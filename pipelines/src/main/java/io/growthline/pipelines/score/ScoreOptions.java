package io.growthline.pipelines.score;

import io.growthline.pipelines.models.ModelOptions;
import io.growthline.pipelines.stage.TemplateOptions;

/** Options of {@link ScorePipeline}. */
public interface ScoreOptions extends ModelOptions, TemplateOptions {}
