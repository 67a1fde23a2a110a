package io.growthline.domain.geo;

import io.growthline.domain.mart.AnalysisMart;
import io.growthline.domain.mart.TableReader;
import io.growthline.domain.pricing.Verdict;
import java.time.LocalDate;
import java.util.List;

/** What tests of regions changed. */
public final class GeoTests implements AnalysisMart<GeoIncrementality> {
  static final String NO_TEST = "no raw.geo_treatments";

  @Override
  public Class<GeoIncrementality> table() {
    return GeoIncrementality.class;
  }

  @Override
  public List<GeoIncrementality> rows(TableReader tables, LocalDate asOf) {
    return new GeoDeclared(tables, asOf)
        .readings().stream().map(reading -> row(reading, asOf)).toList();
  }

  @Override
  public String emptyBecause() {
    return NO_TEST;
  }

  private static GeoIncrementality row(GeoReading reading, LocalDate asOf) {
    GeoTest test = reading.test();
    Comparison comparison = reading.comparison();
    GeoChecks checks = reading.checks();
    Counterfactual fit = reading.fit();
    boolean read = fit != null;
    GeoEffect effect =
        reading.verdict() == Verdict.INVALID ? GeoEffect.WITHHELD : GeoEffect.of(reading);
    return new GeoIncrementality(
        test.testId(),
        test.metric(),
        reading.method().id(),
        test.startsOn(),
        test.endsOn(),
        asOf,
        test.treated().size(),
        read ? comparison.controls().length : 0,
        read ? comparison.pre() : 0,
        read ? comparison.post() : 0,
        effect.att().value(),
        effect.att().lower(),
        effect.att().upper(),
        effect.lift().value(),
        effect.lift().lower(),
        effect.lift().upper(),
        effect.incremental().value(),
        effect.incremental().lower(),
        effect.incremental().upper(),
        effect.p(),
        effect.standardError(),
        read ? (Double) fit.preRmse() : null,
        read ? (Double) fit.l2() : null,
        read ? scaled(reading) : null,
        read ? (Double) checks.placeboP() : null,
        read ? (Double) checks.preTrendP() : null,
        read ? (Double) checks.earlier() : null,
        read ? (Double) checks.earlierP() : null,
        read ? GeoEffect.finite(checks.spillover()) : null,
        read ? GeoEffect.finite(checks.spilloverP()) : null,
        test.costMinor(),
        effect.cost().value(),
        effect.cost().lower(),
        effect.cost().upper(),
        reading.verdict().text(),
        String.join(" ", reading.reasons()));
  }

  private static Double scaled(GeoReading reading) {
    Comparison comparison = reading.comparison();
    double[] equal = Counterfactual.equalWeights(comparison);
    return GeoEffect.finite(reading.fit().l2() / Counterfactual.of(comparison, equal).l2());
  }
}
