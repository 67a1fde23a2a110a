package io.growthline.pipelines.ingest;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Options of ingest with {@code --streaming}. */
public interface StreamOptions extends LandingOptions {
  @Description("Streaming: how often to look for new landing files, in seconds.")
  @Default.Integer(10)
  int getPollSeconds();

  void setPollSeconds(int pollSeconds);

  @Description("Streaming: how long rows wait for others before they are written, in seconds.")
  @Default.Integer(20)
  int getAppendSeconds();

  void setAppendSeconds(int appendSeconds);

  @Description(
      "Streaming: how long events usually take to land, in minutes; monitoring.arrivals calls"
          + " later ones late.")
  @Default.Integer(10)
  int getDelayMinutes();

  void setDelayMinutes(int delayMinutes);

  @Description(
      "Streaming: write all that was read and end when nothing has landed for so many seconds."
          + " Default: never.")
  @Default.Long(0)
  long getIdleSeconds();

  void setIdleSeconds(long idleSeconds);
}
