package io.growthline.transforms.ingest;

import io.growthline.domain.monitoring.Arrivals;
import io.growthline.transforms.RecordCoder;
import java.time.Instant;
import java.util.Locale;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithTimestamps;
import org.apache.beam.sdk.transforms.windowing.AfterProcessingTime;
import org.apache.beam.sdk.transforms.windowing.AfterWatermark;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.transforms.windowing.PaneInfo;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;

/**
 * Counts events by the minute in which they occurred: early, when the minute should be complete,
 * and again when events came later. Events that come after {@link #LATENESS} are not counted any
 * more; Beam's metric {@code droppedDueToLateness} counts them.
 */
public final class CountArrivals extends PTransform<PCollection<Arrival>, PCollection<Arrivals>> {
  public static final Duration MINUTE = Duration.standardMinutes(1);
  public static final Duration LATENESS = Duration.standardDays(1);

  private final Duration delay;
  private final Duration sight;
  private final String runId;

  /**
   * @param delay how long events usually take to land; a minute counts as complete so long after
   *     its end
   * @param sight how long new events of a minute wait for others before they are counted
   * @param runId identifies the job
   */
  public CountArrivals(Duration delay, Duration sight, String runId) {
    this.delay = delay;
    this.sight = sight;
    this.runId = runId;
  }

  @Override
  public PCollection<Arrivals> expand(PCollection<Arrival> arrivals) {
    Duration shift = delay;
    AfterProcessingTime firing = AfterProcessingTime.pastFirstElementInPane().plusDelayOf(sight);
    return arrivals
        .apply(
            "At their time",
            WithTimestamps.<Arrival>of(a -> expected(a.occurredAt(), shift))
                .withAllowedTimestampSkew(Duration.millis(Long.MAX_VALUE)))
        .apply(
            "Minutes",
            Window.<Arrival>into(FixedWindows.of(MINUTE).withOffset(offset(delay)))
                .triggering(
                    AfterWatermark.pastEndOfWindow()
                        .withEarlyFirings(firing)
                        .withLateFirings(firing))
                .withAllowedLateness(LATENESS)
                .accumulatingFiredPanes())
        .apply(
            "By source and table",
            MapElements.into(
                    TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.strings()))
                .via(a -> KV.of(a.source(), a.tableName())))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), StringUtf8Coder.of()))
        .apply("Count", Count.perElement())
        .apply("Tell", ParDo.of(new Tell(delay, runId)))
        .setCoder(RecordCoder.of(Arrivals.class));
  }

  private static org.joda.time.Instant expected(Instant occurredAt, Duration delay) {
    return org.joda.time.Instant.ofEpochMilli(occurredAt.toEpochMilli()).plus(delay);
  }

  private static Duration offset(Duration delay) {
    return Duration.millis(delay.getMillis() % MINUTE.getMillis());
  }

  private static final class Tell extends DoFn<KV<KV<String, String>, Long>, Arrivals> {
    private final Duration delay;
    private final String runId;

    Tell(Duration delay, String runId) {
      this.delay = delay;
      this.runId = runId;
    }

    @ProcessElement
    public void process(
        @Element KV<KV<String, String>, Long> count,
        IntervalWindow window,
        PaneInfo pane,
        OutputReceiver<Arrivals> out) {
      out.output(
          new Arrivals(
              Instant.ofEpochMilli(window.start().minus(delay).getMillis()),
              count.getKey().getKey(),
              count.getKey().getValue(),
              count.getValue(),
              pane.getTiming().name().toLowerCase(Locale.ROOT),
              pane.getIndex(),
              runId));
    }
  }
}
