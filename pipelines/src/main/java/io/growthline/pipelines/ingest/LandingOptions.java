package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.UnknownColumns;
import io.growthline.pipelines.stage.TemplateOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** What ingest reads and how strictly, whether once or as a stream. */
public interface LandingOptions extends TemplateOptions {
  @Description("Where landing files are: a directory or gs://…, one folder for each source.")
  @Validation.Required
  String getLanding();

  void setLanding(String landing);

  @Description(
      "What to do with events that carry columns which their contract does not declare: REJECT them,"
          + " or KEEP the columns in raw.undeclared_columns.")
  @Default.Enum("REJECT")
  UnknownColumns getUnknownColumns();

  void setUnknownColumns(UnknownColumns unknownColumns);
}
