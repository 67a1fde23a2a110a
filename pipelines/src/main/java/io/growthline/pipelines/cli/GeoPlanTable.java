package io.growthline.pipelines.cli;

import io.growthline.domain.geo.GeoPlan;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * Plans of tests of regions as a table for people.
 *
 * @param lift effect that is asked for, as a share
 * @param budget cost of a day, in minor units; null when it is not known
 */
record GeoPlanTable(double lift, Long budget) {
  private static final int SHOWN = 12;

  void print(List<GeoPlan> plans, PrintWriter out) {
    out.printf(
        "%4s  %7s  %6s  %6s  %-18s  %6s  %11s%s  %s%n",
        "days",
        "detects",
        "share",
        "error",
        "power at " + percent(lift),
        "alarms",
        "adds",
        budget == null ? "" : "  %12s  %10s".formatted("cost", "cost each"),
        "regions");
    plans.stream().limit(SHOWN).forEach(plan -> out.println(line(plan)));
    out.println(
        "detects: least lift found in 80 % of past windows. power: share of windows in which a test"
            + " with the lift would be ok, with its 90 % interval.");
    out.println(
        "alarms: share of windows with an effect though there was none; at most 10 % is meant. adds:"
            + " what the lift would add in all days and regions.");
    out.flush();
  }

  private String line(GeoPlan plan) {
    return String.format(
        Locale.ROOT,
        "%4d  %7s  %6s  %6s  %-18s  %6s  %11s%s  %s",
        plan.days(),
        plan.detectable() == null ? "none" : percent(plan.detectable()),
        percent(plan.share()),
        percent(plan.error()),
        percent(plan.power().value())
            + " ("
            + percent(plan.power().lower())
            + " to "
            + percent(plan.power().upper())
            + ")",
        percent(plan.falseAlarms().value()),
        String.format(Locale.ROOT, "%,.0f", plan.incremental()),
        cost(plan),
        String.join(" + ", plan.regions()));
  }

  private String cost(GeoPlan plan) {
    if (budget == null) {
      return "";
    }
    double cost = (double) budget * plan.days();
    return String.format(Locale.ROOT, "  %,12.0f  %,10.0f", cost, cost / plan.incremental());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", share * 100);
  }
}
