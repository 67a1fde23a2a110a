package io.growthline.domain.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.growthline.domain.metric.KpiValue;
import io.growthline.domain.monitoring.DataQualityResult;
import io.growthline.domain.monitoring.FeatureDrift;
import io.growthline.domain.monitoring.ModelCalibration;
import io.growthline.domain.monitoring.ReleaseGate;
import io.growthline.domain.monitoring.SourceAccount;
import io.growthline.domain.pricing.PriceElasticity;
import io.growthline.domain.pricing.PricingScenario;
import io.growthline.domain.report.ReportData.BandCount;
import io.growthline.domain.report.ReportData.ReasonCount;
import io.growthline.domain.report.ReportData.RejectionCount;
import io.growthline.domain.scoring.ModelMetadata;
import io.growthline.domain.scoring.ModelMetrics;
import io.growthline.domain.scoring.PlattScaling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportRendererTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final ReportRenderer RENDERER = new ReportRenderer();

  @Test
  void theFindingComesFirstWithTheComputedNumbers() {
    String expected =
        "Monthly recurring revenue grew 10.0 % to £11.0k, and 30 of 500 customers are at high risk of leaving.";
    assertThat(RENDERER.markdown(full()), containsString("# " + expected));
    assertThat(RENDERER.html(full()), containsString("<h1>" + expected + "</h1>"));
  }

  @Test
  void bothFormsHoldTheComputedValues() {
    for (String report : List.of(RENDERER.markdown(full()), RENDERER.html(full()))) {
      assertThat(report, containsString("0.812"));
      assertThat(report, containsString("0.0810"));
      assertThat(report, containsString("0.314"));
      assertThat(report, containsString("No activity for 40 days"));
      assertThat(report, containsString("−1.40"));
      assertThat(report, containsString("−1.80 to −1.00"));
      assertThat(report, containsString("invalid_type"));
      assertThat(report, containsString("1 of 12 gates fail"));
      assertThat(report, containsString("newest days were checked of raw.transactions."));
    }
  }

  @Test
  void theBestScenarioIsTheOneWithTheHighestMargin() {
    String report = RENDERER.markdown(full());
    assertThat(report, containsString("| Best 1 | All | £12.00 |"));
    assertThat(report, containsString("| Worst 1 | All | £9.00 |"));
  }

  @Test
  void htmlNeedsNothingFromElsewhereAndEscapesText() {
    String html = RENDERER.html(full());
    assertThat(html, not(containsString("http")));
    assertThat(html, not(containsString("<script")));
    assertThat(html, containsString("expected &lt;number&gt;"));
    assertThat(html, containsString("<svg class=\"plot\""));
  }

  @Test
  void withoutAnyDataTheReportSaysSo() {
    ReportData empty =
        new ReportData(
            "run-1",
            DAY,
            List.of(),
            List.of(gate("overall", "warn", "1 of 12 gates warn: churn_auc.")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertThat(RENDERER.html(empty), containsString("There is not enough data yet"));
    assertThat(RENDERER.markdown(empty), containsString("No model is in use."));
    assertThat(RENDERER.markdown(empty), containsString("Nobody is scored."));
  }

  private static ReportData full() {
    List<KpiValue> kpis = new ArrayList<>();
    for (int month = 12; month >= 1; month--) {
      LocalDate start = DAY.minusMonths(month);
      double revenue = month == 1 ? 1_100_000 : month == 2 ? 1_000_000 : 1_000_000 - 20_000 * month;
      kpis.add(kpi("monthly_recurring_revenue_minor", start, revenue, "minor"));
      kpis.add(kpi("churn_rate", start, 0.05 + 0.001 * (month % 4), "share"));
      kpis.add(kpi("active_customers", start, 500 - 10.0 * month, "customers"));
    }
    PlattScaling identity = PlattScaling.IDENTITY;
    ModelMetrics metrics = new ModelMetrics(3000, 300, 0.812, 0.081, 0.09, 0.27, 0.012);
    ModelMetadata churn =
        new ModelMetadata(
            "churn",
            "2026-01-01-0a1b2c3d",
            DAY,
            List.of("x"),
            0.1,
            identity,
            9000,
            DAY.minusMonths(6),
            2000,
            DAY.minusMonths(4),
            30,
            metrics);
    List<ModelCalibration> calibration =
        IntStream.rangeClosed(1, 10)
            .mapToObj(
                b ->
                    new ModelCalibration(
                        "churn",
                        "v",
                        DAY,
                        b,
                        300,
                        0.004 * b * b,
                        0.004 * b * b + 0.01 * (b % 3 - 1)))
            .toList();
    return new ReportData(
        "run-1",
        DAY,
        kpis,
        List.of(
            gate(
                "churn_auc",
                "pass",
                "The churn model ranks leavers above stayers in 81.20 % of pairs."),
            gate("churn_score_drift", "warn", "Churn scores moved by a PSI of 0.140."),
            gate("overall", "fail", "1 of 12 gates fail: data_quality.")),
        List.of(churn),
        calibration,
        List.of(
            new FeatureDrift("churn", "v", DAY, "days_since_active", 0.314, 3000, 500, "fail"),
            new FeatureDrift("churn", "v", DAY, "score", 0.14, 3000, 500, "warn"),
            new FeatureDrift("churn", "v", DAY, "last_nps", 0.02, 3000, 500, "pass")),
        List.of(
            new BandCount("churn", "high", 30, 2),
            new BandCount("churn", "medium", 120, 9),
            new BandCount("churn", "low", 350, 14)),
        List.of(
            new ReasonCount("days_since_active", "No activity for 40 days", 18),
            new ReasonCount("complaints_90d", "2 complaints in the last 90 days", 7)),
        List.of(elasticity("all", -1.4, "ok"), elasticity("high", -0.6, "inconclusive")),
        List.of(scenario(900, 100), scenario(1000, 300), scenario(1200, 500)),
        List.of(
            new DataQualityResult(
                DAY, "raw.transactions", "currency", "not_null", 900, 3, "fail", DAY.minusDays(31)),
            new DataQualityResult(
                DAY, "raw.transactions", "*", "unique_key", 900, 0, "pass", null)),
        List.of(new RejectionCount("transactions", "invalid_type", 12, "expected <number>")),
        List.of(new SourceAccount("transactions", "transactions", 1000, 900, 88, 12, 0, 4)));
  }

  private static KpiValue kpi(String metric, LocalDate month, double value, String unit) {
    return new KpiValue(metric, "month", month, "all", "all", value, value, null, unit, true);
  }

  private static ReleaseGate gate(String gate, String verdict, String text) {
    return new ReleaseGate(DAY, gate, verdict, 0.5, "fail if value < 0.60", text);
  }

  private static PriceElasticity elasticity(String segment, double value, String verdict) {
    return new PriceElasticity(
        segment, DAY, 900, 4, 900L, 1500L, value, 0.25, value - 0.4, value + 0.4, verdict, null);
  }

  private static PricingScenario scenario(long price, double margin) {
    return new PricingScenario(
        "all",
        DAY,
        price,
        0,
        400,
        25,
        0.2,
        0.15,
        0.25,
        margin * 300,
        margin * 200,
        margin * 400,
        margin * 100,
        margin * 80,
        margin * 120,
        0.05,
        0.04,
        0.06,
        "",
        "ok",
        null);
  }
}
