package io.growthline.pipelines.generate;

import io.growthline.domain.simulate.Period;
import java.io.Serializable;
import java.time.LocalDate;

/** What is generated and where to, the same for all ranges of customers. */
record Generation(
    String landing,
    String format,
    String faults,
    long seed,
    long customers,
    LocalDate start,
    LocalDate end)
    implements Serializable {
  Period period() {
    return new Period(start, end);
  }
}
