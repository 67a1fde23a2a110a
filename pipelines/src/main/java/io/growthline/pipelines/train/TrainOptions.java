package io.growthline.pipelines.train;

import io.growthline.pipelines.models.ModelOptions;

/** Options of {@link TrainPipeline}. */
public interface TrainOptions extends ModelOptions {}
