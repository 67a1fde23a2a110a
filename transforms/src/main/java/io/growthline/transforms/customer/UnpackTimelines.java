package io.growthline.transforms.customer;

import io.growthline.domain.customer.CustomerTimeline;
import io.growthline.domain.event.RawEvent;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.xerial.snappy.Snappy;

/**
 * Turns the blocks of one bucket into timelines. Events stay bytes until their customer's turn, so
 * that one customer at a time is held as objects.
 */
final class UnpackTimelines extends DoFn<KV<Integer, Iterable<byte[]>>, CustomerTimeline> {
  private transient EventCodec codec;

  @Setup
  public void setup() {
    codec = new EventCodec();
  }

  @ProcessElement
  public void processElement(
      @Element KV<Integer, Iterable<byte[]>> bucket, OutputReceiver<CustomerTimeline> out)
      throws IOException {
    Map<String, List<Slice>> customers = new TreeMap<>();
    for (byte[] block : bucket.getValue()) {
      slice(Snappy.uncompress(block), customers);
    }
    for (Map.Entry<String, List<Slice>> customer : customers.entrySet()) {
      List<RawEvent> events = new ArrayList<>(customer.getValue().size());
      for (Slice slice : customer.getValue()) {
        events.add(codec.read(slice.open()));
      }
      out.output(CustomerTimeline.of(customer.getKey(), events));
      customer.getValue().clear();
    }
  }

  private static void slice(byte[] block, Map<String, List<Slice>> customers) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(block));
    while (in.available() > 0) {
      String customer = in.readUTF();
      int length = in.readInt();
      int offset = block.length - in.available();
      customers
          .computeIfAbsent(customer, k -> new ArrayList<>())
          .add(new Slice(block, offset, length));
      in.skipNBytes(length);
    }
  }

  private record Slice(byte[] block, int offset, int length) {
    DataInputStream open() {
      return new DataInputStream(new ByteArrayInputStream(block, offset, length));
    }
  }
}
