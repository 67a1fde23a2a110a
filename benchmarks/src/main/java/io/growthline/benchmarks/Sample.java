package io.growthline.benchmarks;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.simulate.CustomerSimulator;
import io.growthline.domain.simulate.Period;
import io.growthline.domain.simulate.World;
import io.growthline.transforms.block.BucketPacker;
import io.growthline.transforms.block.Buckets;
import io.growthline.transforms.block.Origin;
import io.growthline.transforms.block.RawRows;
import java.util.ArrayList;
import java.util.List;

/** The events of some synthetic customers over 18 months, in the forms that kernels take. */
public final class Sample {
  private static final int CUSTOMERS = 40;
  private static final long SEED = 42;

  private final List<List<RawEvent>> customers = new ArrayList<>();
  private final List<RawEvent> events = new ArrayList<>();

  public Sample() {
    CustomerSimulator simulator =
        new CustomerSimulator(World.standard(), Period.ofMonths(18), SEED);
    for (int number = 0; number < CUSTOMERS; number++) {
      customers.add(simulator.simulate(number));
      events.addAll(customers.get(number));
    }
  }

  /** The events of each customer. */
  public List<List<RawEvent>> customers() {
    return customers;
  }

  public List<RawEvent> events() {
    return events;
  }

  /** Events of one type. */
  public <E extends RawEvent> List<E> of(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Position of the raw table of an event. */
  public static int table(RawEvent event) {
    return Contracts.RAW.indexOf(TableSpec.of(((Record) event).getClass()));
  }

  /** Encoded rows of one table. */
  public static List<byte[]> encoded(List<? extends RawEvent> events) {
    RawRows encoder = new RawRows();
    List<byte[]> rows = new ArrayList<>();
    for (RawEvent event : events) {
      RowBuffer row = encoder.encode(table(event), (Record) event);
      rows.add(row.toBytes());
    }
    return rows;
  }

  /** All events in blocks of one bucket. */
  public List<byte[]> blocks() {
    List<byte[]> blocks = new ArrayList<>();
    BucketPacker packer =
        new BucketPacker(
            Origin.FRESH, "bench", new Buckets(1), (bucket, block) -> blocks.add(block));
    events.forEach(event -> packer.add(table(event), (Record) event));
    packer.flush();
    return blocks;
  }
}
