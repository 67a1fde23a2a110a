package io.growthline.transforms.customer;

import io.growthline.domain.customer.CustomerGroups;
import io.growthline.domain.event.RawEvent;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.xerial.snappy.Snappy;

/**
 * Packs the events of customers into compressed blocks by bucket, so that the shuffle moves few
 * large values. A block is a row of customer, length and event. Events without a customer and
 * events not known at {@code before} are left out, and so are customers of other groups.
 */
final class PackEvents<T extends Record> extends DoFn<T, KV<Integer, byte[]>> {
  private static final int BLOCK_BYTES = 256 * 1024;

  private final int buckets;
  private final Instant before;
  private final Set<Integer> groups;
  private transient EventCodec codec;
  private transient ByteArrayOutputStream event;
  private transient Map<Integer, ByteArrayOutputStream> blocks;

  PackEvents(int buckets, Instant before, Set<Integer> groups) {
    this.buckets = buckets;
    this.before = before;
    this.groups = groups;
  }

  @Setup
  public void setup() {
    codec = new EventCodec();
    event = new ByteArrayOutputStream();
  }

  @StartBundle
  public void startBundle() {
    blocks = new TreeMap<>();
  }

  @ProcessElement
  public void processElement(@Element T row, OutputReceiver<KV<Integer, byte[]>> out)
      throws IOException {
    RawEvent raw = (RawEvent) row;
    if (raw.customerId() == null
        || !raw.occurredAt().isBefore(before)
        || !raw.ingestedAt().isBefore(before)
        || !groups.contains(CustomerGroups.of(raw.customerId()))) {
      return;
    }
    int bucket = Math.floorMod(raw.customerId().hashCode(), buckets);
    ByteArrayOutputStream block =
        blocks.computeIfAbsent(bucket, k -> new ByteArrayOutputStream(8 * 1024));
    append(raw, block);
    if (block.size() >= BLOCK_BYTES) {
      out.output(packed(bucket, block));
      block.reset();
    }
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) throws IOException {
    for (Map.Entry<Integer, ByteArrayOutputStream> block : blocks.entrySet()) {
      if (block.getValue().size() > 0) {
        context.output(
            packed(block.getKey(), block.getValue()),
            GlobalWindow.INSTANCE.maxTimestamp(),
            GlobalWindow.INSTANCE);
      }
    }
  }

  private static KV<Integer, byte[]> packed(int bucket, ByteArrayOutputStream block)
      throws IOException {
    return KV.of(bucket, Snappy.compress(block.toByteArray()));
  }

  private void append(RawEvent raw, ByteArrayOutputStream block) throws IOException {
    event.reset();
    codec.write(raw, new DataOutputStream(event));
    DataOutputStream out = new DataOutputStream(block);
    out.writeUTF(raw.customerId());
    out.writeInt(event.size());
    event.writeTo(block);
  }
}
