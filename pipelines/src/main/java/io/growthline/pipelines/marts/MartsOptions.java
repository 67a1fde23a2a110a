package io.growthline.pipelines.marts;

import io.growthline.pipelines.stage.StageOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Options of {@link MartsPipeline}. */
public interface MartsOptions extends StageOptions {
  @Description("Groups into which customers are split for the one shuffle.")
  @Default.Integer(16)
  int getBuckets();

  void setBuckets(int buckets);
}
