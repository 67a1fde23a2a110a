package io.growthline.pipelines.marts;

import io.growthline.pipelines.stage.ShuffleOptions;

/** Options of {@link MartsPipeline}. */
public interface MartsOptions extends ShuffleOptions {}
