package io.growthline.pipelines.price;

import io.growthline.pipelines.models.ModelOptions;

/** Options of {@link PricePipeline}. */
public interface PriceOptions extends ModelOptions {}
