package io.growthline.domain.metric;

import io.growthline.domain.event.RawEvent;
import java.util.List;

/**
 * Counts the events that a measure leaves out because they name no customer.
 *
 * @param grain length of the periods
 * @param measure the measure
 * @param dimensions dimensions under whose unknown value they count
 */
record LeftOutEvents(Grain grain, Measure measure, List<Dimension> dimensions) {
  void add(RawEvent withoutCustomer, MeasureTotals into) {
    if (measure.leavesOut().test(withoutCustomer)) {
      for (Cell cell : Cell.ofUnknown(grain, Measure.day(withoutCustomer), dimensions)) {
        into.addLeftOut(cell, measure);
      }
    }
  }
}
