package io.growthline.transforms.ingest;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RecordJson;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.monitoring.StreamedDuplicate;
import io.growthline.transforms.TableTags;
import io.growthline.transforms.block.RawRows;
import io.growthline.transforms.block.RowBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.state.MapState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.joda.time.Instant;

/** Remembers the ids and keys that the rows of one customer had, and passes unknown rows on. */
final class FirstDeliveries extends DoFn<KV<String, byte[]>, Arrival> {
  private transient List<RecordJson<?>> json;
  private transient RawRows decoder;

  /** When each id and key was first seen, in milliseconds of processing time. */
  @StateId("seen")
  @SuppressWarnings("unused") // read by Beam
  private final StateSpec<MapState<String, Long>> seenSpec =
      StateSpecs.map(StringUtf8Coder.of(), VarLongCoder.of());

  @TimerId("forget")
  @SuppressWarnings("unused") // read by Beam
  private final TimerSpec forgetSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

  @Setup
  public void setup() {
    decoder = new RawRows();
    json = new ArrayList<>();
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      json.add(new RecordJson<>(table));
    }
  }

  @ProcessElement
  public void process(
      @Element KV<String, byte[]> block,
      @StateId("seen") MapState<String, Long> seen,
      @TimerId("forget") Timer forget,
      MultiOutputReceiver outputs) {
    RowBlock.Rows rows = RowBlock.open(block.getValue());
    String path = rows.source();
    for (; rows.next(); ) {
      int table = rows.table();
      Record row = decoder.decode(table, rows.bytes(), rows.offset());
      RawEvent event = (RawEvent) row;
      // Names last as long as the state; positions change when a table is added.
      String name = Contracts.RAW.get(table).name();
      String id = name + "/id/" + event.eventId();
      String key = name + "/key/" + event.idempotencyKey();
      if (seen.get(id).read() != null || seen.get(key).read() != null) {
        drop(path, table, row, outputs);
        continue;
      }
      Instant now = forget.getCurrentRelativeTime();
      if (seen.isEmpty().read()) {
        forget.set(now.plus(DropRepeats.MEMORY));
      }
      seen.put(id, now.getMillis());
      seen.put(key, now.getMillis());
      keep(path, table, row, outputs);
    }
  }

  @OnTimer("forget")
  public void forget(
      @StateId("seen") MapState<String, Long> seen, @TimerId("forget") Timer forget) {
    Instant now = forget.getCurrentRelativeTime();
    long oldest = Long.MAX_VALUE;
    List<String> old = new ArrayList<>();
    for (Map.Entry<String, Long> entry : seen.entries().read()) {
      if (entry.getValue() <= now.minus(DropRepeats.MEMORY).getMillis()) {
        old.add(entry.getKey());
      } else {
        oldest = Math.min(oldest, entry.getValue());
      }
    }
    old.forEach(seen::remove);
    if (oldest < Long.MAX_VALUE) {
      forget.set(new Instant(oldest).plus(DropRepeats.MEMORY));
    }
  }

  @SuppressWarnings("unchecked") // the tag belongs to the row's table
  private static void keep(String path, int table, Record row, MultiOutputReceiver outputs) {
    outputs.get((TupleTag<Record>) TableTags.of(Contracts.RAW.get(table))).output(row);
    String source = path.contains("/") ? path.substring(0, path.indexOf('/')) : "landing";
    outputs
        .get(DropRepeats.ARRIVALS)
        .output(
            new Arrival(source, Contracts.RAW.get(table).name(), ((RawEvent) row).occurredAt()));
    Metrics.counter("ingest", "appended/" + Contracts.RAW.get(table).name()).inc();
  }

  @SuppressWarnings("unchecked") // the writer belongs to the row's table
  private void drop(String path, int table, Record row, MultiOutputReceiver outputs) {
    RawEvent event = (RawEvent) row;
    outputs
        .get(DropRepeats.DROPPED)
        .output(
            new StreamedDuplicate(
                UUID.randomUUID().toString(),
                path,
                Contracts.RAW.get(table).name(),
                event.eventId(),
                event.idempotencyKey(),
                java.time.Instant.now(),
                ((RecordJson<Record>) json.get(table)).text(row)));
  }
}
