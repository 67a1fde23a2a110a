package io.growthline.pipelines.models;

import io.growthline.pipelines.stage.Matches;
import io.growthline.pipelines.stage.StageOptions;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** A stage that trains or uses models. */
public interface ModelOptions extends StageOptions {
  @Description("Where models are kept: a directory or gs://BUCKET/PATH.")
  @Validation.Required
  @Matches(Matches.PLACE)
  String getModels();

  void setModels(String models);
}
