package io.growthline.domain.metric;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.ReportingCurrency;
import io.growthline.domain.event.RawEvent;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The values of all metrics of a catalogue, and no others. */
public final class Kpis implements TotalMart<MeasureTotals, KpiValue> {
  /** How the reason begins when the data lack the sources of a metric. */
  static final String NO_EVENTS = "no events in ";

  private final Plan plan;

  /** The metrics of this version of the platform. */
  public Kpis() {
    this.plan = null;
  }

  public Kpis(MetricCatalogue catalogue) {
    this.plan = new Plan(catalogue);
  }

  // Reading the catalogue is left until it is needed: a list of all marts must cost nothing.
  private static final class Standard {
    private static final Plan PLAN = new Plan(MetricCatalogue.standard());
  }

  private Plan plan() {
    return plan == null ? Standard.PLAN : plan;
  }

  /** What must be counted for a catalogue. */
  private static final class Plan {
    private final MetricCatalogue catalogue;
    private final Map<Class<?>, String> tables =
        Contracts.RAW.stream().collect(Collectors.toMap(TableSpec::type, TableSpec::id));
    private final List<CustomerContributions> ofCustomers = new ArrayList<>();
    private final List<EventContributions<?>> ofEvents = new ArrayList<>();
    private final List<EventContributions<?>> withoutCustomer = new ArrayList<>();
    private final List<LeftOutEvents> leftOut = new ArrayList<>();

    Plan(MetricCatalogue catalogue) {
      this.catalogue = catalogue;
      for (Grain grain : Grain.values()) {
        List<Measure> needed = catalogue.measures(grain);
        int[] customers =
            needed.stream()
                .filter(measure -> measure.customers() != null)
                .mapToInt(Measures::position)
                .toArray();
        if (customers.length > 0) {
          ofCustomers.add(new CustomerContributions(grain, customers, catalogue.dimensions()));
        }
        for (Measure measure : needed) {
          add(grain, measure);
        }
      }
    }

    private void add(Grain grain, Measure measure) {
      leftOut.add(new LeftOutEvents(grain, measure, catalogue.dimensions()));
      if (measure.events() != null) {
        EventContributions<?> events =
            EventContributions.of(grain, measure, catalogue.dimensions());
        withoutCustomer.add(events);
        if (measure.customers() == null) {
          ofEvents.add(events);
        }
      }
    }
  }

  @Override
  public Class<KpiValue> table() {
    return KpiValue.class;
  }

  @Override
  public MeasureTotals empty() {
    return new MeasureTotals();
  }

  @Override
  public void count(CustomerAsOf customer, MeasureTotals into) {
    for (Class<?> type : customer.timeline().types()) {
      into.addSource(plan().tables.get(type));
    }
    for (CustomerContributions contributions : plan().ofCustomers) {
      contributions.add(customer, into);
    }
    for (EventContributions<?> contributions : plan().ofEvents) {
      for (RawEvent event : customer.known().all(contributions.type())) {
        contributions.addIfOfType(event, customer.timeline().currency(), into);
      }
    }
  }

  @Override
  public void count(RawEvent withoutCustomer, ReportingCurrency currency, MeasureTotals into) {
    into.addSource(plan().tables.get(withoutCustomer.getClass()));
    for (EventContributions<?> contributions : plan().withoutCustomer) {
      contributions.addIfOfType(withoutCustomer, currency, into);
    }
    for (LeftOutEvents events : plan().leftOut) {
      events.add(withoutCustomer, into);
    }
  }

  /**
   * One value for each metric, period and dimension value. Metrics whose raw tables have no events
   * are withheld, once a period: 0 complaints without any support data would mislead.
   */
  @Override
  public List<KpiValue> rows(MeasureTotals all, LocalDate asOf) {
    Map<String, List<Cell>> cells =
        all.cells().stream()
            .filter(cell -> cell.period().isBefore(asOf))
            .collect(Collectors.groupingBy(Cell::grain));
    Map<Metric, Map<Cell, MetricValue>> values = new LinkedHashMap<>();
    List<KpiValue> rows = new ArrayList<>();
    for (Metric metric : plan().catalogue.metrics()) {
      Optional<Calculation> usable = metric.value().usable(all::isObserved);
      Calculation calculation = usable.orElse(metric.value());
      MetricInputs inputs = new MetricInputs(metric, calculation, all, values, cells, asOf);
      Rows made = new Rows(metric, calculation, all, asOf);
      values.put(metric, usable.isPresent() ? calculation.values(inputs) : Map.of());
      values.get(metric).forEach((cell, value) -> rows.add(made.of(cell, value)));
      if (usable.isEmpty()) {
        inputs.totalCells().forEach(cell -> rows.add(made.withheld(cell)));
      }
    }
    return rows;
  }

  /** Makes the rows of one metric. */
  private record Rows(
      Metric metric, Calculation calculation, MeasureTotals totals, LocalDate asOf) {
    KpiValue of(Cell cell, MetricValue value) {
      List<Measure> measures = calculation.measures();
      Long leftOut = measures.isEmpty() ? null : (Long) totals.leftOut(cell, measures.get(0));
      return row(cell, value, leftOut);
    }

    KpiValue withheld(Cell cell) {
      String missing =
          calculation.measures().stream()
              .filter(measure -> !totals.isObserved(measure))
              .map(measure -> String.join(" or ", measure.sources()))
              .distinct()
              .collect(Collectors.joining(", nor in ", NO_EVENTS, ""));
      return row(cell, MetricValue.withheld(missing), null);
    }

    private KpiValue row(Cell cell, MetricValue value, Long leftOut) {
      LocalDate end = Grain.of(cell.grain()).next(cell.period());
      return new KpiValue(
          metric.name(),
          cell.grain(),
          cell.period(),
          cell.dimension(),
          cell.value(),
          value.value(),
          value.numerator(),
          value.denominator(),
          metric.unit(),
          !end.plusDays(metric.maturityDays()).isAfter(asOf),
          leftOut,
          value.withheldBecause());
    }
  }

  @Override
  public String emptyBecause() {
    return "no raw events of customers";
  }
}
