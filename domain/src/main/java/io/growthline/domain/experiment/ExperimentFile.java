package io.growthline.domain.experiment;

import java.util.List;

/** The YAML form of experiments; {@link ExperimentReader} checks it. */
record ExperimentFile(String version, List<Entry> experiments) {

  /**
   * Optional parts are {@code hypothesis}, {@code starts_on}, {@code ends_on}, {@code quarter},
   * {@code secondary}, {@code guardrails}, {@code segments}, {@code alpha} and {@code correction}.
   */
  record Entry(
      String id,
      String hypothesis,
      String owner,
      String unit,
      List<ArmEntry> arms,
      String startsOn,
      String endsOn,
      String quarter,
      ExposureEntry exposure,
      MetricEntry primary,
      List<MetricEntry> secondary,
      List<MetricEntry> guardrails,
      List<String> segments,
      Integer minimumDays,
      Double alpha,
      String correction) {
    Entry {
      secondary = orNone(secondary);
      guardrails = orNone(guardrails);
      segments = orNone(segments);
    }
  }

  record ArmEntry(String name, Double share) {}

  /** Either a table with its expressions, or a salt. */
  record ExposureEntry(String table, String when, String arm, String salt) {}

  /**
   * Either a metric of the catalogue, or an expression over events. {@code per} and {@code
   * per_events} are for ratios, {@code bound} for guardrails, {@code covariate_days}, {@code cap}
   * and {@code detect} optional.
   */
  record MetricEntry(
      String name,
      String kind,
      String metric,
      String events,
      String value,
      String perEvents,
      String per,
      Integer windowDays,
      String direction,
      Double bound,
      Integer covariateDays,
      Long cap,
      Double detect) {}

  private static <T> List<T> orNone(List<T> list) {
    return list == null ? List.of() : list;
  }
}
