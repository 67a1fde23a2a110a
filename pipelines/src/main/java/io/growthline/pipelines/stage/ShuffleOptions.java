package io.growthline.pipelines.stage;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** A stage that shuffles once by customer. One declaration, as Beam wants one default for all. */
public interface ShuffleOptions extends StageOptions {
  @Description(
      "Number of groups into which customers are hashed; each fits in memory. By default"
          + " it follows the size of the data.")
  @Default.Integer(0)
  int getBuckets();

  void setBuckets(int buckets);

  @Description(
      "Build everything again: ingest reads all landing files, marts are built of all customers.")
  @Default.Boolean(false)
  boolean isRebuild();

  void setRebuild(boolean rebuild);
}
