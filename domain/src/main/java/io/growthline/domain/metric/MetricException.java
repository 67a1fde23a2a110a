package io.growthline.domain.metric;

/** A metric of a catalogue cannot be used. */
final class MetricException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int place;

  /**
   * @param place place of the metric in the catalogue, from 0
   */
  MetricException(int place, String problem) {
    super(problem);
    this.place = place;
  }

  int place() {
    return place;
  }
}
