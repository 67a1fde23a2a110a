package io.growthline.domain.experiment;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.experiment.ExperimentMetric.Role;
import io.growthline.domain.metric.MetricCatalogue;
import io.growthline.domain.rule.Rules;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks one experiment of a file. */
final class ExperimentReader {
  private static final double ROUNDING = 1e-5; // of shares such as thirds
  private static final ColumnSpec ARM = column("arm", ColumnType.STRING, "Name of the arm.");

  private final MetricCatalogue catalogue;
  private final ExperimentFile.Entry entry;
  private final Place place;

  ExperimentReader(String file, MetricCatalogue catalogue, ExperimentFile.Entry entry) {
    this.catalogue = catalogue;
    this.entry = entry;
    this.place = new Place(file, entry.id());
  }

  /**
   * The experiment.
   *
   * @throws io.growthline.domain.rule.RuleException naming file, experiment, key and what to do
   */
  Experiment read() {
    place.holds(
        "customer".equals(entry.unit()), "unit", "must be customer: nothing else is assigned");
    ExposurePeriod period = period();
    return new Experiment(
        entry.id(),
        entry.hypothesis(),
        place.required("owner", entry.owner()),
        arms(),
        period,
        exposure(),
        metrics(),
        segments(),
        plan(period));
  }

  private List<Exposure.Arm> arms() {
    List<Exposure.Arm> arms = new ArrayList<>();
    Set<String> names = new HashSet<>();
    double sum = 0;
    for (ExperimentFile.ArmEntry arm : place.required("arms", entry.arms())) {
      place.unique("arms", place.required("name of an arm", arm.name()), names);
      double share = place.required("share of arm " + arm.name(), arm.share());
      place.holds(share > 0 && share < 1, "share of arm " + arm.name(), "must be between 0 and 1");
      arms.add(new Exposure.Arm(arm.name(), share));
      sum += share;
    }
    place.holds(arms.size() >= 2, "arms", "must be two or more, the control first");
    place.holds(
        Math.abs(sum - 1) < ROUNDING,
        "arms",
        String.format(Locale.ROOT, "have shares that add up to %.6g; make them add up to 1", sum));
    return List.copyOf(arms);
  }

  private ExposurePeriod period() {
    if (entry.quarter() == null) {
      return new ExposurePeriod.Fixed(days());
    }
    place.holds(
        "last".equals(entry.quarter()), "quarter", "must be last: the last one that is over");
    place.holds(
        entry.startsOn() == null && entry.endsOn() == null,
        "quarter",
        "and starts_on or ends_on are given; keep one");
    return new ExposurePeriod.LastQuarter();
  }

  private Exposure.Days days() {
    LocalDate first = day("starts_on", entry.startsOn());
    LocalDate last = day("ends_on", entry.endsOn());
    place.holds(
        first == null || last == null || !last.isBefore(first),
        "ends_on",
        last + " is before starts_on " + first + "; exchange them or correct one");
    return new Exposure.Days(first, last);
  }

  private LocalDate day(String key, String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw place.problem(key, text + " is no day; write yyyy-mm-dd");
    }
  }

  private Exposure exposure() {
    ExperimentFile.ExposureEntry how = place.required("exposure", entry.exposure());
    if (how.salt() != null) {
      place.holds(
          how.table() == null && how.when() == null && how.arm() == null,
          "exposure",
          "has a salt and a table; keep one");
      place.holds(
          entry.startsOn() != null || entry.quarter() != null,
          "starts_on",
          "is missing; an exposure by salt needs it, or quarter: last");
      return new Exposure.Digest(how.salt());
    }
    String id = place.required("exposure: table", how.table());
    EventTable<?> table =
        EventTable.find(id)
            .orElseThrow(
                () ->
                    place.problem(
                        "exposure: table",
                        id + " is no raw table of events; write raw. and its name"));
    Rules rules = Rules.over(place.file(), table.spec().columns());
    return new Exposure.Event(
        table,
        rules.condition(
            place.rule() + ", exposure: when", how.when() == null ? "true" : how.when()),
        rules.value(place.rule() + ", exposure: arm", how.arm(), ARM));
  }

  private List<ExperimentMetric> metrics() {
    MetricReader reader = new MetricReader(catalogue, place);
    List<ExperimentMetric> metrics = new ArrayList<>();
    metrics.add(reader.read(Role.PRIMARY, entry.primary()));
    entry.secondary().forEach(metric -> metrics.add(reader.read(Role.SECONDARY, metric)));
    entry.guardrails().forEach(metric -> metrics.add(reader.read(Role.GUARDRAIL, metric)));
    Set<String> names = new HashSet<>();
    metrics.forEach(metric -> place.unique("name of a metric", metric.name(), names));
    return List.copyOf(metrics);
  }

  private List<String> segments() {
    Set<String> names = new HashSet<>();
    for (String column : entry.segments()) {
      place.unique("segments", column, names);
      place.holds(
          Experiment.ATTRIBUTES.contains(column),
          "segments",
          column + " is no attribute; write one of " + String.join(", ", Experiment.ATTRIBUTES));
    }
    return List.copyOf(entry.segments());
  }

  private Experiment.Plan plan(ExposurePeriod period) {
    int minimum = place.required("minimum_days", entry.minimumDays());
    place.holds(minimum >= 1, "minimum_days", "must be 1 or more");
    place.holds(
        minimum <= period.longest(),
        "minimum_days",
        minimum + " are more than the days on which exposures count; let it end later");
    double alpha = entry.alpha() == null ? 0.05 : entry.alpha();
    place.holds(alpha > 0 && alpha <= 0.5, "alpha", "must be above 0, and 0.5 or less");
    return new Experiment.Plan(
        minimum,
        alpha,
        place.oneOf(
            "correction",
            entry.correction() == null ? "holm" : entry.correction(),
            Correction.class));
  }

  /** What an expression must give: a value of a type, or nothing. */
  static ColumnSpec column(String name, ColumnType type, String description) {
    return new ColumnSpec(
        name,
        type,
        true,
        description,
        "",
        false,
        List.of(),
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        LocalDate.MIN,
        LocalDate.MAX,
        false,
        "");
  }
}
