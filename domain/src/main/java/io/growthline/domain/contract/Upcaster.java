package io.growthline.domain.contract;

import java.util.Map;

/**
 * Turns events of an older schema version into what the newest version would have said, so that the
 * rest of the platform knows one version only.
 */
public interface Upcaster {
  /**
   * Changes the values of an event in place.
   *
   * @param values by column name, as they were delivered
   * @param version the version that the producer named, older than the contract's
   */
  void upcast(Map<String, Object> values, long version);

  /** For tables whose versions differ only in optional columns. */
  final class None implements Upcaster {
    @Override
    public void upcast(Map<String, Object> values, long version) {}
  }
}
