package io.growthline.domain.experiment;

import io.growthline.domain.experiment.ExperimentCell.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says where arms do not have their shares. */
final class SampleFaults {
  private SampleFaults() {}

  /** {@code region north, device_os ios}; empty where no value of a segment is at fault alone. */
  static String text(ExperimentCounts counts) {
    List<String> faults = new ArrayList<>();
    List<String> segments = counts.experiment().segments();
    for (int i = 0; i < segments.size(); i++) {
      SortedMap<String, List<Long>> arms = new TreeMap<>();
      for (String value : counts.values(i)) {
        arms.put(value, counts.exposed(new Slice(i, value)));
      }
      for (SampleRatio.Fault fault : SampleRatio.faults(arms, counts.experiment().shares())) {
        faults.add(segments.get(i) + " " + fault.value());
      }
    }
    return String.join(", ", faults);
  }
}
