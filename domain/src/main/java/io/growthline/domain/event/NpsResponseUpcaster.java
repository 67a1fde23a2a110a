package io.growthline.domain.event;

import io.growthline.domain.contract.Upcaster;
import java.util.Map;

/** Version 1 had no channel, because the survey was asked in the app alone. */
public final class NpsResponseUpcaster implements Upcaster {
  @Override
  public void upcast(Map<String, Object> values, long version) {
    values.putIfAbsent("channel", "app");
  }
}
