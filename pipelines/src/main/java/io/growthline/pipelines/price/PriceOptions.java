package io.growthline.pipelines.price;

import io.growthline.pipelines.models.ModelOptions;
import io.growthline.pipelines.stage.TemplateOptions;

/** Options of {@link PricePipeline}. */
public interface PriceOptions extends ModelOptions, TemplateOptions {}
