package io.growthline.pipelines.release;

import io.growthline.pipelines.models.ModelOptions;
import io.growthline.pipelines.stage.Matches;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@link ReleasePipeline}. */
public interface ReleaseOptions extends ModelOptions {
  @Description("Where the API finds its releases: a directory or gs://BUCKET/PATH.")
  @Validation.Required
  @Matches(Matches.PLACE)
  String getServing();

  void setServing(String serving);
}
