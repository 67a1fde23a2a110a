package io.growthline.cloudrun.dashboard;

import io.growthline.cloudrun.data.Snapshot;
import io.growthline.domain.pricing.AppliedGuardrail;
import io.growthline.domain.pricing.DemandModel;
import io.growthline.domain.pricing.DemandModels;
import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.pricing.ScenarioEngine;
import io.growthline.domain.pricing.ScenarioRequest;
import io.growthline.domain.pricing.ScenarioResult;
import io.growthline.domain.pricing.Verdict;
import io.growthline.domain.report.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** The what-if panel: one scenario, and the margin over all prices that were observed. */
final class WhatIfPanel {
  private static final int CURVE_POINTS = 15;

  private WhatIfPanel() {}

  /**
   * A scenario; what is absent or cannot be used falls back to the middle of what was observed.
   *
   * @param segment income band; null for the first
   * @param priceMinor monthly price; null for the mean
   * @param incentiveMinor one-off incentive; null for the smallest
   */
  static Page.WhatIf show(Snapshot snapshot, String segment, Long priceMinor, Long incentiveMinor) {
    Optional<DemandModels> demand = snapshot.models().demand();
    List<DemandModel> usable =
        demand.map(DemandModels::models).orElse(List.of()).stream()
            .filter(model -> model.evidence().pricesMinor().size() > 1)
            .toList();
    if (usable.isEmpty()) {
      return unavailable();
    }
    DemandModel model =
        usable.stream().filter(m -> m.segment().equals(segment)).findFirst().orElse(usable.get(0));
    List<Long> prices = model.evidence().pricesMinor();
    long least = prices.get(0);
    long most = prices.get(prices.size() - 1);
    long price =
        priceMinor == null
            ? Math.round(model.evidence().meanPriceMinor())
            : Math.min(Math.max(priceMinor, least), most);
    List<Long> incentives = model.evidence().incentivesMinor();
    long incentive =
        incentiveMinor != null && incentives.contains(incentiveMinor)
            ? incentiveMinor
            : incentives.isEmpty() ? 0 : incentives.get(0);
    ScenarioEngine engine = new ScenarioEngine(demand.orElseThrow());
    ScenarioResult result = engine.evaluate(new ScenarioRequest(model.segment(), price, incentive));
    return new Page.WhatIf(
        true,
        usable.stream()
            .map(m -> option(m.segment(), Names.title(m.segment()), model.segment()))
            .toList(),
        price,
        least,
        most,
        Formats.price(price),
        incentives.stream()
            .map(i -> option(String.valueOf(i), Formats.price(i), String.valueOf(incentive)))
            .toList(),
        verdict(result),
        tone(result),
        figures(result),
        result.reasons(),
        result.guardrails().stream().map(AppliedGuardrail::message).toList(),
        curve(engine, model, price, incentive),
        note(result));
  }

  private static Page.WhatIf unavailable() {
    return new Page.WhatIf(
        false, List.of(), 0, 0, 0, "", List.of(), "", "flat", List.of(), List.of(), List.of(), "",
        "");
  }

  private static Page.Option option(String value, String label, String selected) {
    return new Page.Option(value, label, value.equals(selected));
  }

  /** A verdict only when the numbers can be used and the whole interval is on one side of zero. */
  static String verdict(ScenarioResult result) {
    Estimate margin = result.marginMinor();
    if (result.verdict() == Verdict.INVALID) {
      return "Withheld";
    }
    if (result.verdict() == Verdict.INCONCLUSIVE || margin == null) {
      return "No verdict";
    }
    if (margin.lower() > 0) {
      return "Earns a margin";
    }
    return margin.upper() < 0 ? "Loses money" : "No verdict: the interval includes zero";
  }

  private static String tone(ScenarioResult result) {
    return switch (verdict(result)) {
      case "Earns a margin" -> "good";
      case "Loses money" -> "bad";
      default -> "flat";
    };
  }

  private static List<Page.Figure> figures(ScenarioResult result) {
    List<Page.Figure> figures = new ArrayList<>();
    add(figures, "Acceptance", result.conversion(), Formats::percent);
    add(figures, "Revenue, 12 months", result.revenueMinor(), Formats::money);
    add(figures, "Margin, 12 months", result.marginMinor(), Formats::money);
    add(figures, "Churn, 30 days", result.churn(), Formats::percent);
    return figures;
  }

  private static void add(
      List<Page.Figure> figures, String label, Estimate estimate, DoubleFunction<String> format) {
    if (estimate != null) {
      figures.add(
          new Page.Figure(
              label,
              format.apply(estimate.value()),
              format.apply(estimate.lower()) + " to " + format.apply(estimate.upper())));
    }
  }

  private static String curve(
      ScenarioEngine engine, DemandModel model, long price, long incentive) {
    List<Long> prices = model.evidence().pricesMinor();
    long least = prices.get(0);
    long most = prices.get(prices.size() - 1);
    long nearest = Math.round((double) (price - least) / (most - least) * (CURVE_POINTS - 1));
    List<Chart.Point> points = new ArrayList<>();
    for (int i = 0; i < CURVE_POINTS; i++) {
      boolean marked = i == nearest;
      long at =
          marked ? price : least + Math.round((double) (most - least) * i / (CURVE_POINTS - 1));
      Estimate margin =
          engine.evaluate(new ScenarioRequest(model.segment(), at, incentive)).marginMinor();
      if (margin != null) {
        points.add(
            new Chart.Point(
                Formats.price(at), margin.value(), margin.lower(), margin.upper(), marked));
      }
    }
    return new Chart(
            "Expected margin by monthly price, with its 90 percent interval",
            points,
            Formats::money,
            true)
        .svg(360, 200);
  }

  private static String note(ScenarioResult result) {
    return Formats.count(result.audience())
        + " customers addressed, "
        + Formats.count(result.excludedVulnerable())
        + " left out to protect them. An analysis, not a decision.";
  }
}
