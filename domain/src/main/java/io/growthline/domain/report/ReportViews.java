package io.growthline.domain.report;

import io.growthline.domain.metric.KpiValue;
import io.growthline.domain.monitoring.DataQualityResult;
import io.growthline.domain.monitoring.FeatureDrift;
import io.growthline.domain.monitoring.GateRules;
import io.growthline.domain.monitoring.ReleaseGate;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.domain.scoring.ModelMetadata;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns what was measured into what is said. */
final class ReportViews {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.UK);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final double FULL_PSI = 0.5;

  private ReportViews() {}

  static ReportView of(ReportData data) {
    ReleaseGate overall =
        data.gates().stream()
            .filter(g -> g.gate().equals(GateRules.OVERALL))
            .findFirst()
            .orElseThrow();
    return new ReportView(
        Finding.of(data),
        overall.verdict(),
        overall.explanation(),
        data.asOf().format(DAY),
        data.runId(),
        kpis(data.kpis()),
        data.gates().stream()
            .filter(g -> g != overall)
            .map(
                g ->
                    new ReportView.Gate(
                        Names.gate(g.gate()), g.verdict(), g.threshold(), g.explanation()))
            .toList(),
        data.models().stream().map(m -> model(m, data)).toList(),
        drift(data.drift()),
        driftSummary(data.drift()),
        data.bands().stream()
            .map(
                b ->
                    new ReportView.Band(
                        Names.title(b.model()),
                        b.band(),
                        Figures.whole(b.customers()),
                        Figures.whole(b.vulnerable())))
            .toList(),
        reasons(data.reasons()),
        PricingViews.elasticities(data.elasticities()),
        PricingViews.scenarios(data.scenarios()),
        PricingViews.summary(data.scenarios()),
        qualitySummary(data.quality()),
        checks(data.quality()),
        data.deadLetters().stream()
            .map(
                d ->
                    new ReportView.Rejection(
                        d.source(), d.code(), Figures.whole(d.records()), d.example()))
            .toList(),
        data.sources().stream().map(ReportViews::source).toList());
  }

  private static List<ReportView.Kpi> kpis(List<KpiValue> values) {
    Map<String, List<KpiValue>> byMetric =
        values.stream()
            .filter(v -> v.value() != null)
            .collect(Collectors.groupingBy(KpiValue::metric, TreeMap::new, Collectors.toList()));
    return byMetric.entrySet().stream().map(e -> kpi(e.getKey(), e.getValue())).toList();
  }

  private static ReportView.Kpi kpi(String metric, List<KpiValue> unordered) {
    List<KpiValue> values =
        unordered.stream().sorted(Comparator.comparing(KpiValue::periodStart)).toList();
    KpiValue last = values.get(values.size() - 1);
    Double before = values.size() > 1 ? values.get(values.size() - 2).value() : null;
    String title = Names.metric(metric);
    return new ReportView.Kpi(
        title,
        Figures.of(last.value(), last.unit()),
        Figures.change(before, last.value(), last.unit()),
        last.periodStart().format(MONTH),
        Charts.sparkline(
            values.stream().map(KpiValue::value).toList(),
            title + " over " + values.size() + " months"));
  }

  private static ReportView.Model model(ModelMetadata model, ReportData data) {
    var metrics = model.metrics();
    double skill = 1 - metrics.brier() / metrics.baselineBrier();
    return new ReportView.Model(
        Names.title(model.name()),
        model.version(),
        String.format(
            Locale.ROOT,
            "Given one customer to whom it happened and one to whom it did not, the model ranks them rightly %.0f times of 100; its squared error is %.0f %% %s the base rate's.",
            metrics.auc() * 100,
            Math.abs(skill) * 100,
            skill >= 0 ? "below" : "above"),
        Figures.decimal(metrics.auc(), 3),
        Figures.decimal(metrics.brier(), 4),
        Figures.decimal(metrics.baselineBrier(), 4),
        Figures.percent(metrics.calibrationError()),
        Figures.whole(metrics.rows()) + " rows from " + model.holdoutFrom().format(DAY),
        Charts.reliability(
            data.calibration().stream().filter(c -> c.model().equals(model.name())).toList(),
            "Predicted against observed " + model.name() + " on the hold-out"));
  }

  private static List<ReportView.Drift> drift(List<FeatureDrift> drift) {
    return drift.stream()
        .sorted(
            Comparator.comparing(FeatureDrift::model, Comparator.reverseOrder())
                .thenComparing(FeatureDrift::psi, Comparator.nullsLast(Comparator.reverseOrder())))
        .map(
            d ->
                new ReportView.Drift(
                    d.model(),
                    Names.feature(d.feature()),
                    Figures.decimal(d.psi(), 3),
                    d.status(),
                    Figures.whole(d.currentRows()),
                    d.psi() == null
                        ? ""
                        : Charts.bar(
                            d.psi() / FULL_PSI, d.status(), "PSI " + Figures.decimal(d.psi(), 3))))
        .toList();
  }

  private static String driftSummary(List<FeatureDrift> drift) {
    if (drift.isEmpty()) {
      return "There is no model in use whose reference could be compared.";
    }
    long moved =
        drift.stream().filter(d -> d.status().equals("warn") || d.status().equals("fail")).count();
    return moved == 0
        ? "No input and no score has moved beyond chance since the models were tested."
        : moved
            + " of "
            + drift.size()
            + " inputs and scores have moved since the models were tested.";
  }

  private static List<ReportView.ReasonLine> reasons(List<ReportData.ReasonCount> reasons) {
    double most = reasons.stream().mapToLong(ReportData.ReasonCount::customers).max().orElse(1);
    return reasons.stream()
        .map(
            r ->
                new ReportView.ReasonLine(
                    Names.feature(r.feature()),
                    r.example(),
                    Figures.whole(r.customers()),
                    Charts.bar(r.customers() / most, "accent", r.customers() + " customers")))
        .toList();
  }

  private static String qualitySummary(List<DataQualityResult> quality) {
    long failed = quality.stream().filter(q -> q.status().equals("fail")).count();
    long warned = quality.stream().filter(q -> q.status().equals("warn")).count();
    String partly =
        quality.stream()
            .filter(q -> q.checkedFrom() != null)
            .map(DataQualityResult::tableName)
            .distinct()
            .collect(Collectors.joining(", "));
    return (failed + warned == 0
            ? "All %,d checks of the contracts pass.".formatted(quality.size())
            : "Of %,d checks of the contracts, %d fail and %d warn."
                .formatted(quality.size(), failed, warned))
        + (partly.isEmpty() ? "" : " Only the newest days were checked of " + partly + ".");
  }

  private static List<ReportView.Check> checks(List<DataQualityResult> quality) {
    return quality.stream()
        .filter(q -> !q.status().equals("pass"))
        .sorted(Comparator.comparing(DataQualityResult::status).thenComparing(q -> -q.failures()))
        .map(
            q ->
                new ReportView.Check(
                    q.tableName(),
                    q.columnName(),
                    q.checkName(),
                    Figures.whole(q.failures()) + " of " + Figures.whole(q.rowCount()),
                    q.status()))
        .toList();
  }

  private static ReportView.Source source(SourceAccount s) {
    return new ReportView.Source(
        s.source(),
        s.tableName(),
        Figures.whole(s.read()),
        Figures.whole(s.written()),
        Figures.whole(s.duplicates()),
        Figures.whole(s.deadLettered()),
        Figures.whole(s.filtered()),
        Figures.whole(s.late()),
        s.balanced() ? "pass" : "fail");
  }
}
