package io.growthline.domain.report;

import io.growthline.domain.metric.KpiValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The one sentence that a reader should remember. */
final class Finding {
  private Finding() {}

  static String of(ReportData data) {
    List<String> parts = new ArrayList<>();
    course(data.kpis(), "monthly_recurring_revenue_minor", "Monthly recurring revenue", parts);
    if (parts.isEmpty()) {
      course(data.kpis(), "active_customers", "Active customers", parts);
    }
    long high =
        data.bands().stream()
            .filter(b -> b.model().equals("churn") && b.band().equals("high"))
            .mapToLong(ReportData.BandCount::customers)
            .sum();
    long scored =
        data.bands().stream()
            .filter(b -> b.model().equals("churn"))
            .mapToLong(ReportData.BandCount::customers)
            .sum();
    if (scored > 0) {
      parts.add(
          String.format(
              Locale.ROOT, "%,d of %,d customers are at high risk of leaving", high, scored));
    }
    if (parts.isEmpty()) {
      return "There is not enough data yet for a finding about customers.";
    }
    return String.join(", and ", parts) + ".";
  }

  private static void course(List<KpiValue> kpis, String metric, String name, List<String> parts) {
    List<KpiValue> values =
        kpis.stream()
            .filter(k -> k.metric().equals(metric) && k.value() != null)
            .sorted(Comparator.comparing(KpiValue::periodStart))
            .toList();
    if (values.size() < 2) {
      return;
    }
    KpiValue last = values.get(values.size() - 1);
    double from = values.get(values.size() - 2).value();
    double to = last.value();
    if (from <= 0) {
      return;
    }
    double change = (to / from - 1) * 100;
    String moved =
        Math.abs(change) < 0.05
            ? "held steady"
            : String.format(
                Locale.ROOT, "%s %.1f %%", change > 0 ? "grew" : "fell", Math.abs(change));
    parts.add(name + " " + moved + " to " + Figures.of(to, last.unit()));
  }
}
