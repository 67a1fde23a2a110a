package io.growthline.domain.report;

import java.util.List;

/**
 * A report in words and drawings, as the templates show it. Drawings are SVG; everything else is
 * plain text.
 */
public record ReportView(
    String finding,
    String verdict,
    String verdictText,
    String asOf,
    String runId,
    List<Kpi> kpis,
    List<Gate> gates,
    List<Model> models,
    List<Drift> drift,
    String driftSummary,
    List<Band> bands,
    List<ReasonLine> reasons,
    List<Elasticity> elasticities,
    List<Scenario> scenarios,
    String scenarioSummary,
    String qualitySummary,
    List<Check> failedChecks,
    List<Rejection> rejections,
    List<Source> sources) {

  /** One key figure. */
  public record Kpi(String title, String value, String change, String month, String sparkline) {}

  /** One release gate. */
  public record Gate(String title, String verdict, String threshold, String explanation) {}

  /** Quality of one model. */
  public record Model(
      String title,
      String version,
      String summary,
      String auc,
      String brier,
      String baseline,
      String calibrationError,
      String holdout,
      String plot) {}

  /** Drift of one input or score. */
  public record Drift(
      String model, String feature, String psi, String status, String rows, String bar) {}

  /** Customers of one band. */
  public record Band(String model, String band, String customers, String vulnerable) {}

  /** One frequent reason. */
  public record ReasonLine(String feature, String example, String customers, String bar) {}

  /** Price elasticity of one segment. */
  public record Elasticity(
      String segment, String estimate, String interval, String verdict, String note, String plot) {}

  /** One scenario. */
  public record Scenario(
      String label,
      String segment,
      String price,
      String incentive,
      String conversion,
      String revenue,
      String margin,
      String interval) {}

  /** One check that does not pass. */
  public record Check(String table, String column, String check, String failures, String status) {}

  /** Rejected records with one code. */
  public record Rejection(String source, String code, String records, String example) {}

  /** Account of one source. */
  public record Source(
      String source,
      String table,
      String read,
      String written,
      String duplicates,
      String rejected,
      String filtered,
      String late,
      String balanced) {}
}
