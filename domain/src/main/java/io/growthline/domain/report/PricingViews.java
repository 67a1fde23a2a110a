package io.growthline.domain.report;

import io.growthline.domain.pricing.PriceElasticity;
import io.growthline.domain.pricing.PricingScenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a report says of prices. */
final class PricingViews {
  private PricingViews() {}

  static List<ReportView.Elasticity> elasticities(List<PriceElasticity> rows) {
    List<Double> ends =
        rows.stream()
            .flatMap(r -> Stream.of(r.elasticity(), r.lower(), r.upper()))
            .filter(Objects::nonNull)
            .toList();
    double from = Math.min(0, ends.stream().mapToDouble(v -> v).min().orElse(-1));
    double to = Math.max(0, ends.stream().mapToDouble(v -> v).max().orElse(1));
    return rows.stream().map(r -> elasticity(r, from, to)).toList();
  }

  private static ReportView.Elasticity elasticity(PriceElasticity row, double from, double to) {
    boolean known = row.elasticity() != null && row.lower() != null && row.upper() != null;
    String interval =
        known ? Figures.decimal(row.lower(), 2) + " to " + Figures.decimal(row.upper(), 2) : "–";
    return new ReportView.Elasticity(
        Names.title(row.segment()),
        Figures.decimal(row.elasticity(), 2),
        interval,
        row.verdict(),
        row.verdictReason() == null ? "" : row.verdictReason(),
        known
            ? Charts.interval(
                row.lower(), row.elasticity(), row.upper(), from, to, "90 % interval " + interval)
            : "");
  }

  /** Best and worst usable scenario by margin, over all segments together when there is such. */
  static List<ReportView.Scenario> scenarios(List<PricingScenario> rows) {
    List<PricingScenario> usable = usable(rows);
    List<ReportView.Scenario> views = new ArrayList<>();
    int shown = Math.min(3, usable.size() / 2);
    for (int i = 0; i < shown; i++) {
      views.add(view("Best " + (i + 1), usable.get(i)));
    }
    for (int i = shown; i > 0; i--) {
      views.add(view("Worst " + i, usable.get(usable.size() - i)));
    }
    return views;
  }

  static String summary(List<PricingScenario> rows) {
    if (rows.isEmpty()) {
      return "There are no scenarios: no offers were seen at different prices.";
    }
    long refused = rows.stream().filter(r -> !r.verdict().equals("ok")).count();
    long protectedCustomers =
        rows.stream().mapToLong(PricingScenario::excludedVulnerable).max().orElse(0);
    return "%,d scenarios were computed; %,d are withheld or uncertain, and up to %,d vulnerable customers are left out of each."
        .formatted(rows.size(), refused, protectedCustomers);
  }

  private static List<PricingScenario> usable(List<PricingScenario> rows) {
    List<PricingScenario> ok =
        rows.stream().filter(r -> r.verdict().equals("ok") && r.marginMinor() != null).toList();
    List<PricingScenario> all = ok.stream().filter(r -> r.segment().equals("all")).toList();
    return (all.isEmpty() ? ok : all)
        .stream().sorted(Comparator.comparing(PricingScenario::marginMinor).reversed()).toList();
  }

  private static ReportView.Scenario view(String label, PricingScenario row) {
    return new ReportView.Scenario(
        label,
        Names.title(row.segment()),
        Figures.money((double) row.priceMinor()),
        Figures.money((double) row.incentiveMinor()),
        Figures.percent(row.conversion()),
        Figures.money(row.revenueMinor()),
        Figures.money(row.marginMinor()),
        Figures.money(row.marginLowerMinor()) + " to " + Figures.money(row.marginUpperMinor()));
  }
}
