package io.growthline.domain.experiment;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.experiment.ExperimentMetric.Kind;
import io.growthline.domain.experiment.ExperimentMetric.Role;
import io.growthline.domain.metric.Metric;
import io.growthline.domain.metric.MetricCatalogue;
import io.growthline.domain.metric.UnitFormula;
import io.growthline.domain.rule.Rules;
import java.util.Locale;

/** Checks the metrics of an experiment. */
final class MetricReader {
  private static final int LONGEST_WINDOW = 366;
  private static final ColumnSpec WHOLE_NUMBER =
      ExperimentReader.column("value", ColumnType.INT64, "Number of an event.");

  private final MetricCatalogue catalogue;
  private final Place experiment;

  /** A metric's numbers. */
  private record Numbers(UnitValue value, UnitValue per, double scale) {}

  MetricReader(MetricCatalogue catalogue, Place experiment) {
    this.catalogue = catalogue;
    this.experiment = experiment;
  }

  ExperimentMetric read(Role role, ExperimentFile.MetricEntry entry) {
    String key = role.text();
    experiment.required(key, entry);
    experiment.required("name of a " + key + " metric", entry.name());
    Place place = experiment.in(key + " " + entry.name());
    Kind kind = place.oneOf("kind", entry.kind(), Kind.class);
    int window = place.required("window_days", entry.windowDays());
    place.holds(
        window >= 1 && window <= LONGEST_WINDOW,
        "window_days",
        "must be from 1 to " + LONGEST_WINDOW);
    Numbers numbers = numbers(place, kind, entry);
    return new ExperimentMetric(
        entry.name(),
        role,
        kind,
        numbers.value(),
        numbers.per(),
        numbers.scale(),
        window,
        place.oneOf("direction", entry.direction(), Direction.class),
        options(place, role, kind, entry));
  }

  private Numbers numbers(Place place, Kind kind, ExperimentFile.MetricEntry entry) {
    boolean known = entry.metric() != null;
    place.holds(
        known == (entry.events() == null),
        "metric",
        "or events must be given, and not both: name a metric of metrics.yaml, or a raw table with a value");
    return known ? ofCatalogue(place, kind, entry) : ofEvents(place, kind, entry);
  }

  private Numbers ofCatalogue(Place place, Kind kind, ExperimentFile.MetricEntry entry) {
    place.holds(
        entry.value() == null && entry.per() == null && entry.perEvents() == null,
        "value",
        "and per come from metrics.yaml for metric " + entry.metric() + "; remove them");
    Metric metric =
        catalogue
            .find(entry.metric())
            .orElseThrow(
                () ->
                    place.problem(
                        "metric",
                        entry.metric()
                            + " is unknown; docs/metrics.md lists all, or give events and value"));
    UnitFormula formula =
        UnitFormula.of(metric)
            .orElseThrow(
                () ->
                    place.problem(
                        "metric",
                        entry.metric()
                            + " has no value of one customer; name a simple or ratio metric of customers, or give events and value"));
    boolean ratio = formula.denominator() != null;
    place.holds(
        ratio == (kind == Kind.RATIO),
        "kind",
        "of metric %s must be %s"
            .formatted(entry.metric(), ratio ? "ratio" : "mean or proportion"));
    return new Numbers(
        new UnitValue.OfMeasure(formula.numerator()),
        ratio ? new UnitValue.OfMeasure(formula.denominator()) : null,
        formula.scale());
  }

  private static Numbers ofEvents(Place place, Kind kind, ExperimentFile.MetricEntry entry) {
    UnitValue value = expression(place, kind, "events", entry.events(), entry.value());
    boolean ratio = kind == Kind.RATIO;
    place.holds(
        ratio == (entry.per() != null),
        "per",
        ratio ? "is missing; a ratio needs a denominator" : "is for kind ratio; remove it");
    String table = entry.perEvents() == null ? entry.events() : entry.perEvents();
    place.holds(ratio || entry.perEvents() == null, "per_events", "is for kind ratio; remove it");
    return new Numbers(
        value,
        ratio ? expression(place.in("per"), kind, "per_events", table, entry.per()) : null,
        1);
  }

  private static UnitValue expression(
      Place place, Kind kind, String key, String table, String text) {
    EventTable<?> events =
        EventTable.find(table)
            .orElseThrow(
                () ->
                    place.problem(
                        key, table + " is no raw table of events; write raw. and its name"));
    Rules rules = Rules.over(place.file(), events.spec().columns());
    String rule = place.rule() + ", value";
    return new UnitValue.OfEvents(
        events,
        kind == Kind.PROPORTION
            ? rules.condition(rule, text)
            : rules.value(rule, text, WHOLE_NUMBER));
  }

  private static ExperimentMetric.Options options(
      Place place, Role role, Kind kind, ExperimentFile.MetricEntry entry) {
    boolean guardrail = role == Role.GUARDRAIL;
    place.holds(
        guardrail == (entry.bound() != null),
        "bound",
        guardrail
            ? "is missing; say how much the metric may get worse"
            : "is for guardrails; remove it");
    place.holds(
        !guardrail || entry.bound() >= 0,
        "bound",
        String.format(
            Locale.ROOT, "%s must be 0 or more: how much the metric may get worse", entry.bound()));
    int covariate = entry.covariateDays() == null ? 0 : entry.covariateDays();
    place.holds(
        covariate >= 0 && covariate <= LONGEST_WINDOW,
        "covariate_days",
        "must be from 0 to " + LONGEST_WINDOW);
    place.holds(
        covariate == 0 || kind != Kind.RATIO, "covariate_days", "cannot adjust a ratio; remove it");
    place.holds(
        entry.cap() == null || (kind == Kind.MEAN && entry.cap() > 0),
        "cap",
        "must be above 0, and is for kind mean alone");
    place.holds(
        entry.detect() == null || entry.detect() > 0,
        "detect",
        "must be above 0: the smallest effect that is worth seeing");
    return new ExperimentMetric.Options(entry.bound(), covariate, entry.cap(), entry.detect());
  }
}
