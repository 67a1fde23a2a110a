package io.growthline.pipelines.decide;

import io.growthline.pipelines.models.ModelOptions;
import io.growthline.pipelines.stage.Matches;
import io.growthline.pipelines.stage.TemplateOptions;
import org.apache.beam.sdk.options.Description;

/** Options of {@link DecidePipeline}. */
public interface DecideOptions extends ModelOptions, TemplateOptions {
  @Description(
      "Where actions.yaml, policy.yaml, churn_rules.yaml and recommendations.yaml are: a directory or gs://BUCKET/PATH. A file that is not there is that of the platform.")
  @Matches(Matches.PLACE)
  String getDecisionRules();

  void setDecisionRules(String decisionRules);
}
