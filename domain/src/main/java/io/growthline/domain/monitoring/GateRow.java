package io.growthline.domain.monitoring;

import java.time.LocalDate;
import java.util.Locale;

/** Writes the row of a gate. */
record GateRow(LocalDate asOf, GateRules.Rule rule, Measured figure) {
  private static final String PERCENT = "{percent}";

  /** Without a figure. */
  static ReleaseGate absent(LocalDate asOf, GateRules.Rule rule) {
    return new ReleaseGate(
        asOf,
        rule.gate(),
        rule.absent().id(),
        null,
        null,
        null,
        null,
        rule.needs(),
        rule.threshold(),
        rule.absentText(),
        rule.absent() == CheckStatus.WITHHELD ? rule.absentText() : null,
        null);
  }

  ReleaseGate judged(CheckStatus verdict) {
    return row(verdict, null, figure.error());
  }

  ReleaseGate withheld(String because) {
    return row(CheckStatus.WITHHELD, because, null);
  }

  private ReleaseGate row(CheckStatus verdict, String withheldBecause, Double falseAlarmRate) {
    boolean known = !Double.isNaN(figure.value());
    return new ReleaseGate(
        asOf,
        rule.gate(),
        verdict.id(),
        known ? figure.value() : null,
        known ? figure.lower() : null,
        known ? figure.upper() : null,
        figure.rows(),
        rule.needs(),
        rule.threshold(),
        known ? text() : withheldBecause,
        withheldBecause,
        falseAlarmRate);
  }

  private String text() {
    String text =
        rule.text()
            .replace("{value}", decimal(figure.value()))
            .replace("{count}", String.format(Locale.ROOT, "%,.0f", figure.value()))
            .replace(PERCENT, percent(figure.value()));
    if (figure.lower() == figure.upper()) {
      return text;
    }
    boolean share = rule.text().contains(PERCENT);
    return "%s Interval %s to %s on %s rows."
        .formatted(
            text,
            share ? percent(figure.lower()) : decimal(figure.lower()),
            share ? percent(figure.upper()) : decimal(figure.upper()),
            String.format(Locale.ROOT, "%,d", figure.rows()));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f %%", value * 100);
  }
}
