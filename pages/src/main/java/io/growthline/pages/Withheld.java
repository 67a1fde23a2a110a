package io.growthline.pages;

import java.util.Map;
import java.util.stream.Collectors;

/** Why metrics have no value: the data lack their sources. */
public final class Withheld {
  private Withheld() {}

  /** The reason by metric, of those that are withheld. */
  public static Map<String, String> reasons(Source source) {
    return source
        .query(
            "SELECT metric, MAX(withheld_because) AS reason FROM marts.kpi_values"
                + " WHERE withheld_because IS NOT NULL GROUP BY metric ORDER BY metric")
        .stream()
        .collect(Collectors.toMap(row -> row.text("metric"), row -> row.text("reason")));
  }
}
