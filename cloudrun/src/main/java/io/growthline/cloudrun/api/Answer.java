package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.Snapshot;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer about published tables begins with. */
final class Answer {
  private Answer() {}

  /** A map to be filled, with day, time and currency of the publication. */
  static Map<String, Object> about(Snapshot snapshot) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("as_of", snapshot.asOf());
    answer.put("published_at", snapshot.publishedAt());
    answer.put("currency", currency(snapshot));
    return answer;
  }

  /** The currency that all fields in minor units are in; null where no data name one. */
  static String currency(Snapshot snapshot) {
    String code = snapshot.money().currency();
    return code.isEmpty() ? null : code;
  }
}
