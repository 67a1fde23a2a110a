package io.growthline.cloudrun.dashboard;

import java.util.List;

/** What the overview shows, formatted. */
final class Page {
  private Page() {}

  /**
   * @param asOf everything known before this day is reflected
   * @param published when the tables were published
   */
  record Freshness(String asOf, String published) {}

  /**
   * @param tone {@code good}, {@code bad} or {@code flat}
   * @param sparkline SVG
   */
  record Kpi(
      String title, String value, String change, String period, String tone, String sparkline) {}

  /**
   * @param wide SVG for a broad screen
   * @param narrow SVG for a narrow one
   */
  record Graph(String title, String subtitle, String wide, String narrow) {}

  /**
   * @param months numbers of the columns
   * @param cohorts rows
   */
  record Retention(List<Long> months, List<Cohort> cohorts) {}

  record Cohort(String month, String size, List<Cell> cells) {}

  /**
   * @param value percent without sign; empty when the month is still ahead
   * @param shade from 0 to 10
   */
  record Cell(String value, long shade) {}

  /**
   * @param width length of the bar, of 100
   */
  record Driver(String text, String share, String width) {}

  record Gate(String gate, String verdict, String explanation) {}

  record Monitoring(String verdict, String explanation, List<Gate> gates) {}

  /**
   * @param action what to do: help for who needs protection
   */
  record AtRisk(
      String customerId,
      String plan,
      String region,
      String price,
      String score,
      String band,
      boolean vulnerable,
      String reason) {}

  record Overview(
      Freshness freshness,
      String finding,
      List<Kpi> kpis,
      Graph revenue,
      Retention retention,
      List<Driver> drivers,
      Monitoring monitoring,
      List<AtRisk> atRisk,
      WhatIf whatIf) {}

  record Option(String value, String label, boolean selected) {}

  record Figure(String label, String value, String interval) {}

  /**
   * @param available whether there is a demand model
   * @param verdict one sentence; empty when the evidence settles nothing
   */
  record WhatIf(
      boolean available,
      List<Option> segments,
      long priceMinor,
      long minPriceMinor,
      long maxPriceMinor,
      String price,
      List<Option> incentives,
      String verdict,
      String tone,
      List<Figure> figures,
      List<String> reasons,
      List<String> guardrails,
      String chart,
      String note) {}
}
