package io.growthline.transforms.customer;

import io.growthline.domain.customer.CustomerTimeline;
import io.growthline.domain.event.RawEvent;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.CustomCoder;

/** Timelines as bytes. */
public final class CustomerTimelineCoder extends CustomCoder<CustomerTimeline> {
  private transient EventCodec events;

  @Override
  public void encode(CustomerTimeline timeline, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeUTF(timeline.customerId());
    List<RawEvent> all = timeline.all();
    out.writeInt(all.size());
    for (RawEvent event : all) {
      events().write(event, out);
    }
  }

  @Override
  public CustomerTimeline decode(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    String customerId = in.readUTF();
    int size = in.readInt();
    List<RawEvent> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add(events().read(in));
    }
    return CustomerTimeline.of(customerId, all);
  }

  @Override
  public void verifyDeterministic() throws NonDeterministicException {
    throw new NonDeterministicException(this, "the order of event types is open");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CustomerTimelineCoder;
  }

  @Override
  public int hashCode() {
    return CustomerTimelineCoder.class.hashCode();
  }

  private EventCodec events() {
    if (events == null) {
      events = new EventCodec();
    }
    return events;
  }
}
