package io.growthline.domain.metric;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How a metric comes from measures or from other metrics. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Calculation.Simple.class, name = "simple"),
  @JsonSubTypes.Type(value = Calculation.Ratio.class, name = "ratio"),
  @JsonSubTypes.Type(value = Calculation.Cumulative.class, name = "cumulative"),
  @JsonSubTypes.Type(value = Calculation.Derived.class, name = "derived")
})
sealed interface Calculation {
  /** The measures named; none for a calculation from other metrics. */
  List<Measure> measures();

  /** The kind of calculation and what it is made of, as Markdown. */
  String markdown();

  /** What can be computed where only some measures are observed; empty when nothing can. */
  default Optional<Calculation> usable(Predicate<Measure> isObserved) {
    return measures().stream().allMatch(isObserved) ? Optional.of(this) : Optional.empty();
  }

  /** The values of the metric by cell. */
  Map<Cell, MetricValue> values(MetricInputs inputs);

  /**
   * The sum of a measure over the period. From the first period in which it is not 0 on, it has a
   * value in every one.
   */
  record Simple(@JsonProperty(required = true) Measure measure) implements Calculation {
    @Override
    public List<Measure> measures() {
      return List.of(measure);
    }

    @Override
    public String markdown() {
      return "simple, `%s`".formatted(measure.id());
    }

    @Override
    public Map<Cell, MetricValue> values(MetricInputs inputs) {
      Map<Cell, MetricValue> values = new LinkedHashMap<>();
      for (Cell cell : inputs.cellsWithoutGaps(measure)) {
        values.put(
            cell,
            inputs.isWithheld(cell, measure)
                ? MetricValue.WITHOUT_RATE
                : MetricValue.sum(inputs.sum(cell, measure)));
      }
      return values;
    }
  }

  /**
   * A sum over another sum of the period.
   *
   * @param scale factor of the quotient; 1 when absent
   * @param instead what to compute when a measure is not observed; may be absent
   */
  record Ratio(
      @JsonProperty(required = true) Measure numerator,
      @JsonProperty(required = true) Measure denominator,
      Double scale,
      Ratio instead)
      implements Calculation {
    public Ratio {
      scale = scale == null ? 1.0 : scale;
      if (!(scale > 0)) {
        throw new IllegalArgumentException("scale must be above 0");
      }
    }

    @Override
    public List<Measure> measures() {
      Stream<Measure> own = Stream.of(numerator, denominator);
      return instead == null
          ? own.toList()
          : Stream.concat(own, instead.measures().stream()).toList();
    }

    @Override
    public Optional<Calculation> usable(Predicate<Measure> isObserved) {
      if (isObserved.test(numerator) && isObserved.test(denominator)) {
        return Optional.of(this);
      }
      return instead == null ? Optional.empty() : instead.usable(isObserved);
    }

    @Override
    public String markdown() {
      String factor = scale == 1 ? "" : "%.0f x ".formatted(scale);
      String own = "ratio, %s`%s` / `%s`".formatted(factor, numerator.id(), denominator.id());
      return instead == null ? own : own + "; where these have no source, " + instead.markdown();
    }

    @Override
    public Map<Cell, MetricValue> values(MetricInputs inputs) {
      Map<Cell, MetricValue> values = new LinkedHashMap<>();
      for (Cell cell : inputs.cells()) {
        boolean withheld =
            inputs.isWithheld(cell, numerator) || inputs.isWithheld(cell, denominator);
        values.put(
            cell,
            withheld
                ? MetricValue.WITHOUT_RATE
                : MetricValue.ratio(
                    inputs.sum(cell, numerator), inputs.sum(cell, denominator), scale));
      }
      return values;
    }
  }

  /**
   * The sum of a measure over the period and those before it. It has a value in every period from
   * the first of its dimension value on.
   *
   * @param window {@code all} for all periods, {@code year} for those since 1 January, or a number
   *     of periods that ends with the period itself; absent until the data covers so many
   */
  record Cumulative(
      @JsonProperty(required = true) Measure measure, @JsonProperty(required = true) String window)
      implements Calculation {
    public Cumulative {
      if (!window.matches("all|year|[1-9][0-9]{0,3}")) {
        throw new IllegalArgumentException("window must be all, year or a number of periods");
      }
    }

    @Override
    public List<Measure> measures() {
      return List.of(measure);
    }

    @Override
    public String markdown() {
      return "cumulative, `%s` over %s"
          .formatted(
              measure.id(),
              switch (window) {
                case "all" -> "all periods so far";
                case "year" -> "the year so far";
                default -> "the last " + window + " periods";
              });
    }

    @Override
    public Map<Cell, MetricValue> values(MetricInputs inputs) {
      Map<Cell, MetricValue> values = new LinkedHashMap<>();
      for (Cell cell : inputs.cells()) {
        // The first cell of a dimension value begins its series, which has no gaps.
        if (!values.containsKey(cell)) {
          addSeries(cell, inputs, values);
        }
      }
      return values;
    }

    private void addSeries(Cell first, MetricInputs inputs, Map<Cell, MetricValue> values) {
      Grain grain = Grain.of(first.grain());
      List<LocalDate> periods = inputs.periods(grain);
      for (LocalDate period : periods) {
        if (period.isBefore(first.period())) {
          continue;
        }
        LocalDate from = from(period, grain);
        long sum = 0;
        boolean withheld = false;
        for (LocalDate part : periods) {
          if (!part.isBefore(from) && !part.isAfter(period)) {
            withheld |= inputs.isWithheld(first.in(part), measure);
            sum = Math.addExact(sum, inputs.sum(first.in(part), measure));
          }
        }
        boolean covered = !isFixed() || !from.isBefore(periods.get(0));
        values.put(
            first.in(period),
            withheld
                ? MetricValue.WITHOUT_RATE
                : covered ? MetricValue.sum(sum) : new MetricValue(null, (double) sum, null, null));
      }
    }

    private LocalDate from(LocalDate period, Grain grain) {
      return switch (window) {
        case "all" -> LocalDate.MIN;
        case "year" -> period.withDayOfYear(1);
        default -> grain.plus(period, 1 - Integer.parseInt(window));
      };
    }

    private boolean isFixed() {
      return !window.equals("all") && !window.equals("year");
    }
  }

  /**
   * A CEL expression over the values of metrics that the catalogue defines earlier: those of the
   * same period by their name, those of the period before as {@code previous.name}. The value is
   * absent when one that it names is, or when the result is no number.
   */
  record Derived(@JsonProperty(required = true) String expression) implements Calculation {
    @Override
    public List<Measure> measures() {
      return List.of();
    }

    @Override
    public String markdown() {
      return "derived, `%s`".formatted(expression);
    }

    @Override
    public Map<Cell, MetricValue> values(MetricInputs inputs) {
      Formula formula = new Formula(inputs.metric(), expression, inputs.earlier());
      Map<Cell, MetricValue> values = new LinkedHashMap<>();
      for (Cell cell : inputs.cells(formula.inputs())) {
        Cell before = cell.in(Grain.of(cell.grain()).plus(cell.period(), -1));
        Double value =
            formula.value(
                metric -> inputs.value(metric, cell), metric -> inputs.value(metric, before));
        values.put(cell, new MetricValue(value, null, null, null));
      }
      return values;
    }
  }
}
