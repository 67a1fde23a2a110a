package io.growthline.pipelines.marts;

import io.growthline.pipelines.stage.ShuffleOptions;
import io.growthline.pipelines.stage.TemplateOptions;

/** Options of {@link MartsPipeline}. */
public interface MartsOptions extends ShuffleOptions, TemplateOptions {}
