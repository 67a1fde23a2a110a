package io.growthline.pipelines.generate;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.Validation;

/** Which synthetic customers to make, and where to put their events. */
public interface GenerateOptions extends PipelineOptions {
  @Description("Where landing files go: a directory or gs://BUCKET/PREFIX.")
  @Validation.Required
  String getLanding();

  void setLanding(String landing);

  @Description("Customers to simulate.")
  @Default.Integer(2000)
  int getCustomers();

  void setCustomers(int customers);

  @Description("Months of data.")
  @Default.Integer(18)
  int getMonths();

  void setMonths(int months);

  @Description("The same seed gives the same files.")
  @Default.Long(42)
  long getSeed();

  void setSeed(long seed);

  @Description("First day, yyyy-mm-dd. Default: so that the data end with 2026-06-30.")
  String getStartOn();

  void setStartOn(String startOn);

  @Description("What to spoil after valid generation: none, standard or harsh.")
  @Default.String("none")
  String getFaults();

  void setFaults(String faults);

  @Description("Form of the landing files: jsonl or parquet.")
  @Default.String("jsonl")
  String getFormat();

  void setFormat(String format);

  @Description("Files for each table; also how many customers' ranges can be made at once.")
  @Default.Integer(8)
  int getShards();

  void setShards(int shards);
}
