package io.growthline.pages.section;

import io.growthline.domain.money.Money;
import io.growthline.domain.pricing.AppliedGuardrail;
import io.growthline.domain.pricing.DemandModel;
import io.growthline.domain.pricing.DemandModels;
import io.growthline.domain.pricing.Estimate;
import io.growthline.domain.pricing.ScenarioEngine;
import io.growthline.domain.pricing.ScenarioRequest;
import io.growthline.domain.pricing.ScenarioResult;
import io.growthline.domain.pricing.Verdict;
import io.growthline.pages.Amounts;
import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.HandMade;
import io.growthline.pages.Names;
import io.growthline.pages.Notation;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.Templates;
import io.growthline.pages.Unit;
import io.growthline.pages.chart.LineChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a price would bring: a form, made by hand, over the demand models in use. */
public final class PriceSimulator implements Section {
  private static final int CURVE_POINTS = 15;
  private static final String SEGMENT = "segment";
  private static final String PRICE = "price_minor";
  private static final String INCENTIVE = "incentive_minor";

  /** One value of a choice. */
  public record Option(String value, String label, boolean selected) {}

  /** An expected number with its interval. */
  public record Expected(String label, String value, String interval) {}

  /**
   * One scenario as the template shows it.
   *
   * @param kept what the address holds besides the form
   * @param money how the page writes another price
   * @param tone {@code good}, {@code bad} or {@code flat}
   * @param chart SVG
   */
  public record Panel(
      Map<String, String> kept,
      List<Option> segments,
      long priceMinor,
      long minPriceMinor,
      long maxPriceMinor,
      String price,
      Money money,
      List<Option> incentives,
      String verdict,
      String tone,
      List<Expected> expected,
      List<String> reasons,
      List<String> guardrails,
      String chart,
      String note) {}

  @Override
  public String id() {
    return "pricing";
  }

  @Override
  public String title() {
    return "What if we change the price?";
  }

  @Override
  public Place place() {
    return Place.SIDE;
  }

  @Override
  public List<Block> blocks(Source source) {
    Optional<DemandModels> demand = source.tables().demand();
    List<DemandModel> usable =
        demand.map(DemandModels::models).orElse(List.of()).stream()
            .filter(model -> model.evidence().pricesMinor().size() > 1)
            .toList();
    return usable.isEmpty()
        ? List.of(
            new Sentence(
                "No demand model yet: offers at two prices or more are needed. Run ./growthline demo."))
        : List.of(
            new Sentence("Expected result of an offer, with 90% intervals"),
            new HandMade(
                Templates.render(
                    "simulator.html", Map.of("panel", panel(source, demand.get(), usable)))));
  }

  /** What is absent or cannot be used falls back to the middle of what was observed. */
  private static Panel panel(Source source, DemandModels demand, List<DemandModel> usable) {
    String segment = source.asked(SEGMENT);
    DemandModel model =
        usable.stream().filter(m -> m.segment().equals(segment)).findFirst().orElse(usable.get(0));
    List<Long> prices = model.evidence().pricesMinor();
    long least = prices.get(0);
    long most = prices.get(prices.size() - 1);
    long price =
        number(source.asked(PRICE))
            .map(asked -> Math.min(Math.max(asked, least), most))
            .orElse(Math.round(model.evidence().meanPriceMinor()));
    List<Long> incentives = model.evidence().incentivesMinor();
    long incentive =
        number(source.asked(INCENTIVE))
            .filter(incentives::contains)
            .orElse(incentives.isEmpty() ? 0L : incentives.get(0));
    Amounts amounts = source.amounts();
    ScenarioEngine engine = new ScenarioEngine(demand);
    ScenarioResult result = engine.evaluate(new ScenarioRequest(model.segment(), price, incentive));
    return new Panel(
        kept(source),
        usable.stream()
            .map(m -> option(m.segment(), Names.title(m.segment()), model.segment()))
            .toList(),
        price,
        least,
        most,
        amounts.exact().text(price),
        amounts.money(),
        incentives.stream()
            .map(i -> option(String.valueOf(i), amounts.exact().text(i), String.valueOf(incentive)))
            .toList(),
        verdict(result),
        tone(result),
        expected(result, amounts),
        result.reasons(),
        result.guardrails().stream().map(AppliedGuardrail::message).toList(),
        curve(engine, model, price, incentive, source.unit("minor")),
        note(result, demand));
  }

  private static Map<String, String> kept(Source source) {
    Map<String, String> kept = new TreeMap<>(source.query());
    kept.keySet().removeAll(Set.of(SEGMENT, PRICE, INCENTIVE, "export"));
    return kept;
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Option option(String value, String label, String selected) {
    return new Option(value, label, value.equals(selected));
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

  private static List<Expected> expected(ScenarioResult result, Amounts amounts) {
    List<Expected> expected = new ArrayList<>();
    add(expected, "Acceptance", result.conversion(), Format.PERCENT);
    add(expected, "Revenue, 12 months", result.revenueMinor(), amounts.whole());
    add(expected, "Margin, 12 months", result.marginMinor(), amounts.whole());
    add(expected, "Churn, 30 days", result.churn(), Format.PERCENT);
    return expected;
  }

  private static void add(
      List<Expected> expected, String label, Estimate estimate, Notation notation) {
    if (estimate != null) {
      expected.add(
          new Expected(
              label,
              notation.text(estimate.value()),
              notation.text(estimate.lower()) + " to " + notation.text(estimate.upper())));
    }
  }

  private static String curve(
      ScenarioEngine engine, DemandModel model, long price, long incentive, Unit unit) {
    List<Long> prices = model.evidence().pricesMinor();
    long least = prices.get(0);
    long most = prices.get(prices.size() - 1);
    long nearest = Math.round((double) (price - least) / (most - least) * (CURVE_POINTS - 1));
    List<LineChart.Point> points = new ArrayList<>();
    for (int i = 0; i < CURVE_POINTS; i++) {
      boolean marked = i == nearest;
      long at =
          marked ? price : least + Math.round((double) (most - least) * i / (CURVE_POINTS - 1));
      Estimate margin =
          engine.evaluate(new ScenarioRequest(model.segment(), at, incentive)).marginMinor();
      if (margin != null) {
        points.add(
            new LineChart.Point(
                unit.money().exact(at), margin.value(), margin.lower(), margin.upper(), marked));
      }
    }
    return new LineChart(
            "Expected margin by monthly price, with its 90 percent interval", points, unit)
        .svg(360, 200);
  }

  private static String note(ScenarioResult result, DemandModels demand) {
    return "%s customers addressed, %s left out to protect them. An analysis, not a decision. Demand model %s."
        .formatted(
            Format.COUNT.text(result.audience()),
            Format.COUNT.text(result.excludedVulnerable()),
            demand.version());
  }
}
