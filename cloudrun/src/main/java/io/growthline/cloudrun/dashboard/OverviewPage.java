package io.growthline.cloudrun.dashboard;

import io.growthline.cloudrun.data.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the overview together from one publication. */
final class OverviewPage {
  private static final int KPIS = 5;

  /** Shown first when they are measured; the strip is filled up with other metrics. */
  private static final List<String> PREFERRED =
      List.of(
          "monthly_recurring_revenue_minor",
          "active_customers",
          "churn_rate",
          "activation_rate_d7",
          "offer_acceptance_rate");

  private OverviewPage() {}

  static Page.Freshness freshness(Snapshot snapshot) {
    return new Page.Freshness(Formats.day(snapshot.asOf()), Formats.time(snapshot.publishedAt()));
  }

  static Page.Overview of(Snapshot snapshot, Page.WhatIf whatIf) {
    Map<String, Series> series = OverviewQueries.series(snapshot);
    Optional<Series> revenue = Optional.ofNullable(series.get("monthly_recurring_revenue_minor"));
    Optional<Series> churn = Optional.ofNullable(series.get("churn_rate"));
    return new Page.Overview(
        freshness(snapshot),
        Finding.of(series, revenue, churn),
        strip(series),
        revenue.map(OverviewPage::graph).orElse(null),
        OverviewQueries.retention(snapshot),
        OverviewQueries.drivers(snapshot),
        OverviewQueries.monitoring(snapshot),
        OverviewQueries.atRisk(snapshot, "", ""),
        whatIf);
  }

  private static List<Page.Kpi> strip(Map<String, Series> series) {
    List<Series> chosen = new ArrayList<>();
    Stream.concat(PREFERRED.stream().map(series::get), series.values().stream())
        .filter(s -> s != null && s.last().isPresent())
        .distinct()
        .limit(KPIS)
        .forEach(chosen::add);
    return chosen.stream().map(OverviewPage::kpi).toList();
  }

  private static Page.Kpi kpi(Series series) {
    Series.Point last = series.last().orElseThrow();
    return new Page.Kpi(
        series.title(),
        Formats.value(last.value(), series.unit()),
        series
            .previous()
            .map(before -> Formats.change(before.value(), last.value(), series.unit()))
            .orElse(""),
        series
            .previous()
            .map(
                before -> Formats.month(last.month()) + " vs " + Formats.shortMonth(before.month()))
            .orElse(Formats.month(last.month())),
        series.tone(),
        series.sparkline());
  }

  private static Page.Graph graph(Series series) {
    List<Chart.Point> points =
        series.points().stream()
            .map(point -> Chart.Point.of(Formats.month(point.month()), point.value()))
            .toList();
    Chart chart = new Chart(series.title() + " by month", points, Formats::money, true);
    return new Page.Graph(
        series.title(),
        "Complete months, "
            + Formats.month(series.points().get(0).month())
            + " to "
            + Formats.month(series.last().orElseThrow().month()),
        chart.svg(760, 320),
        chart.svg(400, 260));
  }
}
