package io.growthline.pipelines.generate;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.simulate.CampaignSpending;
import io.growthline.domain.simulate.CostBookings;
import io.growthline.domain.simulate.CustomerSimulator;
import io.growthline.domain.simulate.FaultPlan;
import io.growthline.domain.simulate.GeoDeclarations;
import io.growthline.domain.simulate.Period;
import io.growthline.domain.simulate.World;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;

/**
 * Simulates a range of customers and writes their events; the first range adds what names no
 * customer.
 */
final class GenerateRange extends DoFn<CustomerRange, Void> {
  private final Generation generation;

  GenerateRange(Generation generation) {
    this.generation = generation;
  }

  @ProcessElement
  public void generate(@Element CustomerRange range) throws IOException {
    World world = World.standard();
    CustomerSimulator simulator =
        new CustomerSimulator(world, generation.period(), generation.seed());
    FaultPlan faults =
        FaultPlan.of(generation.faults(), world, generation.period(), generation.seed());
    LandingFolders folders = new LandingFolders(generation.landing());
    LandingRows rows =
        new LandingRows(
            faults,
            generation.period().endInstant(),
            table -> folders.create(table, (int) range.shard(), generation.format()));
    try (rows) {
      if (range.shard() == 0) {
        for (RawEvent booking : bookings(world)) {
          rows.write(booking);
        }
      }
      for (long number = range.first(); number < range.end(); number++) {
        for (RawEvent event : simulator.simulate(number)) {
          rows.write(event);
        }
      }
    }
    rows.validRows().forEach(Counts::addRows);
    rows.faults().forEach(Counts::addFaults);
  }

  private List<RawEvent> bookings(World world) {
    Period period = generation.period();
    List<RawEvent> bookings =
        new ArrayList<>(CampaignSpending.of(world, period, generation.seed()));
    bookings.addAll(CostBookings.of(world, period, generation.customers(), generation.seed()));
    bookings.addAll(GeoDeclarations.of(world, period));
    return bookings;
  }
}
