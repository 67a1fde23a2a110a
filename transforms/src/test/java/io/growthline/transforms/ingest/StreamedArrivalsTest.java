package io.growthline.transforms.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.FeatureUse;
import io.growthline.domain.monitoring.Arrivals;
import io.growthline.domain.monitoring.StreamedDuplicate;
import io.growthline.transforms.TableTags;
import io.growthline.transforms.block.BlockCoder;
import io.growthline.transforms.block.Origin;
import io.growthline.transforms.block.RawRows;
import io.growthline.transforms.block.RowBlock;
import java.util.stream.StreamSupport;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;

/** When events come decides how they are counted, and never whether they are written. */
class StreamedArrivalsTest {
  private static final TableSpec<FeatureUse> TABLE = TableSpec.of(FeatureUse.class);
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
  private static final Duration SIGHT = Duration.standardSeconds(10);
  private static final FeatureUse FIRST = use("e1", "k1");
  private static final FeatureUse SECOND = use("e2", "k2");

  private final TestStream.Builder<KV<String, byte[]>> stream =
      TestStream.create(KvCoder.of(StringUtf8Coder.of(), BlockCoder.of())).advanceWatermarkTo(NINE);

  @Test
  void eventsThatComeBeforeTheirMinuteEndsAreOnTime() {
    PipelineResult result =
        run(
            stream.addElements(block(FIRST), block(SECOND)).advanceWatermarkTo(after(1)),
            sight(2, "on_time", 0));

    assertThat(dropped(result), is(0L));
  }

  @Test
  void aMinuteThatIsStillOpenIsToldOfEarly() {
    run(
        stream
            .addElements(block(FIRST))
            .advanceProcessingTime(SIGHT.plus(1))
            .addElements(block(SECOND))
            .advanceWatermarkTo(after(1)),
        sight(1, "early", 0),
        sight(2, "on_time", 1));
  }

  @Test
  void eventsThatComeAfterTheirMinuteAreCountedAgainAsLate() {
    PipelineResult result =
        run(
            stream
                .addElements(block(FIRST))
                .advanceWatermarkTo(after(5))
                .addElements(block(SECOND))
                .advanceProcessingTime(SIGHT.plus(1)),
            sight(1, "on_time", 0),
            sight(2, "late", 1));

    assertThat(dropped(result), is(0L));
  }

  @Test
  void eventsThatComeAfterTheAllowedLatenessAreWrittenAndNoLongerCounted() {
    PipelineResult result =
        run(
            stream
                .addElements(block(FIRST))
                .advanceWatermarkTo(after(2).plus(CountArrivals.LATENESS))
                .addElements(block(SECOND))
                .advanceProcessingTime(SIGHT.plus(1)),
            sight(1, "on_time", 0));

    assertThat(dropped(result), is(1L));
  }

  @Test
  void aMinuteIsCompleteWhenEventsHaveHadTheTimeToLand() {
    Duration delay = Duration.standardMinutes(10);
    run(
        delay,
        stream
            .addElements(block(FIRST))
            .advanceWatermarkTo(after(9))
            .addElements(block(SECOND))
            .advanceWatermarkTo(after(11)),
        sight(2, "on_time", 0));
  }

  @Test
  void aRepeatIsDroppedWhateverIdItSharesAndKeptForTheBatchRun() {
    Pipeline pipeline = pipeline();
    PCollectionTuple outputs =
        pipeline
            .apply(
                stream
                    .addElements(
                        block(FIRST), block(use("e1", "k9")), block(use("e9", "k1")), block(SECOND))
                    .advanceWatermarkToInfinity())
            .apply(new DropRepeats());

    PAssert.that(outputs.get(TableTags.of(TABLE)))
        .satisfies(
            kept -> {
              assertThat(StreamSupport.stream(kept.spliterator(), false).count(), is(2L));
              return null;
            });
    PAssert.that(outputs.get(DropRepeats.DROPPED))
        .satisfies(
            dropped -> {
              for (StreamedDuplicate drop : dropped) {
                assertThat(drop.path(), is("app/a.jsonl"));
                assertThat(drop.tableName(), is("feature_uses"));
              }
              assertThat(StreamSupport.stream(dropped.spliterator(), false).count(), is(2L));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void whatWasSeenLongAgoIsForgotten() {
    Duration day = Duration.standardDays(1);
    Pipeline pipeline = pipeline();
    PCollectionTuple outputs =
        pipeline
            .apply(
                stream
                    .addElements(block(FIRST))
                    .advanceProcessingTime(DropRepeats.MEMORY.minus(day))
                    .addElements(block(FIRST), block(SECOND))
                    .advanceProcessingTime(day.plus(day))
                    .addElements(block(FIRST), block(SECOND))
                    .advanceWatermarkToInfinity())
            .apply(new DropRepeats());

    PAssert.that(outputs.get(TableTags.of(TABLE))).containsInAnyOrder(FIRST, SECOND, FIRST);
    pipeline.run().waitUntilFinish();
  }

  private PipelineResult run(TestStream.Builder<KV<String, byte[]>> events, Arrivals... expected) {
    return run(Duration.ZERO, events, expected);
  }

  /** Runs and checks that both events are written. */
  private static PipelineResult run(
      Duration delay, TestStream.Builder<KV<String, byte[]>> events, Arrivals... expected) {
    Pipeline pipeline = pipeline();
    PCollectionTuple rows =
        pipeline.apply(events.advanceWatermarkToInfinity()).apply(new DropRepeats());
    PAssert.that(rows.get(TableTags.of(TABLE))).containsInAnyOrder(FIRST, SECOND);
    PAssert.that(rows.get(DropRepeats.ARRIVALS).apply(new CountArrivals(delay, SIGHT, "job-1")))
        .containsInAnyOrder(expected);
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    return result;
  }

  private static Pipeline pipeline() {
    DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
    options.setTargetParallelism(2);
    return Pipeline.create(options);
  }

  private static long dropped(PipelineResult result) {
    return StreamSupport.stream(
            result
                .metrics()
                .queryMetrics(MetricsFilter.builder().build())
                .getCounters()
                .spliterator(),
            false)
        .filter(counter -> counter.getName().getName().equalsIgnoreCase("droppedDueToLateness"))
        .mapToLong(counter -> counter.getAttempted())
        .sum();
  }

  private static Instant after(int minutes) {
    return NINE.plus(Duration.standardMinutes(minutes));
  }

  private static Arrivals sight(long records, String timing, long pane) {
    return new Arrivals(
        java.time.Instant.parse("2026-01-05T09:00:00Z"),
        "app",
        "feature_uses",
        records,
        timing,
        pane,
        "job-1");
  }

  private static KV<String, byte[]> block(FeatureUse use) {
    int table = Contracts.RAW.indexOf(TABLE);
    RowBuffer row = new RawRows().encode(table, use);
    RowBlock block = new RowBlock(Origin.FRESH, "app/a.jsonl");
    block.add(table, row.array(), 0, row.size());
    RowBlock.Rows rows = RowBlock.open(block.toBytes());
    rows.next();
    return KV.of(DropRepeats.key(rows), block.toBytes());
  }

  private static FeatureUse use(String eventId, String key) {
    java.time.Instant occurred = java.time.Instant.parse("2026-01-05T09:00:20Z");
    return new FeatureUse(eventId, key, "c1", occurred, occurred, 1, "app", "budget");
  }
}
