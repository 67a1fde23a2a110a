package io.growthline.domain.metric;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.monitoring.KpiPublication;
import io.growthline.domain.monitoring.Restatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the figures of complete periods with those that the run before published. */
final class Restatements {
  /** What identifies a figure. */
  private record Figure(
      String metric, String grain, LocalDate period, String dimension, String value) {
    static Figure of(KpiPublication p) {
      return new Figure(p.metric(), p.grain(), p.periodStart(), p.dimension(), p.dimensionValue());
    }
  }

  private record Period(String metric, String grain, LocalDate start) {}

  /** A figure that changed. */
  private record Change(KpiPublication before, KpiPublication now) {
    KpiPublication any() {
      return now != null ? now : before;
    }
  }

  private Restatements() {}

  /**
   * One row for each figure that differs, or that only one of both has. A period that was not
   * complete before, and a metric that was not there, are no restatements.
   *
   * @param before what the run before published; empty for none
   * @param now what this run publishes
   */
  static List<Restatement> between(
      List<KpiPublication> before, List<KpiPublication> now, LateRows late) {
    if (before.isEmpty() || now.isEmpty()) {
      return List.of();
    }
    List<Change> changes = changes(before, now);
    if (changes.isEmpty()) {
      return List.of();
    }
    Causes causes = Causes.find(changes, before.get(0), now.get(0), late);
    return changes.stream().map(change -> row(change, before.get(0), now.get(0), causes)).toList();
  }

  /** The rows of earlier runs with new ones, of which each replaces that of its key. */
  static List<Restatement> appended(List<Restatement> earlier, List<Restatement> added) {
    Map<Object, Restatement> rows = new LinkedHashMap<>();
    earlier.forEach(row -> rows.put(key(row), row));
    added.forEach(row -> rows.put(key(row), row));
    return List.copyOf(rows.values());
  }

  private static Object key(Restatement row) {
    return List.of(
        row.runId(),
        new Figure(
            row.metric(), row.grain(), row.periodStart(), row.dimension(), row.dimensionValue()));
  }

  private static List<Change> changes(List<KpiPublication> before, List<KpiPublication> now) {
    Map<Figure, KpiPublication> left = new HashMap<>();
    Set<Period> complete = new HashSet<>();
    for (KpiPublication figure : before) {
      left.put(Figure.of(figure), figure);
      complete.add(period(figure));
    }
    List<Change> changes = new ArrayList<>();
    for (KpiPublication figure : now) {
      KpiPublication old = left.remove(Figure.of(figure));
      boolean isNew = old == null && complete.contains(period(figure)) && figure.value() != null;
      if (isNew || (old != null && !Objects.equals(old.value(), figure.value()))) {
        changes.add(new Change(old, figure));
      }
    }
    for (KpiPublication gone : left.values()) {
      if (gone.value() != null) {
        changes.add(new Change(gone, null));
      }
    }
    return changes;
  }

  private static Period period(KpiPublication figure) {
    return new Period(figure.metric(), figure.grain(), figure.periodStart());
  }

  private static Restatement row(
      Change change, KpiPublication previous, KpiPublication current, Causes causes) {
    KpiPublication figure = change.any();
    Double before = change.before() == null ? null : change.before().value();
    Double now = change.now() == null ? null : change.now().value();
    Causes.Cause cause = causes.of(figure);
    return new Restatement(
        current.runId(),
        current.asOf(),
        previous.runId(),
        previous.asOf(),
        figure.metric(),
        figure.grain(),
        figure.periodStart(),
        figure.dimension(),
        figure.dimensionValue(),
        before,
        now,
        before == null || now == null ? null : (Double) (now - before),
        cause.rows(),
        cause.first(),
        cause.last(),
        cause.byTable());
  }

  /** The late rows of changed periods. */
  private static final class Causes {
    /** Late rows of one metric and period. */
    record Cause(long rows, Instant first, Instant last, String byTable) {}

    private final Map<String, Collection<String>> tables = new HashMap<>();
    private final Map<String, List<LateRows.OfDay>> late = new TreeMap<>();
    private final Map<Period, Cause> known = new HashMap<>();

    static Causes find(
        List<Change> changes, KpiPublication previous, KpiPublication current, LateRows late) {
      Causes causes = new Causes();
      MetricCatalogue catalogue = MetricCatalogue.standard();
      LocalDate from = current.asOf();
      LocalDate to = LocalDate.MIN;
      Set<String> all = new TreeSet<>();
      for (Change change : changes) {
        KpiPublication figure = change.any();
        LocalDate end = Grain.of(figure.grain()).next(figure.periodStart());
        from = figure.periodStart().isBefore(from) ? figure.periodStart() : from;
        to = end.isAfter(to) ? end : to;
        all.addAll(
            causes.tables.computeIfAbsent(
                figure.metric(),
                name ->
                    catalogue
                        .find(name)
                        .map(metric -> metric.sources().keySet())
                        .orElse(Set.of())));
      }
      for (String table : all) {
        causes.late.put(
            table,
            late.of(
                Contracts.find(table).orElseThrow(), from, to, previous.asOf(), current.asOf()));
      }
      return causes;
    }

    Cause of(KpiPublication figure) {
      return known.computeIfAbsent(period(figure), this::cause);
    }

    private Cause cause(Period period) {
      LocalDate end = Grain.of(period.grain()).next(period.start());
      long rows = 0;
      Instant first = null;
      Instant last = null;
      List<String> byTable = new ArrayList<>();
      for (String table : new TreeSet<>(tables.get(period.metric()))) {
        long ofTable = 0;
        for (LateRows.OfDay day : late.get(table)) {
          if (day.day().isBefore(period.start()) || !day.day().isBefore(end)) {
            continue;
          }
          ofTable += day.arrived();
          first =
              first == null || day.firstOccurredAt().isBefore(first)
                  ? day.firstOccurredAt()
                  : first;
          last = last == null || day.lastOccurredAt().isAfter(last) ? day.lastOccurredAt() : last;
        }
        rows += ofTable;
        if (ofTable > 0) {
          byTable.add(table + " " + ofTable);
        }
      }
      return new Cause(rows, first, last, byTable.isEmpty() ? null : String.join(", ", byTable));
    }
  }
}
